import { z } from 'zod';
import type { GraphTransaction } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import { tokenQuery } from '../lookups/name-tokens.js';
import { matchOf, type NameMatch, type Wanted, wantedWords } from '../lookups/name-words.js';
import { openPerson } from '../sealing/person.js';
import type { Services } from '../services.js';
import { takeLookUp } from './look-up-limit.js';
import { reasonOf } from './reason.js';
import { recordAudit } from './record.js';

export const searchInput = z.object({
  name: z.string().min(1).max(100),
  first: z.int().min(1).max(20).default(20),
  purpose: reasonOf(3),
});

/** Whom a search by name found. */
export interface NamedCustomers {
  readonly found: boolean;
  /** Exact names first, then those that begin so, then those that sound so. */
  readonly customers: readonly { readonly customerId: string; readonly match: NameMatch }[];
  /** Lookups that are left to the viewer. */
  readonly remaining: number;
  readonly why: string;
}

const RANKED: readonly NameMatch[] = ['EXACT', 'PREFIX', 'PINYIN'];

/**
 * Customers with this name, one that begins so, or that sounds so in pinyin, among the rows of the viewer: by keyed
 * tokens, and then by the name itself, opened in memory only. Counted and recorded as a lookup, without the name.
 * Throws INPUT for less than one Chinese character or two letters, RATE_LIMIT after LOOKUPS_PER_DAY in 24 hours.
 */
export async function searchCustomers(
  services: Services,
  asked: z.output<typeof searchInput>,
): Promise<NamedCustomers> {
  const { name, first, purpose } = asked;
  const wanted = wantedWords(name);
  if (wanted === null)
    throw new AppError('INPUT', 'searchCustomers: name is too short', 'send a Chinese character or two letters');
  if (purpose.includes(name.trim()))
    throw new AppError('INPUT', 'searchCustomers: purpose holds the name', 'say what it is for, not who');
  services.vault.refresh();
  return services.graph.transaction(async (tx) => {
    const remaining = await takeLookUp(services, tx);
    const found = await matching(services, tx, { name, first, wanted });
    const customers = found.map(({ customerId }) => customerId);
    const entry = { action: 'LOOKED_UP', customers, count: Math.max(1, customers.length), purpose };
    await recordAudit(services, { ...entry, detail: { kind: 'NAME', found: customers.length } }, tx);
    return { found: found.length > 0, customers: found, remaining, why: whyOf(found, first) };
  });
}

interface Search {
  readonly name: string;
  readonly first: number;
  readonly wanted: Wanted;
}

type Found = NamedCustomers['customers'][number];

/** Kind by kind until there are enough; tokens may be shared by chance, or be only the beginning of what was asked. */
async function matching(services: Services, tx: GraphTransaction, { name, first, wanted }: Search): Promise<Found[]> {
  const found = new Map<string, Found>();
  for (const kind of RANKED) {
    if (wanted[kind].length === 0 || found.size >= first) continue;
    for (const row of await candidates(services, tx, wanted[kind])) {
      const known = nameOf(services, row);
      const match = known === null ? null : matchOf(name, known);
      const { customerId } = row;
      if (match !== null && !found.has(customerId)) found.set(customerId, { customerId, match });
    }
  }
  return [...found.values()].sort(byRank).slice(0, first);
}

function byRank(a: Found, b: Found): number {
  return RANKED.indexOf(a.match) - RANKED.indexOf(b.match) || (a.customerId < b.customerId ? -1 : 1);
}

type Row = RowOf<'security/steps/lookups/search-names'>;

function candidates(
  { vault, viewer, clock }: Services,
  tx: GraphTransaction,
  words: readonly string[],
): Promise<Row[]> {
  const scope = viewer.scope ?? { regions: null, cities: null, stores: null, consent: null };
  const { regions, cities, stores, consent } = scope;
  const rows = { regions: listOf(regions), cities: listOf(cities), stores: listOf(stores), consent };
  return tx.read('security/steps/lookups/search-names', { query: tokenQuery(vault, words), ...rows, now: clock.now() });
}

function listOf(names: readonly string[] | null): string[] | null {
  return names && [...names];
}

function nameOf({ vault }: Services, { keyWrapped, sealed }: Row): string | null {
  return openPerson(vault, vault.unwrap(keyWrapped), sealed).name;
}

function whyOf(found: readonly Found[], first: number): string {
  if (found.length === 0) return 'no customer has a name like this';
  const counts = RANKED.map((kind) => [kind, found.filter(({ match }) => match === kind).length] as const);
  const said = { EXACT: 'have this name', PREFIX: 'have one that begins so', PINYIN: 'have one that sounds so' };
  const parts = counts.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${said[kind]}`);
  return parts.join(', ') + (found.length === first ? '; there may be more: write more of the name' : '');
}
