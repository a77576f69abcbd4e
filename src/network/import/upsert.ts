import type { ReadName, WriteName } from '../../graph/queries.gen.js';
import { type EndGroup, type Ends, unknownEnds, without } from './ends.js';
import type { Row } from './field.js';
import { countsOf, type Io, type RowReject, settle, type WriteBatch } from './outcome.js';

/** A row as the graph keeps it, or why it cannot be kept. */
export type Prepared = Row | Omit<RowReject, 'at'>;

export interface UpsertSpec {
  /** Reads what the graph holds of the rows, by their key. */
  readonly known: ReadName;
  /** Writes rows, new or known. */
  readonly write: WriteName;
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
  const key = keyOf(spec.key);
  return async (io, rows) => {
    const unknown = spec.ends ? await unknownEnds(io, rows, spec.ends, spec.self) : [];
    const places = placesWithout(rows, unknown);
    const prepared = spec.prepare ? await spec.prepare(io, without(rows, unknown)) : without(rows, unknown);
    const bad = prepared.flatMap((row, i) => (isReject(row) ? [{ ...row, at: places[i]! }] : []));
    const good = prepared.filter((row): row is Row => !isReject(row));
    const settled = settle(good, await knownOf(io, spec.known, good, key), key);
    const writes = [...settled.fresh, ...settled.changed];
    if (writes.length > 0) await io.graph.write(spec.write, { rows: writes } as never);
    return { ...countsOf(settled), rejected: [...unknown, ...bad] };
  };
}

export function keyOf(columns: readonly string[]): (row: Row) => string {
  const part = (row: Row, column: string) => {
    const value = row[column];
    return value instanceof Date ? value.toISOString() : String(value ?? '');
  };
  return (row) => columns.map((column) => part(row, column)).join('|');
}

async function knownOf(io: Io, name: ReadName, rows: readonly Row[], key: (row: Row) => string) {
  if (rows.length === 0) return new Map<string, Row>();
  const known = (await io.graph.read(name, { rows } as never)) as unknown as Row[];
  return new Map(known.map((row) => [key(row), row]));
}

function isReject(row: Prepared): row is Omit<RowReject, 'at'> {
  return 'reason' in row && 'column' in row;
}

function placesWithout(rows: readonly Row[], rejected: readonly RowReject[]): number[] {
  const out = new Set(rejected.map((r) => r.at));
  return rows.map((_, at) => at).filter((at) => !out.has(at));
}
