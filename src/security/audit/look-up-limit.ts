import type { GraphTransaction } from '../../graph/graph.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { accessSettings } from './settings.js';

/**
 * Takes one lookup of the viewer's day, under the lock of the audit: of two at the limit only one gets through. Gives
 * how many are left. Throws RATE_LIMIT after LOOKUPS_PER_DAY in 24 hours.
 */
export async function takeLookUp({ viewer, clock, settings }: Services, tx: GraphTransaction): Promise<number> {
  const most = accessSettings(settings).LOOKUPS_PER_DAY;
  const since = new Date(clock.now().getTime() - DAY_MS);
  await tx.write('security/steps/audit/audit-head', {});
  const [counted] = await tx.read('security/steps/audit/audit-count', {
    viewer: viewer.id,
    action: 'LOOKED_UP',
    since,
  });
  const remaining = most - counted!.entries - 1;
  if (remaining >= 0) return remaining;
  throw new AppError(
    'RATE_LIMIT',
    `more than ${most} lookups in 24 hours`,
    'wait, or have LOOKUPS_PER_DAY raised by the operator of the server',
  );
}
