import type { ErasureMode } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import {
  IDENTIFYING,
  identityMark,
  markOf,
  normalIdentities,
  openPerson,
  type Services,
} from '../../security/index.js';
import type { Sought } from './erasure.js';

/** What is known of a person before they are gone. */
export type Person = RowOf<'rights/steps/erasure/rights-erase-person'>;

/** By what later files could bring the person back. Kept orders are nobody's: their old ids are kept out too. */
export function marksOf({ vault }: Services, customerId: string, person: Person, mode: ErasureMode): string[] {
  const id = [markOf(vault, 'CUSTOMER', customerId)];
  const telling = person.identities.filter(({ kind }) => (IDENTIFYING as readonly string[]).includes(kind));
  const identities = telling.flatMap((identity) => firstHashOf(vault, person, identity) ?? []);
  const sealed = Object.entries(openedOf(vault, person)).flatMap(([field, value]) => {
    const kind = field.toUpperCase();
    const normals = (IDENTIFYING as readonly string[]).includes(kind) ? normalIdentities(kind, value) : [];
    return normals.map((normal) => ({ kind, lookup: vault.mark(kind, normal) }));
  });
  const known = [...identities, ...sealed].map(({ kind, lookup }) => identityMark(vault, kind, lookup));
  const theirs =
    mode === 'DESTROY_KEY'
      ? []
      : [
          ...person.orders.map((order) => markOf(vault, 'ORDER', order)),
          ...person.posts.map((post) => markOf(vault, 'POST', post)),
          ...person.touches.map((touch) => markOf(vault, 'TOUCH', touch)),
        ];
  return [...new Set([...id, ...known, ...theirs])];
}

type Identity = Person['identities'][number];

/**
 * An identity by the first lookup key, under which marks are made: from its value, or as it stands where the value
 * went.
 */
function firstHashOf(
  vault: Services['vault'],
  { keyWrapped }: Person,
  { kind, lookup, lookupKey, valueSealed }: Identity,
) {
  if (valueSealed && keyWrapped !== null)
    return { kind, lookup: vault.mark(kind, vault.open(vault.unwrap(keyWrapped), 'value', valueSealed)) };
  return lookupKey === vault.firstLookupId ? { kind, lookup } : null;
}

function openedOf(vault: Services['vault'], { keyWrapped, sealed }: Person): Record<string, string> {
  if (keyWrapped === null) return {};
  const fields = Object.entries(openPerson(vault, vault.unwrap(keyWrapped), sealed));
  return Object.fromEntries(fields.flatMap(([field, value]) => (value === null ? [] : [[field, value]])));
}

/**
 * What to look for once they are gone: id, alias, lookup hashes, and what files may say of them. A name alone is many
 * people's.
 */
export function soughtOf({ vault }: Services, customerId: string, person: Person): Sought {
  const telling = Object.entries(openedOf(vault, person)).filter(([field]) => !UNTELLING.includes(field));
  const own = person.identities.flatMap((identity) => firstHashOf(vault, person, identity) ?? []);
  const reaching = new Set(own.map(({ kind, lookup }) => `${kind}|${lookup}`));
  for (const [field, value] of telling) {
    const kind = field.toUpperCase();
    for (const normal of normalIdentities(kind, value)) reaching.add(`${kind}|${vault.mark(kind, normal)}`);
  }
  return {
    customerId,
    alias: person.alias,
    lookups: person.identities.map(({ lookup }) => lookup),
    words: [customerId, ...telling.map(([, value]) => value)],
    reaching: [...reaching],
  };
}

const UNTELLING = ['name', 'birthday', 'lunarBirthday', 'address'];
