/** Where a first start keeps the made world, and how far it is with it. */
import { join } from 'node:path';
import type { CliContext } from '../context.js';

export function worldOf({ config }: CliContext): string {
  return join(config.GUANXI_HOME, 'world');
}

/** Stands from before the import until after it. */
export function seedingMarker({ config }: CliContext): string {
  return join(config.GUANXI_HOME, 'seeding');
}

/** Stands from before the import until what the company did is told. */
export function actingMarker({ config }: CliContext): string {
  return join(config.GUANXI_HOME, 'acting');
}
