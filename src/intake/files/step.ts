import type { CountryCode } from '../../security/index.js';
import type { NumberForm } from '../cells/number-form.js';
import type { TimeFormat } from '../cells/time.js';
import type { KindName } from '../kinds/names.js';
import type { SourceFormat } from './source.js';

/** Contacts by which rows of two files are brought together. */
export const CONTACT_KINDS = ['PHONE', 'EMAIL', 'WECHAT', 'WEIBO', 'LINKEDIN'] as const;

/** What may become an id by its keyed hash, where a file gives its people none. */
export const HASHED = [...CONTACT_KINDS, 'TEXT'] as const;

/** Which cells of a column make its row wanted: one of `is`, none of `not`; those of `empty` count as ''. */
export interface Condition {
  readonly is?: readonly string[] | undefined;
  readonly not?: readonly string[] | undefined;
  readonly empty?: readonly string[] | undefined;
}

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
  /** Cells that stand for nothing, as `0` where somebody has no account. */
  readonly empty?: readonly string[] | undefined;
  /** What the text is when it becomes an id that tells nothing of it: a keyed hash, of a contact in its normal form. */
  readonly hashed?: (typeof HASHED)[number] | undefined;
  readonly time?: TimeFormat | undefined;
  /** In which times without an offset are told; UTC when left out, and bare days in TIME_ZONE. */
  readonly zone?: string | undefined;
  /** How numbers and amounts are written, where not plainly. */
  readonly number?: NumberForm | undefined;
  /** Where phones without a country code belong to, by two letters. */
  readonly country?: CountryCode | undefined;
  /** Whether an empty cell empties what is known, which it leaves otherwise. */
  readonly clears?: boolean | undefined;
}

/** Columns from another file, found by a key. That file is held in memory. */
export interface Lookup {
  readonly path: string;
  readonly format: SourceFormat;
  readonly columns: readonly string[] | null;
  readonly header: boolean;
  /** Rows before the header; null finds it. */
  readonly skip: number | null;
  /** Column of this file. */
  readonly by: string;
  /** Column of the other file. */
  readonly key: string;
  /** The kind of contact that both columns hold, which are compared in their normal form; null compares their texts. */
  readonly as: (typeof CONTACT_KINDS)[number] | null;
  readonly country?: CountryCode | undefined;
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
  /** Rows before the header; null finds it. */
  readonly skip: number | null;
  readonly lookups: readonly Lookup[];
  readonly where: Readonly<Record<string, Condition>>;
  /** Null: every column is the field of its name. */
  readonly set: Readonly<Record<string, FieldSource>> | null;
}
