import { basename } from 'node:path';
import { AppError } from '../kernel/error.js';
import { COLUMNS } from './columns.js';
import type { RawRow } from './csv.js';
import type { Field, Row } from './field.js';
import { openSource } from './source.js';
import type { FieldSource, Lookup, Step } from './step.js';
import { BadCell, cellValue } from './value.js';

/** A row of a file as values, or the column that cannot be taken and why; null when the step leaves the row out. */
export type Reading = { readonly row: Row } | { readonly column: string; readonly reason: string } | null;

export interface Reader {
  /** The file's own columns, by position. */
  readonly header: readonly string[];
  /** Columns that no field takes. */
  readonly extra: readonly string[];
  read(raw: RawRow): Reading;
}

interface Taker {
  readonly name: string;
  readonly column: string;
  readonly field: Field;
  readonly source: FieldSource;
  readonly text: (cells: readonly string[], line: number) => string;
}

/** Reads the rows of a step under this header. Throws INPUT when a column it needs is not there. */
export async function makeReader(step: Step, header: readonly string[]): Promise<Reader> {
  const { all, lookups } = await openLookups(step, header);
  const set = step.set ?? sameNames(step, header);
  const takers = Object.entries(set).map(([name, source]) => makeTaker(step, all, name, source));
  const wanted = Object.entries(step.where).map(([column, value]) => ({ at: indexOf(step, all, column), value }));
  const used = new Set(Object.keys(step.set === null ? set : {}));
  return {
    header,
    extra: step.set === null ? header.filter((name) => name !== '' && !used.has(name) && !name.startsWith('_')) : [],
    read: ({ line, cells, broken }) => {
      if (broken) return { column: '', reason: broken };
      if (cells.length !== header.length)
        return { column: '', reason: `has ${cells.length} columns, the header has ${header.length}` };
      const whole = lookups.reduce((known, find) => known.concat(find(known)), cells);
      if (wanted.some(({ at, value }) => whole[at] !== value)) return null;
      return readFields(takers, whole, line);
    },
  };
}

function readFields(takers: readonly Taker[], cells: readonly string[], line: number): Reading {
  const row: Row = {};
  for (const { name, column, field, source, text } of takers) {
    try {
      const value = cellValue(text(cells, line), field, source.time);
      if (value === null && field.required) return { column, reason: 'is empty' };
      row[name] = value;
    } catch (error) {
      if (error instanceof BadCell) return { column, reason: error.message };
      throw error;
    }
  }
  return { row };
}

/** Canonical headers: a field for every known column. Throws INPUT when a required one is missing. */
function sameNames(step: Step, header: readonly string[]): Record<string, FieldSource> {
  const fields = COLUMNS[step.kind];
  const missing = Object.keys(fields).filter((name) => fields[name]!.required && !header.includes(name));
  if (missing.length > 0)
    throw new AppError(
      'INPUT',
      `${step.name}: the header has no column ${missing.join(', ')}`,
      `its columns are ${Object.entries(fields)
        .map(([name, { required }]) => (required ? `${name}*` : name))
        .join(', ')} (* = needed); for other names write a mapping file`,
      { missing },
    );
  return Object.fromEntries(header.filter((name) => name in fields).map((name) => [name, { column: name }]));
}

function makeTaker(step: Step, header: readonly string[], name: string, source: FieldSource): Taker {
  const plain = plainText(step, header, source);
  const { before, words } = source;
  const text = (cells: readonly string[], line: number): string => {
    const cell = plain(cells, line);
    const cut = before === undefined || !cell.includes(before) ? cell : cell.slice(0, cell.indexOf(before));
    return words?.[cut] ?? cut;
  };
  const column = source.column ?? source.first?.join(' or ') ?? name;
  return { name, column, field: COLUMNS[step.kind][name]!, source, text: before || words ? text : plain };
}

function plainText(step: Step, header: readonly string[], source: FieldSource): Taker['text'] {
  if (source.value !== undefined) return () => source.value!;
  if (source.column !== undefined) {
    const at = indexOf(step, header, source.column);
    return (cells) => cells[at]!;
  }
  if (source.first) {
    const places = source.first.map((column) => indexOf(step, header, column));
    return (cells) => cells[places.find((at) => cells[at] !== '') ?? places[0]!]!;
  }
  const parts = source.template!.split(/\{([^}]+)\}/).map((part, i) => {
    if (i % 2 === 0) return () => part;
    if (part === '_line') return (_cells: readonly string[], line: number) => String(line);
    const at = indexOf(step, header, part);
    return (cells: readonly string[]) => cells[at]!;
  });
  return (cells, line) =>
    parts
      .map((part) => part(cells, line))
      .join('')
      .trim();
}

function indexOf(step: Pick<Step, 'name'>, header: readonly string[], column: string): number {
  const at = header.indexOf(column);
  if (at !== -1) return at;
  throw new AppError('INPUT', `${step.name}: there is no column "${column}"`, `the file has ${header.join(', ')}`, {
    column,
  });
}

/** One after the other: a column that a lookup brings may be what the next one asks by. */
async function openLookups(step: Step, header: readonly string[]) {
  let all = header;
  const lookups: ((cells: readonly string[]) => string[])[] = [];
  for (const lookup of step.lookups) {
    lookups.push(await openLookup(step, lookup, all));
    all = [...all, ...Object.keys(lookup.take)];
  }
  return { all, lookups };
}

/** The other file in memory, by key; its cells are empty where it does not know the key. Of several rows the first counts. */
async function openLookup(step: Step, lookup: Lookup, header: readonly string[]) {
  const by = indexOf(step, header, lookup.by);
  const found = new Map<string, string[]>();
  let places: { key: number; take: number[] } | null = null;
  const name = `${step.name} (${basename(lookup.path)})`;
  const settle = (columns: readonly string[]) => ({
    key: indexOf({ name }, columns, lookup.key),
    take: Object.values(lookup.take).map((column) => indexOf({ name }, columns, column)),
  });
  if (lookup.columns) places = settle(lookup.columns);
  let skip = lookup.header;
  for await (const hand of openSource(lookup.path, lookup.format).hands)
    for (const { cells } of hand) {
      places ??= settle(cells);
      const key = cells[places.key];
      if (!skip && key !== undefined && !found.has(key))
        found.set(
          key,
          places.take.map((at) => cells[at] ?? ''),
        );
      skip = false;
    }
  const none = Object.keys(lookup.take).map(() => '');
  return (cells: readonly string[]): string[] => found.get(cells[by]!) ?? none;
}
