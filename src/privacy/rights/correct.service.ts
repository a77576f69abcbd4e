import { AppError } from '../../kernel/error.js';
import type { Services } from '../../kernel/services.js';
import { rekeyKnown } from '../../network/import/identities.js';
import { normalIdentity } from '../../network/import/identity.js';
import { recordAudit } from '../audit/record.js';
import { SEALED_FIELDS, type SealedField } from '../policy.js';
import { contactLookups } from '../sealing/contact-lookups.js';
import { noteLookupKeys } from '../sealing/lookup-note.js';
import { nameTokens } from '../sealing/name-tokens.js';
import type { Correction } from './request.js';
import { IDENTIFYING } from './suppression.js';

export interface Corrected {
  readonly customerId: string;
  readonly fields: readonly string[];
}

/**
 * Corrects what is known of a person (GDPR art. 16, PIPL art. 46): new values sealed under their key, the look-ups with them. Audited by the
 * names of the fields, never their values. Throws NOT_FOUND, INPUT for a value that cannot be one, CONFLICT when the key was destroyed.
 */
export async function correctPerson(
  services: Services,
  customerId: string,
  correction: Correction,
): Promise<Corrected> {
  const { graph, vault, clock } = services;
  await noteLookupKeys(services);
  const fields = Object.keys(correction);
  if (fields.length === 0) throw new AppError('INPUT', 'nothing to correct', 'name a field and its right value');
  const [row] = await graph.read('privacy/sealed-fields', { customerIds: [customerId] });
  if (!row) throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id');
  if (row.keyWrapped === null)
    throw new AppError('CONFLICT', 'the key of this customer was destroyed', 'nothing can be sealed for them');
  const key = vault.unwrap(row.keyWrapped);
  const before = (field: SealedField) => {
    const sealed = row[`${field}Sealed`];
    return sealed === null ? null : vault.open(key, field, sealed);
  };
  const values = Object.entries(correction).map(([field, value]) => sealedOf(field, value ?? null));
  function sealedOf(field: string, value: string | null): [string, string | null] {
    if (!(SEALED_FIELDS as readonly string[]).includes(field)) return [field, value];
    return [`${field}Sealed`, value === null ? null : vault.seal(key, field, value)];
  }
  const foundBy = 'name' in correction ? { nameTokens: nameTokens(vault, correction.name ?? null) } : {};
  const identities = lookupsOf(services, correction, { key, before });
  await rekeyKnown(services, identities.added);
  await graph.transaction(async (tx) => {
    await tx.write('privacy/rights-correct', {
      customerId,
      values: { ...Object.fromEntries(values), ...foundBy, ...contactLookups(vault, correction) },
      ...identities,
      now: clock.now(),
    });
    await recordAudit(services, { action: 'CORRECTED', fields, customers: [customerId], count: 1 }, tx);
  });
  return { customerId, fields };
}

interface Keeping {
  readonly key: Buffer;
  readonly before: (field: SealedField) => string | null;
}

/** Look-ups that no longer hold and those that hold now, of the fields by which people are found. */
function lookupsOf({ vault }: Services, correction: Correction, { key: customerKey, before }: Keeping) {
  const told = IDENTIFYING.map((kind) => [kind, kind.toLowerCase() as SealedField] as const);
  const changed = told.filter(([, field]) => field in correction);
  const lookupOf = (kind: string, value: string) => {
    const normal = normalIdentity(kind, value);
    if (normal === null) throw new AppError('INPUT', `the new value cannot be a ${kind}`, 'check how it is written');
    const lookup = vault.lookup(kind, normal);
    const valueSealed = vault.seal(customerKey, 'value', normal);
    return { key: `${kind}|${lookup}`, kind, normal, lookup, lookupKey: vault.lookupId, valueSealed };
  };
  const keyBefore = (kind: string, field: SealedField) => {
    const value = before(field);
    const normal = value === null ? null : normalIdentity(kind, value);
    return normal === null ? [] : vault.lookups(kind, normal).map((lookup) => `${kind}|${lookup}`);
  };
  const added = changed.flatMap(([kind, field]) => {
    const value = correction[field as keyof Correction];
    return value ? [lookupOf(kind, value)] : [];
  });
  const kept = new Set(added.map(({ key }) => key));
  const gone = changed.flatMap(([kind, field]) => keyBefore(kind, field)).filter((k) => !kept.has(k));
  return { added, gone };
}
