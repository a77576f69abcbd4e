import { expectAll, hopefully } from '../../graph/attempts.js';
import type { GraphTransaction } from '../../graph/graph.js';
import { openPerson } from '../sealing/person.js';
import type { Vault } from '../sealing/vault.js';
import type { Services } from '../services.js';
import { CONTACT_FIELDS, contactLookup } from './contact-lookups.js';
import { knownValues, type OpenedRow } from './known-values.js';
import { nameTokens } from './name-tokens.js';

/** What was made anew. */
export interface PageDone {
  readonly identities: number;
  readonly names: number;
  /** Customers' own phones, mails and handles. */
  readonly contacts: number;
  /** Values that are kept with a customer from now on. */
  readonly values: number;
}

interface Page extends PageDone {
  readonly customers: number;
  /** The last customer of the page; null when there is none after. */
  readonly last: string | null;
}

interface Asked {
  readonly after: string;
  readonly limit: number;
}

/**
 * Makes what a page of customers is found by anew, in one transaction; what is up to date is not touched. A page of which somebody's fields
 * were changed meanwhile is read again.
 */
export function reindexPage(services: Services, asked: Asked): Promise<Page> {
  return hopefully(() => onePage(services, asked));
}

function onePage({ graph, vault }: Services, asked: Asked): Promise<Page> {
  return graph.transaction(async (tx) => {
    const rows = await tx.read('security/steps/lookups/lookup-page', asked);
    const opened = rows.map((row): OpenedRow => {
      const key = vault.unwrap(row.keyWrapped);
      return { row, key, person: openPerson(vault, key, row.sealed) };
    });
    const told = new Map(opened.flatMap((one) => valuesOf(vault, one)));
    const identities = await rekey(tx, [...told.values()]);
    const values = await keepValues(vault, tx, told);
    const names = await writeNames(vault, tx, opened);
    const contacts = await writeContacts(vault, tx, opened);
    return { customers: rows.length, last: rows.at(-1)?.id ?? null, identities, values, names, contacts };
  });
}

interface Told {
  readonly before: string;
  readonly key: string;
  readonly lookup: string;
  readonly lookupKey: string;
  readonly normal: string;
}

/** Identities whose value is known and that are under another key, or lack it with somebody; by their new key. */
function valuesOf(vault: Vault, opened: OpenedRow): [string, Told][] {
  return knownValues(vault, opened).flatMap(({ identity, normal }): [string, Told][] => {
    if (normal === null) return [];
    const lookup = vault.lookup(identity.kind, normal);
    if (lookup === identity.lookup && identity.valueSealed) return [];
    const key = `${identity.kind}|${lookup}`;
    return [[key, { before: identity.key, key, lookup, lookupKey: vault.lookupId, normal }]];
  });
}

async function rekey(tx: GraphTransaction, told: readonly Told[]): Promise<number> {
  const rows = told.filter(({ before, key }) => before !== key).map(({ normal: _, ...row }) => row);
  if (rows.length > 0)
    await tx.write('security/steps/lookups/lookup-rekey', { rows: sorted(rows, (row) => row.before) });
  return rows.length;
}

/** The value goes to everybody who has the identity: each keeps it under a key of their own, and takes it along when erased. */
async function keepValues(vault: Vault, tx: GraphTransaction, told: ReadonlyMap<string, Told>): Promise<number> {
  if (told.size === 0) return 0;
  const sharers = await tx.read('security/steps/lookups/lookup-sharers', { keys: [...told.keys()] });
  const rows = sharers.map(({ key, customerId, keyWrapped }) => {
    const valueSealed = vault.seal(vault.unwrap(keyWrapped), 'value', told.get(key)!.normal);
    return { customerId, key, valueSealed };
  });
  if (rows.length === 0) return 0;
  return (await tx.write('security/steps/lookups/lookup-values', { rows: sorted(rows, (row) => row.customerId) })).kept;
}

async function writeNames(vault: Vault, tx: GraphTransaction, opened: readonly OpenedRow[]): Promise<number> {
  const rows = opened.flatMap(({ row: { id, sealed, nameTokens: before }, person: { name } }) => {
    if (sealed === null || name === null || before?.startsWith(`${vault.lookupId} `)) return [];
    const tokens = nameTokens(vault, name);
    return tokens === null ? [] : [{ id, sealed, nameTokens: tokens }];
  });
  if (rows.length > 0)
    expectAll((await tx.write('security/steps/lookups/lookup-names', { rows })).written, rows.length, AGAIN);
  return rows.length;
}

async function writeContacts(vault: Vault, tx: GraphTransaction, opened: readonly OpenedRow[]): Promise<number> {
  const rows = opened.flatMap(({ row, person }) =>
    CONTACT_FIELDS.flatMap((field) => {
      const { id, sealed } = row;
      if (sealed === null || row[`${field}Lookup`]?.startsWith(vault.lookupId)) return [];
      const lookup = contactLookup(vault, field, person[field]);
      return lookup === null ? [] : [{ id, field, sealed, lookup }];
    }),
  );
  if (rows.length > 0)
    expectAll((await tx.write('security/steps/lookups/lookup-contacts', { rows })).written, rows.length, AGAIN);
  return rows.length;
}

const AGAIN = 'run `guanxi keys reindex` again';

/** One order of locks. */
function sorted<T>(rows: readonly T[], by: (row: T) => string): T[] {
  return [...rows].sort((a, b) => (by(a) < by(b) ? -1 : 1));
}
