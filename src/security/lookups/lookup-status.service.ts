import type { Services } from '../services.js';
import { type LookupRow, lookupRows } from './lookup-status.js';

export type { LookupRow } from './lookup-status.js';

/** The lookup keys of this database and at hand, with what is found by each. */
export async function lookupStatus({ graph, vault }: Services): Promise<LookupRow[]> {
  vault.refresh();
  const noted = await graph.read('security/steps/lookups/lookup-keys', {});
  const counts = await graph.read('security/steps/lookups/lookup-counts', {});
  return lookupRows({ asked: vault.lookupIds, noted, counts });
}
