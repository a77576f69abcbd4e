import type { GraphTransaction } from '../graph/graph.js';
import type { ReadName, WriteName } from '../graph/queries.gen.js';
import { type EndGroup, type Ends, unknownEnds, without } from './ends.js';
import type { Row } from './field.js';
import { countsOf, type Io, type RowReject, type Settled, settle, type WriteBatch } from './outcome.js';

/** A row as the graph keeps it, or why it cannot be kept. */
export type Prepared = Row | Omit<RowReject, 'at'>;

export interface UpsertSpec {
  /** Reads what the graph holds of the rows, by their key. */
  readonly known: ReadName;
  /** Writes rows, new or known. */
  readonly write: WriteName;
  /** Writes rows that are new, where that can be done faster than finding out. */
  readonly fresh?: WriteName;
  /** Columns that name another node, and what ties or unties it; written after the rows, in their transaction. */
  readonly links?: Readonly<Record<string, WriteName>>;
  /** The columns that make the key. */
  readonly key: readonly string[];
  readonly ends?: Ends;
  /** The group of nodes that these rows make themselves. */
  readonly self?: EndGroup;
  /** From file rows to graph rows, place by place: keys made, values sealed. */
  readonly prepare?: (io: Io, rows: readonly Row[]) => Promise<Prepared[]> | Prepared[];
}

/** The way of most kinds: check the ends, prepare, compare with what is there, write what is new or changed. */
export function upsert(spec: UpsertSpec): WriteBatch {
  return async (io, rows) => {
    const unknown = spec.ends ? await unknownEnds(io, rows, spec.ends, spec.self) : [];
    const places = placesWithout(rows, unknown);
    const prepared = spec.prepare ? await spec.prepare(io, without(rows, unknown)) : without(rows, unknown);
    const bad = prepared.flatMap((row, i) => (isReject(row) ? [{ ...row, at: places[i]! }] : []));
    const good = prepared.filter((row): row is Row => !isReject(row));
    const settled = good.length === 0 ? NOTHING : await io.graph.transaction((tx) => write(tx, spec, good));
    return { ...countsOf(settled), rejected: [...unknown, ...bad] };
  };
}

const NOTHING: Settled = { fresh: [], changed: [], unchanged: 0 };

/** What is known is read in the transaction that writes: when the driver runs it again, what went in is not made twice. */
async function write(tx: GraphTransaction, spec: UpsertSpec, rows: readonly Row[]): Promise<Settled> {
  const key = keyOf(spec.key);
  const known = (await tx.read(spec.known, { rows } as never)) as unknown as Row[];
  const settled = settle(rows, new Map(known.map((row) => [key(row), row])), key);
  const { fresh, changed } = settled;
  const put = async (name: WriteName, rows: readonly object[]) => {
    if (rows.length > 0) await tx.write(name, { rows } as never);
  };
  if (spec.fresh) await put(spec.fresh, fresh);
  await put(spec.write, spec.fresh ? changed : [...fresh, ...changed]);
  for (const [column, name] of Object.entries(spec.links ?? {})) {
    const tied = fresh.filter((row) => row[column] !== null && row[column] !== undefined);
    await put(
      name,
      [...tied, ...changed].map((row) => ({ id: row.id, end: row[column] ?? null })),
    );
  }
  return settled;
}

export function keyOf(columns: readonly string[]): (row: Row) => string {
  const part = (row: Row, column: string) => {
    const value = row[column];
    return value instanceof Date ? value.toISOString() : String(value ?? '');
  };
  return (row) => columns.map((column) => part(row, column)).join('|');
}

function isReject(row: Prepared): row is Omit<RowReject, 'at'> {
  return 'reason' in row && 'column' in row;
}

function placesWithout(rows: readonly Row[], rejected: readonly RowReject[]): number[] {
  const out = new Set(rejected.map((r) => r.at));
  return rows.map((_, at) => at).filter((at) => !out.has(at));
}
