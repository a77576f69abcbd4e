import type { Vault } from '../sealing/vault.js';
import { normalIdentity } from './normal-forms.js';

/** Fields of a customer's own by which they are reached, and so may be found: the kind of identity in small letters. */
export const CONTACT_FIELDS = ['phone', 'email', 'wechat', 'weibo', 'linkedin'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

type Hashes = Pick<Vault, 'lookupId' | 'lookupIds' | 'lookup'>;

/**
 * What a contact of a customer's own is found by: the id of the lookup key, and 72 bits of a keyed hash. It is another
 * one than that of an identity with the same value, so that a look for an erased identity does not meet the contact of
 * somebody of the same household. Null where it cannot be one.
 */
export function contactLookup(vault: Hashes, field: ContactField, value: string | null): string | null {
  const normal = value === null ? null : normalIdentity(field.toUpperCase(), value);
  return normal === null ? null : short(vault.lookupId, vault.lookup(`OWN ${field.toUpperCase()}`, normal));
}

/** By what the fields of a row are found, as `phoneLookup` and so on; nothing of fields that the row does not tell. */
export function contactLookups(vault: Hashes, row: Readonly<Record<string, unknown>>): Record<string, string | null> {
  const told = CONTACT_FIELDS.filter((field) => row[field] !== undefined);
  const textOf = (field: ContactField) => (row[field] === null ? null : String(row[field]));
  return Object.fromEntries(told.map((field) => [`${field}Lookup`, contactLookup(vault, field, textOf(field))]));
}

/** The hashes of a value that is normalised, under every lookup key that is asked. */
export function contactKeys(vault: Hashes, kind: string, normal: string): string[] {
  return vault.lookupIds.map((id) => short(id, vault.lookup(`OWN ${kind}`, normal, id)));
}

/** 72 bits of the hash: so short that Neo4j keeps it with the property, which halves what they cost an import. */
function short(lookupId: string, lookup: string): string {
  return `${lookupId}${lookup.slice(0, 12)}`;
}
