import type { Graph } from '../../graph/graph.js';
import type { Clock } from '../../kernel/clock.js';
import type { Services, Vault } from '../../security/index.js';
import type { Fault, Row, Value } from './row.js';

/** What writing rows needs of the services. */
export interface Io {
  readonly services: Services;
  readonly graph: Graph;
  readonly vault: Vault;
  readonly clock: Clock;
}

export function ioOf(services: Services): Io {
  const { graph, vault, clock } = services;
  return { services, graph, vault, clock };
}

/** A row that may not go in: its place in the batch, the column to look at, and why. A row may have several. */
export interface RowReject extends Fault {
  readonly at: number;
  /** Whether another row of the same file may mend it, as when a reply stands before its post. */
  readonly later?: boolean;
}

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface Outcome extends Counts {
  /** Withdrawals by an address that nobody known has. */
  readonly nobody?: number;
  readonly rejected: readonly RowReject[];
}

/** Writes one batch, safe to repeat. Rows of one batch have different keys. */
export type WriteBatch = (io: Io, rows: readonly Row[]) => Promise<Outcome>;

export interface Settled {
  readonly fresh: Row[];
  /** Known rows that are given otherwise, whole: what is not given stays as it was. */
  readonly changed: Row[];
  readonly unchanged: number;
}

export const NOTHING: Settled = { fresh: [], changed: [], unchanged: 0 };

/** Parts rows into new, changed and unchanged against what the graph holds of them, by key. */
export function settle(rows: readonly Row[], known: ReadonlyMap<string, Row>, key: (row: Row) => string): Settled {
  const fresh: Row[] = [];
  const changed: Row[] = [];
  for (const row of rows) {
    const before = known.get(key(row));
    if (!before) fresh.push(row);
    else if (differs(before, row)) changed.push({ ...before, ...row });
  }
  return { fresh, changed, unchanged: rows.length - fresh.length - changed.length };
}

/** Only what the graph keeps is compared: a row may carry more, such as the parts of its key. */
function differs(before: Row, row: Row): boolean {
  for (const name in row) if (name in before && !same(before[name], row[name])) return true;
  return false;
}

function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return (a ?? null) === (b ?? null);
}

export function countsOf({ fresh, changed, unchanged }: Settled): Counts {
  return { created: fresh.length, updated: changed.length, unchanged };
}

/** The rows that are not rejected. */
export function without(rows: readonly Row[], rejected: readonly RowReject[]): Row[] {
  if (rejected.length === 0) return [...rows];
  const out = new Set(rejected.map((r) => r.at));
  return rows.filter((_, at) => !out.has(at));
}

/** What two rows must share to be about the same thing, as one text. */
export function keyOf(columns: readonly string[]): (row: Row) => string {
  const part = (row: Row, column: string) => {
    const value = row[column];
    return value instanceof Date ? value.toISOString() : String(value ?? '');
  };
  const [first] = columns;
  if (columns.length === 1) return (row) => part(row, first!);
  return (row) => columns.map((column) => part(row, column)).join('|');
}
