import { contactKeys, normalIdentity, openPerson, type Services } from '../../security/index.js';

const PAGE = 5000;
/** As many as may share an address and are reached through it. */
const MOST = 1000;

/** What reaches a customer: a kind of identity, and the field of the same name that may hold it. */
export type Reach = 'PHONE' | 'EMAIL' | 'WECHAT';

/**
 * Everybody who has an address, as an identity or as a contact of their own, by keyed hashes. Where data from an earlier version has no hash of
 * contacts yet, those are opened here and compared. Nothing that was opened leaves. Empty for what cannot be an address.
 */
export async function sendersOf(services: Services, kind: Reach, address: string): Promise<string[]> {
  const normal = normalIdentity(kind, address);
  if (normal === null) return [];
  const known = await byHash(services, kind, normal);
  const older = await byOpening(services, kind, normal);
  return [...new Set([...known, ...older])].sort();
}

async function byHash({ graph, vault }: Services, kind: Reach, normal: string): Promise<string[]> {
  vault.refresh();
  const keys = vault.lookups(kind, normal).map((lookup) => `${kind}|${lookup}`);
  const own = contactKeys(vault, kind, normal);
  const rows = await graph.read('security/steps/lookups/lookup-customers', { keys, own, limit: MOST });
  return rows.map(({ customerId }) => customerId);
}

async function byOpening({ graph, vault }: Services, kind: Reach, normal: string): Promise<string[]> {
  const field = kind.toLowerCase() as Lowercase<Reach>;
  const found: string[] = [];
  for (let after = ''; ; ) {
    const page = await graph.read('consent/steps/contact/contact-own', { field, after, limit: PAGE });
    for (const { customerId, keyWrapped, sealed } of page) {
      const own = openPerson(vault, vault.unwrap(keyWrapped), sealed)[field];
      if (own !== null && normalIdentity(kind, own) === normal) found.push(customerId);
    }
    if (page.length < PAGE) return found;
    after = page.at(-1)!.customerId;
  }
}
