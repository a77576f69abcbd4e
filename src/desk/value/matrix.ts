/** Moves between segments as a matrix, and the mix of two runs: pure. */

interface Move {
  readonly before: string | null;
  readonly after: string | null;
  readonly customers: number;
}

/** One row of the matrix: where customers were, and how many are where now, in the order of the columns. */
export interface MatrixRow {
  readonly before: string | null;
  readonly total: number;
  readonly cells: readonly number[];
}

export interface Matrix {
  readonly columns: readonly (string | null)[];
  readonly rows: readonly MatrixRow[];
  readonly stayed: number;
  readonly moved: number;
}

/**
 * The matrix in the order of the segments, those that nobody was in or came to left out; null stands for not graded,
 * and comes last.
 */
export function matrixOf(moves: readonly Move[], order: readonly string[]): Matrix {
  const place = (id: string | null) => (id === null ? Number.MAX_SAFE_INTEGER : (order.indexOf(id) + 1000) % 1000);
  const ends = (of: 'before' | 'after') =>
    [...new Set(moves.map((move) => move[of]))].sort((a, b) => place(a) - place(b));
  const columns = ends('after');
  const count = (before: string | null, after: string | null) =>
    moves.filter((move) => move.before === before && move.after === after).reduce((sum, one) => sum + one.customers, 0);
  const rows = ends('before').map((before) => {
    const cells = columns.map((after) => count(before, after));
    return { before, cells, total: cells.reduce((sum, cell) => sum + cell, 0) };
  });
  const all = rows.reduce((sum, { total }) => sum + total, 0);
  const stayed = moves.reduce((sum, { before, after, customers }) => sum + (before === after ? customers : 0), 0);
  return { columns, rows, stayed, moved: all - stayed };
}

interface Shown {
  readonly run: string;
  readonly at: string;
  readonly segment: string;
  readonly share: number;
}

export interface Mix<S> {
  readonly segment: S;
  readonly first: number;
  readonly last: number;
  /** Of every run, the oldest first. */
  readonly shares: readonly number[];
}

/** The share of each segment of the latest run in it and in those before. Empty for no run. */
export function mixOf<S extends Shown>(
  rows: readonly S[],
): { readonly moments: readonly string[]; readonly mix: readonly Mix<S>[] } {
  const runs = [...new Map(rows.map(({ run, at }) => [run, at]))];
  const latest = runs.at(-1)?.[0];
  const mix = rows
    .filter(({ run }) => run === latest)
    .map((segment) => {
      const of = (run: string) => rows.find((row) => row.run === run && row.segment === segment.segment)?.share ?? 0;
      const shares = runs.map(([run]) => of(run));
      return { segment, shares, first: shares[0]!, last: shares.at(-1)! };
    });
  return { moments: runs.map(([, at]) => at), mix };
}
