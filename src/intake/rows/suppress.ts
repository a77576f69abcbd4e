import { IDENTIFYING, identityMark, markOf, normalIdentities } from '../../security/index.js';
import { KINDS } from '../kinds/index.js';
import type { KindName } from '../kinds/names.js';
import { moreContacts } from './contacts.js';
import type { Io } from './outcome.js';
import type { Chunk, Item, Row } from './row.js';
import { customerKeys } from './seal.js';

/** Marks of what rows name: customers, and what is of one. */
const MARKS: Partial<Record<KindName, 'CUSTOMER' | 'ORDER' | 'POST' | 'TOUCH'>> = {
  customers: 'CUSTOMER',
  orders: 'ORDER',
  posts: 'POST',
  touches: 'TOUCH',
};

interface Kept<P> {
  readonly kept: Chunk<P>;
  readonly dropped: number;
}

/**
 * Takes out the rows about people who were erased: they are counted and go nowhere, not even among the rejects. Nothing
 * is marked where nobody was ever erased.
 */
export async function dropSuppressed<P>(io: Io, kind: KindName, chunk: Chunk<P>): Promise<Kept<P>> {
  if (!(await suppressed(io, [])).any) return { kept: chunk, dropped: 0 };
  const marked = chunk.items.map((item) => ({ item, marks: marksOf(io, kind, item.row) }));
  const replies = chunk.items.flatMap(({ row }) =>
    row.replyTo ? [markOf(io.vault, 'POST', row.replyTo as string)] : [],
  );
  const cells = chunk.bad.map((bad) => ({ bad, marks: bad.texts.flatMap((cell) => marksOfCell(io, cell)) }));
  const asked = [...new Set([...[...marked, ...cells].flatMap(({ marks }) => marks), ...replies])];
  const out = new Set((await suppressed(io, asked)).marks);
  const strange = kind === 'customers' ? await strangers(io, marked, out) : new Set<Item<P>>();
  const items = marked.filter(({ item, marks }) => !strange.has(item) && !marks.some((m) => out.has(m)));
  const bad = cells.filter(({ marks }) => !marks.some((m) => out.has(m)));
  const kept = { items: items.map((m) => withoutReply(io, m.item, out)), bad: bad.map((b) => b.bad) };
  return { kept, dropped: chunk.items.length + chunk.bad.length - kept.items.length - kept.bad.length };
}

async function suppressed({ graph }: Io, marks: string[]): Promise<{ any: boolean; marks: readonly string[] }> {
  const [row] = await graph.read('intake/steps/suppressed', { marks });
  return row!;
}

function marksOf({ vault }: Io, kind: KindName, row: Row): string[] {
  const named = Object.entries(KINDS[kind].columns).flatMap(([column, { names }]) => {
    const what = column === 'replyTo' || !names ? undefined : MARKS[names];
    return what && typeof row[column] === 'string' ? [markOf(vault, what, row[column])] : [];
  });
  return kind === 'customers' ? [markOf(vault, 'CUSTOMER', row.id as string), ...named] : named;
}

/** A row that could not be read is written to a file as it is: every cell of it may name someone. */
function marksOfCell(io: Io, cell: string): string[] {
  const text = cell.trim();
  if (text === '') return [];
  return [markOf(io.vault, 'CUSTOMER', text), ...IDENTIFYING.flatMap((kind) => identityMarks(io, kind, text))];
}

function identityMarks({ vault }: Io, kind: string, value: unknown): string[] {
  const normals = typeof value === 'string' ? normalIdentities(kind, value) : [];
  return normals.map((normal) => identityMark(vault, kind, vault.mark(kind, normal)));
}

interface Marked<P> {
  readonly item: Item<P>;
  readonly marks: readonly string[];
}

/**
 * Customers unknown by their id but known to be erased by phone, mail or handle: from now on kept out by this id too.
 */
async function strangers<P>(io: Io, marked: readonly Marked<P>[], out: ReadonlySet<string>): Promise<Set<Item<P>>> {
  const wanted = marked.filter(({ marks }) => !marks.some((m) => out.has(m)));
  const identified = wanted.map(({ item, marks: [id] }) => ({ item, id: id!, identities: identitiesOf(io, item.row) }));
  const hits = new Set((await suppressed(io, [...new Set(identified.flatMap((i) => i.identities))])).marks);
  const found = identified.filter(({ identities }) => identities.some((m) => hits.has(m)));
  const known = await customerKeys(
    io,
    found.map(({ item }) => item.row.id as string),
  );
  const strange = found.filter(({ item }) => !known.has(item.row.id as string));
  const rows = strange.map(({ id, identities }) => ({ mark: identities.find((m) => hits.has(m))!, also: id }));
  if (rows.length > 0) await io.graph.write('intake/steps/suppress-more', { rows });
  return new Set(strange.map(({ item }) => item));
}

function identitiesOf(io: Io, row: Row): string[] {
  const own = IDENTIFYING.flatMap((kind) => identityMarks(io, kind, row[kind.toLowerCase()]));
  return own.concat(moreContacts(row).flatMap(({ kind, value }) => identityMarks(io, kind, value)));
}

/** An answer to a post of someone erased stays, as a post of its own. */
function withoutReply<P>({ vault }: Io, item: Item<P>, out: ReadonlySet<string>): Item<P> {
  return typeof item.row.replyTo === 'string' && out.has(markOf(vault, 'POST', item.row.replyTo))
    ? { ...item, row: { ...item.row, replyTo: null } }
    : item;
}
