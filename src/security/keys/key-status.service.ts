import type { Services } from '../services.js';
import { type KeyRow, keyRows } from './key-status.js';

export type { KeyRow } from './key-status.js';

/** The master keys of this database and at hand, with how many customer keys each wraps. */
export async function keyStatus({ graph, vault }: Services): Promise<KeyRow[]> {
  vault.refresh();
  const [noted, counts] = [
    await graph.read('security/steps/keys/master-keys', {}),
    await graph.read('security/steps/keys/sealing-counts', {}),
  ];
  return keyRows({ current: vault.keyId, atHand: vault.keyIds, noted, counts });
}
