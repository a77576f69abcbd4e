import type { Graph } from '../graph/graph.js';
import { AppError } from '../kernel/error.js';
import type { Vault } from './vault.js';

/** Throws SETUP when the database holds personal data sealed with a master key that is not at hand. */
export async function checkMasterKeys(graph: Graph, vault: Vault): Promise<void> {
  const noted = await graph.read('privacy/master-keys', {});
  const missing = noted.map(({ id }) => id).filter((id) => !vault.keyIds.includes(id));
  if (missing.length === 0) return;
  throw new AppError(
    'SETUP',
    `the database holds personal data sealed with master key ${missing.join(', ')}, which is not at hand`,
    'set GUANXI_KEY to that key, or put keys.json back from its backup; to begin anew: `guanxi db reset --yes`',
  );
}
