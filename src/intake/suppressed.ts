import { IDENTIFYING, identityMark, markOf, normalIdentity } from '../security/index.js';
import type { Batch, Item } from './batches.js';
import type { Row } from './field.js';
import type { KindName } from './kind-names.js';
import type { Io } from './outcome.js';
import { customerKeys } from './sealed.js';

/** Columns that name someone or something of someone. */
const NAMES = {
  customerId: 'CUSTOMER',
  fromId: 'CUSTOMER',
  toId: 'CUSTOMER',
  referredId: 'CUSTOMER',
  orderId: 'ORDER',
  postId: 'POST',
  touchId: 'TOUCH',
} as const;

/**
 * Takes out the rows about people who were erased: they are counted and go nowhere, not even among the rejects. Nothing is marked where
 * nobody was ever erased.
 */
export async function dropSuppressed(io: Io, kind: KindName, batch: Batch): Promise<{ batch: Batch; dropped: number }> {
  if (!(await suppressed(io, [])).any) return { batch, dropped: 0 };
  const marked = batch.items.map((item) => ({ item, marks: marksOf(io, kind, item.row) }));
  const replies = batch.items.flatMap(({ row }) =>
    row.replyTo ? [markOf(io.vault, 'POST', row.replyTo as string)] : [],
  );
  const cells = batch.bad.map((bad) => ({ bad, marks: bad.raw.cells.flatMap((cell) => marksOfCell(io, cell)) }));
  const asked = [...new Set([...[...marked, ...cells].flatMap(({ marks }) => marks), ...replies])];
  const out = new Set((await suppressed(io, asked)).marks);
  const strange = kind === 'customers' ? await strangers(io, marked, out) : new Set<Item>();
  const items = marked.filter(({ item, marks }) => !strange.has(item) && !marks.some((m) => out.has(m)));
  const bad = cells.filter(({ marks }) => !marks.some((m) => out.has(m)));
  const kept = { read: batch.read, items: items.map((m) => withoutReply(io, m.item, out)), bad: bad.map((b) => b.bad) };
  return { batch: kept, dropped: batch.items.length + batch.bad.length - kept.items.length - kept.bad.length };
}

async function suppressed({ graph }: Io, marks: string[]): Promise<{ any: boolean; marks: readonly string[] }> {
  const [row] = await graph.read('intake/steps/people/suppressed', { marks });
  return row!;
}

function marksOf({ vault }: Io, kind: KindName, row: Row): string[] {
  const named = Object.entries(NAMES).flatMap(([column, what]) =>
    typeof row[column] === 'string' ? [markOf(vault, what, row[column])] : [],
  );
  return kind === 'customers' ? [markOf(vault, 'CUSTOMER', row.id as string), ...named] : named;
}

/** A row that could not be read is written to a file as it is: every cell of it may name someone. */
function marksOfCell(io: Io, cell: string): string[] {
  const text = cell.trim();
  if (text === '') return [];
  return [markOf(io.vault, 'CUSTOMER', text), ...IDENTIFYING.flatMap((kind) => identityMarks(io, kind, text))];
}

function identityMarks({ vault }: Io, kind: string, value: unknown): string[] {
  const normal = typeof value === 'string' ? normalIdentity(kind, value) : null;
  return normal === null ? [] : [identityMark(vault, kind, vault.mark(kind, normal))];
}

interface Marked {
  readonly item: Item;
  readonly marks: readonly string[];
}

/** Customers unknown by their id but known to be erased by phone, mail or handle: from now on kept out by this id too. */
async function strangers(io: Io, marked: readonly Marked[], out: ReadonlySet<string>): Promise<Set<Item>> {
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
  if (rows.length > 0) await io.graph.write('intake/steps/people/suppress-more', { rows });
  return new Set(strange.map(({ item }) => item));
}

function identitiesOf(io: Io, row: Row): string[] {
  return IDENTIFYING.flatMap((kind) => identityMarks(io, kind, row[kind.toLowerCase()]));
}

/** An answer to a post of someone erased stays, as a post of its own. */
function withoutReply({ vault }: Io, item: Item, out: ReadonlySet<string>): Item {
  return typeof item.row.replyTo === 'string' && out.has(markOf(vault, 'POST', item.row.replyTo))
    ? { ...item, row: { ...item.row, replyTo: null } }
    : item;
}
