import { type AgeChange, guardianUntilOf, settleFacts } from '../../consent/index.js';
import { expectAll, hopefully } from '../../graph/attempts.js';
import {
  birthdayLookups,
  contactLookups,
  nameTokens,
  openPerson,
  SEALED_FIELDS,
  type SealedField,
  sealPerson,
  type Vault,
} from '../../security/index.js';
import { moreContacts, ownColumns } from '../rows/contacts.js';
import { countsOf, type Io, type Outcome, type Settled, settle } from '../rows/outcome.js';
import type { Row } from '../rows/row.js';
import { writeIdentities } from './identities.js';

/**
 * Writes customers sealed under the keys the graph holds for them, or under new ones. Where another writer made one of
 * them first, under a key of its own, or changed what is sealed of one, that is read and all is sealed again.
 */
export async function writeCustomers(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const outcome = await writeOwn(io, rows.map(ownColumns));
  const out = new Set(outcome.rejected.map(({ at }) => at));
  const more = rows.flatMap((row, at) =>
    out.has(at) ? [] : moreContacts(row).map((contact) => ({ ...contact, customerId: row.id as string })),
  );
  if (more.length > 0) await writeIdentities(io, more);
  return outcome;
}

function writeOwn(io: Io, rows: readonly Row[]): Promise<Outcome> {
  return hopefully(async () => {
    const known = await knownCustomers(io, rows);
    const erased = rows.flatMap((row, at) =>
      known.get(row.id as string)?.keyWrapped === null
        ? [{ at, column: 'id', reason: 'the key of this customer was destroyed; leave the row out' }]
        : [],
    );
    const out = new Set(erased.map((r) => r.at));
    const sealed = rows.filter((_, at) => !out.has(at)).map((row) => seal(io, row, known.get(row.id as string)));
    const settled = settle(sealed, known, (row) => row.id as string);
    const ages = settled.changed.map((row) => ageChange(row, known.get(row.id as string)));
    const changed = settled.changed.map((row) => ({ ...row, before: known.get(row.id as string)!.sealed! }));
    if (settled.fresh.length + changed.length > 0) await write(io, { ...settled, changed }, ages);
    return { ...countsOf(settled), rejected: erased };
  });
}

/** Writes; whoever turns out to be a child, or none, has their consents settled again in the same transaction. */
function write(io: Io, { fresh, changed }: Settled, ages: readonly AgeChange[]): Promise<void> {
  return io.graph.transaction(async (tx) => {
    for (const [name, rows] of [
      ['intake/steps/customers-new', fresh.map((row) => named(io, row))],
      ['intake/steps/customers-changed', changed],
    ] as const)
      if (rows.length > 0) expectAll((await tx.write(name, { rows } as never)).written, rows.length);
    await settleFacts(tx, ages, io.clock.now());
  });
}

function ageChange(row: Row, before: Row | undefined): AgeChange {
  const of = (one: Row | undefined) => (one?.guardianUntil as Date | null | undefined) ?? null;
  return { customerId: row.id as string, before: of(before), after: of(row) };
}

async function knownCustomers({ graph }: Io, rows: readonly Row[]): Promise<Map<string, Row>> {
  const known = await graph.read('intake/steps/customers-known', {
    rows: rows.map((row) => ({ id: row.id as string })),
  });
  return new Map(known.map((row) => [row.id, row]));
}

function seal(io: Io, row: Row, before: Row | undefined): Row {
  const { vault } = io;
  const aged: Row = {
    ...row,
    ...ageOf(io, row, before),
    ...foundBy(io, row),
    ...contactLookups(vault, row),
    ...birthdayLookups(vault, row),
  };
  for (const field of SEALED_FIELDS) delete aged[field];
  if (before) return { ...aged, ...personOf(vault, vault.unwrap(before.keyWrapped as string), row, before) };
  const { key, wrapped } = vault.newKey();
  return { ...aged, ...personOf(vault, key, row), keyWrapped: wrapped };
}

/**
 * What the row tells of the person, laid over what is known and sealed with it; nothing where the row tells nothing of
 * it.
 */
function personOf(vault: Vault, key: Buffer, row: Row, before?: Row): { sealed?: string | null } {
  const told = SEALED_FIELDS.filter((field) => row[field] !== undefined);
  if (told.length === 0) return {};
  const textOf = (field: SealedField) => (row[field] === null ? null : String(row[field]));
  const known = openPerson(vault, key, (before?.sealed as string | null | undefined) ?? null);
  return { sealed: sealPerson(vault, key, { ...known, ...Object.fromEntries(told.map((f) => [f, textOf(f)])) }) };
}

/** What the name is found by, before it is sealed. */
function foundBy({ vault }: Io, { name }: Row): { nameTokens?: string | null } {
  return name === undefined ? {} : { nameTokens: nameTokens(vault, name === null ? null : String(name)) };
}

/** Whether a child, from the birthday before it is sealed. A row that tells no birthday leaves it as it was. */
function ageOf({ clock }: Io, { birthday }: Row, before: Row | undefined): { guardianUntil?: Date | null } {
  if (birthday === undefined || birthday === null) return {};
  const known = (before?.guardianUntil as Date | null | undefined) ?? null;
  return { guardianUntil: guardianUntilOf(String(birthday), clock.now(), known) };
}

/** A new customer with the public name and the id of the master key. */
function named({ vault }: Io, row: Row): Row {
  const id = row.id as string;
  return { ...row, alias: vault.alias(id), keyId: (row.keyWrapped as string).split('.')[0]! };
}
