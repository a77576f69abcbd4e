/** What a column of an imported file may hold. */
export type FieldType = 'text' | 'integer' | 'number' | 'money' | 'time' | 'date' | 'boolean' | 'json' | 'currency';

export interface Field {
  readonly type: FieldType;
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

export type Value = string | number | boolean | Date | null;
/** A row after conversion. A field that the file does not have is not in it; an empty cell is null. */
export type Row = Record<string, Value>;

type More = Partial<Omit<Field, 'required'>>;
const make = (required: boolean, more: More): Field => ({ type: 'text', ...more, required });
/** A column that every file of the kind has, filled in every row. */
export const must = (more: More = {}): Field => make(true, more);
/** A column that may be missing or empty. */
export const may = (more: More = {}): Field => make(false, more);

export const SHARE: More = { type: 'number', min: 0, max: 1 };
export const TIME: More = { type: 'time' };
export const COUNT: More = { type: 'integer', min: 0 };
