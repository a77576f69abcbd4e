import type { Services } from '../../kernel/services.js';
import { normalIdentity } from '../../network/index.js';

const PAGE = 5000;

/** What reaches a customer: a kind of identity, and the field of the same name that may hold it. */
export type Reach = 'PHONE' | 'EMAIL' | 'WECHAT';

/**
 * Everybody who has an address: by the keyed hash of identities, and by the customers' own sealed field, which has none, so that everybody's
 * is opened here and compared (some seconds with 100,000 customers). Nothing that was opened leaves. Empty for what cannot be an address.
 */
export async function sendersOf(services: Services, kind: Reach, address: string): Promise<string[]> {
  const normal = normalIdentity(kind, address);
  if (normal === null) return [];
  const known = await byIdentity(services, kind, normal);
  const own = await byOwnField(services, kind, normal);
  return [...new Set([...known, ...own])].sort();
}

async function byIdentity({ graph, vault }: Services, kind: Reach, normal: string): Promise<string[]> {
  vault.refresh();
  const keys = vault.lookups(kind, normal).map((lookup) => `${kind}|${lookup}`);
  const rows = await graph.read('privacy/contact-sender', { keys });
  return rows.map(({ customerId }) => customerId);
}

async function byOwnField({ graph, vault }: Services, kind: Reach, normal: string): Promise<string[]> {
  const field = kind.toLowerCase();
  const found: string[] = [];
  for (let after = ''; ; ) {
    const page = await graph.read('privacy/contact-own', { field: `${field}Sealed`, after, limit: PAGE });
    for (const { customerId, keyWrapped, sealed } of page)
      if (normalIdentity(kind, vault.open(vault.unwrap(keyWrapped), field, sealed)) === normal) found.push(customerId);
    if (page.length < PAGE) return found;
    after = page.at(-1)!.customerId;
  }
}
