export type Value = string | number | boolean | Date | null;

/**
 * A row after validation. A column that was not given or empty is not in it: what is known of it stays. Null empties
 * what is known.
 */
export type Row = Record<string, Value>;

/**
 * What is wrong with a row in one column, and how to mend it. Never holds what the cell holds, which may be personal.
 */
export interface Fault {
  /** As the sender names it; empty for the row as a whole. */
  readonly column: string;
  readonly reason: string;
}

/** A row, and where it came from: the line of a file, the index in a request. */
export interface Item<P = unknown> {
  readonly place: P;
  readonly row: Row;
  /** Damaged contacts that were left out of it. */
  readonly leftOut?: number;
}

/** A row that may not go in, with all that is wrong with it. */
export interface BadRow<P = unknown> {
  readonly place: P;
  /** What of it could be read. */
  readonly row: Row;
  readonly faults: readonly Fault[];
  /** All its texts: any of them may name somebody. */
  readonly texts: readonly string[];
}

/** One text for all faults of a row: `reason`, or `column: reason; column: reason` where there are several. */
export function faultsText(faults: readonly Fault[]): string {
  if (faults.length === 1) return faults[0]!.reason;
  return faults.map(({ column, reason }) => (column === '' ? reason : `${column}: ${reason}`)).join('; ');
}

/** Validated rows, and those that may not go in. */
export interface Chunk<P> {
  readonly items: readonly Item<P>[];
  readonly bad: readonly BadRow<P>[];
}

/** A row as the graph keeps it, or why it cannot be kept. */
export type Prepared = Row | Fault;
