import { AppError } from '../../kernel/error.js';
import { KINDS } from '../kinds/index.js';
import type { FieldSource, Lookup, Step } from './step.js';

/** How far down a header is looked for. */
export const DEEPEST_HEADER = 30;

/** The place of a column. Throws INPUT naming the columns that there are. */
export function indexOf(step: Pick<Step, 'name'>, header: readonly string[], column: string): number {
  const at = header.indexOf(column);
  if (at !== -1) return at;
  throw new AppError('INPUT', `${step.name}: there is no column "${column}"`, `the file has ${header.join(', ')}`, {
    column,
  });
}

/** Whether a row can be the header of a step: it names every column that the step takes from its file. */
export function isHeaderOf(step: Step, cells: readonly string[]): boolean {
  return named(wantedBy(step), cells);
}

/** Whether a row can be the header of a file that columns are looked up in. */
export function isHeaderOfLookup({ key, take }: Lookup, cells: readonly string[]): boolean {
  return named([key, ...Object.values(take)], cells);
}

function named(wanted: readonly string[], cells: readonly string[]): boolean {
  const names = new Set(cells.map((cell) => cell.trim()));
  return wanted.every((column) => names.has(column));
}

function wantedBy({ kind, set, where, lookups }: Step): string[] {
  if (set === null)
    return Object.entries(KINDS[kind].columns).flatMap(([name, { required }]) => (required ? name : []));
  const brought = new Set(lookups.flatMap(({ take }) => Object.keys(take)));
  const all = [...Object.values(set).flatMap(columnsOf), ...Object.keys(where), ...lookups.map(({ by }) => by)];
  return all.filter((column) => !brought.has(column) && column !== '_line');
}

function columnsOf({ column, first, template }: FieldSource): readonly string[] {
  if (column !== undefined) return [column];
  return first ?? [...(template ?? '').matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!);
}
