import type { ConsentPurpose, ContactChannel } from '../operations.gen.js';
import { hrefOf, type Route } from '../route.js';

export const WATCHES = ['CHURNED', 'UNHAPPY'] as const;
export type Watch = (typeof WATCHES)[number];

/** What the seeds are asked for. */
export interface SeedQuestion {
  readonly channel: ContactChannel;
  readonly purpose: ConsentPurpose;
  /** How many may be asked, 1..100. */
  readonly budget: number;
  /** At least so many of each community, 0..5. */
  readonly floor: number;
}

const CHANNEL = /^[A-Z_]+$/;
const PURPOSE = /^[a-z]+$/;

/** What is said to spread: `#spread/UNHAPPY`. */
export function watchOf({ about }: Route): Watch {
  return WATCHES.find((watch) => watch === about[0]) ?? 'CHURNED';
}

/** The question for seeds of `#spread/CHURNED/SMS/marketing/10/1`; null while none was asked. */
export function seedQuestionOf({ about }: Route): SeedQuestion | null {
  const [, channel = '', purpose = '', budget = '', floor = '0'] = about;
  const [seeds, least] = [Number(budget), Number(floor)];
  if (!CHANNEL.test(channel) || !PURPOSE.test(purpose)) return null;
  if (!whole(seeds, 1, 100) || !whole(least, 0, 5)) return null;
  // What is of the form and no channel or purpose is told by the server, which knows them.
  return { channel: channel as ContactChannel, purpose: purpose as ConsentPurpose, budget: seeds, floor: least };
}

/** The address of both questions. */
export function spreadHref(watch: Watch, seeds: SeedQuestion | null): string {
  if (seeds === null) return hrefOf('spread', watch);
  return hrefOf('spread', watch, seeds.channel, seeds.purpose, String(seeds.budget), String(seeds.floor));
}

function whole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
