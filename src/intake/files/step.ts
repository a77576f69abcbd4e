import type { KindName } from '../kinds/names.js';
import type { TimeFormat } from '../rows/cell.js';
import type { SourceFormat } from './source.js';

/** Where the text of a field comes from: exactly one of column, first, template and value. */
export interface FieldSource {
  readonly column?: string | undefined;
  /** The first of these columns that is not empty. */
  readonly first?: readonly string[] | undefined;
  /** Text with `{column}` in it; `{_line}` is the line of the file. */
  readonly template?: string | undefined;
  readonly value?: string | undefined;
  /** Only the text before this one, for cells that hold a list. */
  readonly before?: string | undefined;
  /** Other words for the cell: what the file says → what the graph says. */
  readonly words?: Readonly<Record<string, string>> | undefined;
  readonly time?: TimeFormat | undefined;
  /** Whether an empty cell empties what is known, which it leaves otherwise. */
  readonly clears?: boolean | undefined;
}

/** Columns from another file, found by a key. That file is held in memory. */
export interface Lookup {
  readonly path: string;
  readonly format: SourceFormat;
  readonly columns: readonly string[] | null;
  readonly header: boolean;
  /** Column of this file. */
  readonly by: string;
  /** Column of the other file. */
  readonly key: string;
  /** New column → column of the other file. */
  readonly take: Readonly<Record<string, string>>;
}

/** One file read once to make rows of one kind. */
export interface Step {
  /** As people see it: the file, and what it becomes. */
  readonly name: string;
  /** What a rejects file says to find this step again. */
  readonly origin: string;
  readonly path: string;
  readonly kind: KindName;
  readonly format: SourceFormat;
  /** Names by position; null takes them from the header row. */
  readonly columns: readonly string[] | null;
  readonly header: boolean;
  readonly lookups: readonly Lookup[];
  readonly where: Readonly<Record<string, string>>;
  /** Null: every column is the field of its name. */
  readonly set: Readonly<Record<string, FieldSource>> | null;
}
