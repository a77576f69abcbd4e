import { type Correction, guardianUntilOf, settleFacts } from '../consent/index.js';
import { hopefully, takenBack } from '../graph/attempts.js';
import { rekeyKnown } from '../intake/index.js';
import { AppError } from '../kernel/error.js';
import {
  birthdayLookups,
  contactLookups,
  IDENTIFYING,
  nameTokens,
  normalIdentity,
  noteLookupKeys,
  openPerson,
  type PersonalFields,
  recordAudit,
  SEALED_FIELDS,
  type SealedField,
  type Services,
  sealPerson,
  type Vault,
} from '../security/index.js';

export interface Corrected {
  readonly customerId: string;
  readonly fields: readonly string[];
}

/**
 * Corrects what is known of a person (GDPR art. 16, PIPL art. 46): new values sealed under their key, the lookups with
 * them. What another writer sealed meanwhile is read again and stays. Audited by the names of the fields, never their
 * values. Throws NOT_FOUND, INPUT for a value that cannot be one, CONFLICT when the key was destroyed.
 */
export async function correctPerson(
  services: Services,
  customerId: string,
  correction: Correction,
): Promise<Corrected> {
  await noteLookupKeys(services);
  const fields = Object.keys(correction);
  if (fields.length === 0) throw new AppError('INPUT', 'nothing to correct', 'name a field and its right value');
  await hopefully(() => correct(services, customerId, correction));
  return { customerId, fields };
}

async function correct(services: Services, customerId: string, correction: Correction): Promise<void> {
  const { graph, vault, clock } = services;
  const known = await readPerson(services, customerId);
  const { keyWrapped, before } = known;
  const now = clock.now();
  const guardianUntil = ageOf(correction, known, now);
  const { added, gone } = lookupsOf(services, correction, known);
  await rekeyKnown(services, added);
  const foundBy = 'name' in correction ? { nameTokens: nameTokens(vault, correction.name ?? null) } : {};
  const values = {
    ...valuesOf(vault, known, correction),
    ...foundBy,
    ...contactLookups(vault, correction),
    ...birthdayLookups(vault, correction),
  };
  await graph.transaction(async (tx) => {
    const written = { customerId, keyWrapped, before, values, guardianUntil, gone, added, now };
    const { corrected } = await tx.write('rights/steps/requests/rights-correct', written);
    if (corrected === 0) throw takenBack('what is sealed of this customer changed meanwhile', 'correct it again');
    await settleFacts(tx, [{ customerId, before: known.guardianUntil, after: guardianUntil }], now);
    const fields = Object.keys(correction);
    await recordAudit(services, { action: 'CORRECTED', fields, customers: [customerId], count: 1 }, tx);
  });
}

interface Known {
  readonly keyWrapped: string;
  /** The sealed text as it was read. */
  readonly before: string | null;
  readonly key: Buffer;
  readonly person: PersonalFields;
  readonly guardianUntil: Date | null;
}

/** Until when they count as a child by what is corrected. A birthday taken away leaves that as it was. */
function ageOf({ birthday }: Correction, { guardianUntil }: Known, now: Date): Date | null {
  return birthday == null ? guardianUntil : guardianUntilOf(birthday, now, guardianUntil);
}

async function readPerson({ graph, vault }: Services, customerId: string): Promise<Known> {
  const [row] = await graph.read('security/steps/keys/sealed-fields', { customerIds: [customerId] });
  if (!row) throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id');
  const { keyWrapped, sealed, guardianUntil } = row;
  if (keyWrapped === null)
    throw new AppError('CONFLICT', 'the key of this customer was destroyed', 'nothing can be sealed for them');
  const key = vault.unwrap(keyWrapped);
  return { keyWrapped, before: sealed, key, person: openPerson(vault, key, sealed), guardianUntil };
}

/**
 * The properties that the correction changes: plain ones as they are, personal ones laid over what is known and sealed
 * with it.
 */
function valuesOf(vault: Vault, { key, person, before }: Known, correction: Correction): Record<string, string | null> {
  const told = Object.entries(correction).map(([field, value]) => [field, value ?? null] as const);
  const isSealed = ([field]: readonly [string, unknown]) => (SEALED_FIELDS as readonly string[]).includes(field);
  const plain = Object.fromEntries(told.filter((one) => !isSealed(one)));
  const personal = told.filter(isSealed);
  const sealed =
    personal.length === 0 ? before : sealPerson(vault, key, { ...person, ...Object.fromEntries(personal) });
  return { ...plain, sealed };
}

/** Lookups that no longer hold and those that hold now, of the fields by which people are found. */
function lookupsOf(
  { vault }: Services,
  correction: Correction,
  { key: customerKey, person }: Pick<Known, 'key' | 'person'>,
) {
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
    const value = person[field];
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
