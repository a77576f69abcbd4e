import type { RowOf } from '../../graph/queries.gen.js';
import type { PersonalFields } from '../sealing/person.js';
import type { Vault } from '../sealing/vault.js';
import { normalIdentity } from './normal-forms.js';

type Page = RowOf<'security/steps/lookups/lookup-page'>;
type Identity = Page['identities'][number];

/** An identity of a customer with its value as it is hashed; null where nothing tells it. */
export interface Known {
  readonly identity: Identity;
  readonly normal: string | null;
}

/** A customer of a page, opened. */
export interface OpenedRow {
  readonly row: Page;
  readonly key: Buffer;
  readonly person: PersonalFields;
}

/**
 * The values of a customer's identities: as they were kept with them, or from what else is sealed under the customer's key and has the same
 * hash. Throws SETUP when something does not open.
 */
export function knownValues(vault: Vault, opened: OpenedRow): Known[] {
  const { row, key } = opened;
  const told = toldBy(vault, opened);
  return row.identities.map((identity) => {
    const { kind, lookup, valueSealed } = identity;
    const kept = valueSealed ? [vault.open(key, 'value', valueSealed)] : [];
    const normal = [...kept, ...told(kind)].find((value) => vault.lookups(kind, value).includes(lookup));
    return { identity, normal: normal ?? null };
  });
}

/** What the person's own fields and what sources said tell, normalised, by kind of identity; sources are opened only when asked. */
function toldBy(vault: Vault, { row, key, person }: OpenedRow): (kind: string) => string[] {
  const open = (field: string, sealed: string | null | undefined) => (sealed ? [vault.open(key, field, sealed)] : []);
  return (kind) => {
    const field = kind.toLowerCase();
    const column = `${field}Sealed`;
    const own = (person as Readonly<Record<string, string | null | undefined>>)[field] ?? [];
    const others = row.records.flatMap((record) =>
      open(field, (record as Readonly<Record<string, string | null>>)[column]),
    );
    return [own, others].flat().flatMap((text) => normalIdentity(kind, text) ?? []);
  };
}
