import { SEALED_FIELDS, type SealedField } from '../policy/sealed-fields.js';
import type { Vault } from './vault.js';

/** The personal fields of one customer; null where there is nothing. */
export type PersonalFields = Readonly<Record<SealedField, string | null>>;

/** Personal fields of which some are told; null and left out are the same. */
export type ToldFields = Readonly<Partial<Record<SealedField, string | null | undefined>>>;

/** What a customer's text is bound to when sealed: nothing else that is sealed under the same key opens as a person. */
const PERSON = 'person';

/**
 * The personal fields of a customer as one sealed text, null where there is none: the JSON of those that have a value,
 * in the order of SEALED_FIELDS. The same fields, values and key give the same text.
 */
export function sealPerson(vault: Pick<Vault, 'seal'>, key: Buffer, fields: ToldFields): string | null {
  const told = SEALED_FIELDS.filter((field) => (fields[field] ?? null) !== null);
  if (told.length === 0) return null;
  return vault.seal(key, PERSON, JSON.stringify(Object.fromEntries(told.map((field) => [field, fields[field]]))));
}

/** All personal fields of a customer, from their sealed text. Throws SETUP when it does not open with this key. */
export function openPerson(vault: Pick<Vault, 'open'>, key: Buffer, sealed: string | null): PersonalFields {
  const told = sealed === null ? {} : (JSON.parse(vault.open(key, PERSON, sealed)) as ToldFields);
  const fields: Partial<Record<SealedField, string | null>> = {};
  for (const field of SEALED_FIELDS) fields[field] = told[field] ?? null;
  return fields as PersonalFields;
}
