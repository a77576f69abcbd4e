import type { Graph } from '../../graph/graph.js';
import { AppError } from '../../kernel/error.js';
import type { Vault } from '../sealing/vault.js';

/** Throws SETUP when the database holds personal data sealed with a master key that is not at hand. */
export async function checkMasterKeys(graph: Graph, vault: Vault): Promise<void> {
  const noted = await graph.read('security/steps/keys/master-keys', {});
  const needed = noted.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id);
  const missing = needed.filter((id) => !vault.keyIds.includes(id));
  if (missing.length === 0) return;
  throw new AppError(
    'SETUP',
    `the database holds personal data sealed with master key ${missing.join(', ')}, which is not at hand`,
    'set GUANXI_KEY to that key (or name it in GUANXI_KEY_OLD), or put keys.json back from its backup; to start over: `guanxi db reset --yes`',
  );
}

/**
 * Notes in the database that customer keys are wrapped by the current master key. Throws SETUP when that one was
 * retired.
 */
export async function noteMasterKey(graph: Graph, vault: Vault): Promise<void> {
  vault.refresh();
  const { retired } = await graph.write('security/steps/keys/master-key-note', { id: vault.keyId });
  if (!retired) return;
  throw new AppError(
    'SETUP',
    `master key ${vault.keyId} was retired and must not wrap new keys`,
    'start with the key that took its place: `guanxi keys status`',
  );
}
