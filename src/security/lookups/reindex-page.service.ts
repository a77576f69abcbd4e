import { expectAll, hopefully } from '../../graph/attempts.js';
import type { GraphTransaction } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { openPerson, type PersonalFields } from '../sealing/person.js';
import type { Vault } from '../sealing/vault.js';
import type { Services } from '../services.js';
import { CONTACT_FIELDS, contactLookup } from './contact-lookups.js';
import { nameTokens } from './name-tokens.js';

/** What was recreated. */
export interface PageDone {
  readonly identities: number;
  readonly names: number;
  /** Customers' own phones, mails and handles. */
  readonly contacts: number;
}

interface Page extends PageDone {
  readonly customers: number;
  /** The last customer of the page; null when there is none after. */
  readonly last: string | null;
}

/** A customer of a page, opened. */
interface Opened {
  readonly row: RowOf<'security/steps/lookups/lookup-page'>;
  readonly key: Buffer;
  readonly person: PersonalFields;
}

interface Asked {
  readonly after: string;
  readonly limit: number;
}

/**
 * Rehashes the lookups of a page of customers in one transaction; what is up to date is not touched. A page of which
 * somebody's fields were changed meanwhile is read again.
 */
export function reindexPage(services: Services, asked: Asked): Promise<Page> {
  return hopefully(() => onePage(services, asked));
}

function onePage({ graph, vault }: Services, asked: Asked): Promise<Page> {
  return graph.transaction(async (tx) => {
    const rows = await tx.read('security/steps/lookups/lookup-page', asked);
    const opened = rows.map((row): Opened => {
      const key = vault.unwrap(row.keyWrapped);
      return { row, key, person: openPerson(vault, key, row.sealed) };
    });
    const identities = await rekey(vault, tx, opened);
    const names = await writeNames(vault, tx, opened);
    const contacts = await writeContacts(vault, tx, opened);
    return { customers: rows.length, last: rows.at(-1)?.id ?? null, identities, names, contacts };
  });
}

/** Identities whose value is kept with the customer go under the current key; what shared one keeps one node. */
async function rekey(vault: Vault, tx: GraphTransaction, opened: readonly Opened[]): Promise<number> {
  const lookupKey = vault.lookupId;
  const told = opened.flatMap(({ row, key: customerKey }) =>
    row.identities.flatMap(({ key: before, kind, lookupKey: under, valueSealed }) => {
      if (!valueSealed || under === lookupKey) return [];
      const lookup = vault.lookup(kind, vault.open(customerKey, 'value', valueSealed));
      return [{ before, key: `${kind}|${lookup}`, lookup, lookupKey }];
    }),
  );
  const rows = [...new Map(told.map((row) => [row.before, row])).values()];
  rows.sort((a, b) => (a.before < b.before ? -1 : 1)); // one order of locks
  if (rows.length > 0) await tx.write('security/steps/lookups/lookup-rekey', { rows });
  return rows.length;
}

async function writeNames(vault: Vault, tx: GraphTransaction, opened: readonly Opened[]): Promise<number> {
  const rows = opened.flatMap(({ row: { id, sealed, nameTokens: before }, person: { name } }) => {
    if (sealed === null || name === null || before?.startsWith(`${vault.lookupId} `)) return [];
    const tokens = nameTokens(vault, name);
    return tokens === null ? [] : [{ id, sealed, nameTokens: tokens }];
  });
  if (rows.length > 0)
    expectAll((await tx.write('security/steps/lookups/lookup-names', { rows })).written, rows.length, AGAIN);
  return rows.length;
}

async function writeContacts(vault: Vault, tx: GraphTransaction, opened: readonly Opened[]): Promise<number> {
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
