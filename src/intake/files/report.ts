import type { Tally } from '../rows/pipeline.js';

/** What became of one file. Rows = those of the tally + rejected + left out. */
export interface FileReport extends Readonly<Tally> {
  readonly name: string;
  readonly rows: number;
  readonly rejected: number;
  /** Rows that the mapping's `where` does not want. */
  readonly leftOut: number;
  readonly seconds: number;
  /** Where the rejected rows are. */
  readonly rejects: string | null;
  /** Columns that the import does not know. */
  readonly extraColumns: readonly string[];
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly rows: number;
  readonly rejected: number;
  readonly seconds: number;
}

const COLUMNS = ['rows', 'created', 'updated', 'unchanged', 'repeated', 'rejected', 'suppressed'] as const;

/** The report as lines of a table, one per file. */
export function tableOf({ files }: ImportReport): string[] {
  const head = ['file', ...COLUMNS, 'rows/s'];
  const body = files.map((file) => [
    file.name,
    ...COLUMNS.map((c) => String(file[c])),
    String(speedOf(file.rows, file.seconds)),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...body].map((cells) => cells[at]!.length)));
  return [head, ...body].map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}

export function speedOf(rows: number, seconds: number): number {
  return Math.round(rows / Math.max(seconds, 0.001));
}
