import type { RowOf } from '../../graph/queries.gen.js';
import { normalIdentity } from '../../network/import/identity.js';
import type { Vault } from '../vault.js';

type Page = RowOf<'privacy/lookup-page'>;
type Identity = Page['identities'][number];

/** An identity of a customer with its value as it is hashed; null where nothing tells it. */
export interface Known {
  readonly identity: Identity;
  readonly normal: string | null;
}

/**
 * The values of a customer's identities: as they were kept with them, or from what else is sealed under the customer's key and has the same
 * hash. Throws SETUP when something does not open.
 */
export function knownValues(vault: Vault, key: Buffer, row: Page): Known[] {
  const told = toldBy(vault, key, row);
  return row.identities.map((identity) => {
    const { kind, lookup, valueSealed } = identity;
    const kept = valueSealed ? [vault.open(key, 'value', valueSealed)] : [];
    const normal = [...kept, ...told(kind)].find((value) => vault.lookups(kind, value).includes(lookup));
    return { identity, normal: normal ?? null };
  });
}

/** What the sealed fields say, normalised, by kind of identity; opened only when asked. */
function toldBy(vault: Vault, key: Buffer, row: Page): (kind: string) => string[] {
  const open = (field: string, sealed: string | null | undefined) => (sealed ? [vault.open(key, field, sealed)] : []);
  return (kind) => {
    const field = kind.toLowerCase();
    const column = `${field}Sealed`;
    const own = open(field, (row as Readonly<Record<string, unknown>>)[column] as string | null | undefined);
    const others = row.records.flatMap((record) =>
      open(field, (record as Readonly<Record<string, string | null>>)[column]),
    );
    return [...own, ...others].flatMap((text) => normalIdentity(kind, text) ?? []);
  };
}
