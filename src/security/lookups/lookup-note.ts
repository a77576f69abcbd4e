import type { Graph } from '../../graph/graph.js';
import type { Clock } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import type { Vault } from '../sealing/vault.js';

/**
 * Notes by which lookup keys people are found, the earliest first. Throws SETUP when the database knows of a later key
 * than this process: what it would write under the former one could be nobody's second identity.
 */
export async function noteLookupKeys({
  graph,
  vault,
  clock,
}: {
  graph: Graph;
  vault: Vault;
  clock: Clock;
}): Promise<void> {
  vault.refresh();
  let stale = false;
  for (const id of [...vault.lookupIds].reverse())
    ({ stale } = await graph.write('security/steps/lookups/lookup-key-note', { id, now: clock.now() }));
  if (!stale) return;
  throw new AppError(
    'SETUP',
    `people are found by a later lookup key than ${vault.lookupId}, which this process has`,
    'set GUANXI_LOOKUP_KEY to the current key, or put keys.json back as it is; see `guanxi keys lookups`',
  );
}
