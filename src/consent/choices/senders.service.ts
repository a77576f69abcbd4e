import { contactKeys, normalIdentity, type Services } from '../../security/index.js';

/** As many as may share an address and are reached through it. */
const MOST = 1000;

/** What reaches a customer: a kind of identity, and the field of the same name that may hold it. */
export type Reach = 'PHONE' | 'EMAIL' | 'WECHAT';

/**
 * Everybody who has an address, as an identity or as a contact of their own, by keyed hashes. Empty for what cannot be
 * an address.
 */
export async function sendersOf({ graph, vault }: Services, kind: Reach, address: string): Promise<string[]> {
  const normal = normalIdentity(kind, address);
  if (normal === null) return [];
  vault.refresh();
  const keys = vault.lookups(kind, normal).map((lookup) => `${kind}|${lookup}`);
  const own = contactKeys(vault, kind, normal);
  const rows = await graph.read('security/steps/lookups/lookup-customers', { keys, own, limit: MOST });
  return rows.map(({ customerId }) => customerId).sort();
}
