import { contactLookups, guardianUntilOf, nameTokens, SEALED_FIELDS, settleCustomers } from '../../privacy/index.js';
import { expectAll, hopefully } from './attempts.js';
import type { Row } from './field.js';
import { countsOf, type Io, type Outcome, type Settled, settle } from './outcome.js';
import { sealColumns } from './sealed.js';

/**
 * Writes customers sealed under the keys the graph holds for them, or under new ones. Where another writer made one of them first, under a
 * key of its own, that key is read and all is sealed again.
 */
export function writeCustomers(io: Io, rows: readonly Row[]): Promise<Outcome> {
  return hopefully(async () => {
    const known = await knownCustomers(io, rows);
    const erased = rows.flatMap((row, at) =>
      known.get(row.id as string)?.keyWrapped === null
        ? [{ at, column: 'id', reason: 'the key of this customer was destroyed' }]
        : [],
    );
    const out = new Set(erased.map((r) => r.at));
    const sealed = rows.filter((_, at) => !out.has(at)).map((row) => seal(io, row, known.get(row.id as string)));
    const settled = settle(sealed, known, (row) => row.id as string);
    const aged = settled.changed.filter((row) => ageChanged(row, known.get(row.id as string)));
    if (settled.fresh.length + settled.changed.length > 0) await write(io, settled, aged);
    return { ...countsOf(settled), rejected: erased };
  });
}

/** Writes; whoever turns out to be a child, or none, has their consents settled anew in the same transaction. */
function write(io: Io, { fresh, changed }: Settled, aged: readonly Row[]): Promise<void> {
  return io.graph.transaction(async (tx) => {
    for (const [name, rows] of [
      ['network/import-customers-new', fresh.map((row) => named(io, row))],
      ['network/import-customers-changed', changed],
    ] as const)
      if (rows.length > 0) expectAll((await tx.write(name, { rows } as never)).written, rows.length);
    const ids = aged.map((row) => row.id as string);
    if (ids.length > 0) await settleCustomers(tx, ids, io.clock.now());
  });
}

function ageChanged(row: Row, before: Row | undefined): boolean {
  return (row.guardianUntil as Date | null)?.getTime() !== (before?.guardianUntil as Date | null)?.getTime();
}

async function knownCustomers({ graph }: Io, rows: readonly Row[]): Promise<Map<string, Row>> {
  const known = await graph.read('network/import-customers-known', {
    rows: rows.map((row) => ({ id: row.id as string })),
  });
  return new Map(known.map((row) => [row.id, row]));
}

function seal(io: Io, row: Row, before: Row | undefined): Row {
  const aged = { ...row, ...ageOf(io, row, before), ...foundBy(io, row), ...contactLookups(io.vault, row) };
  if (before) return sealColumns(io, io.vault.unwrap(before.keyWrapped as string), aged, SEALED_FIELDS);
  const { key, wrapped } = io.vault.newKey();
  return { ...sealColumns(io, key, aged, SEALED_FIELDS), keyWrapped: wrapped };
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
