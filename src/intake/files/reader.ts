import { basename } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { KINDS } from '../kinds/index.js';
import type { Fault, Row } from '../rows/row.js';
import { type Setting, validator } from '../rows/validate.js';
import type { RawRow } from './csv.js';
import { openSource } from './source.js';
import type { FieldSource, Lookup, Step } from './step.js';

/** A row of a file as values, with all that is wrong with it; null when the step leaves the row out. */
export type Reading = { readonly row: Row; readonly faults: readonly Fault[] } | null;

export interface Reader {
  /** The file's own columns, by position. */
  readonly header: readonly string[];
  /** Columns that no field takes. */
  readonly extra: readonly string[];
  read(raw: RawRow): Reading;
}

type Text = (cells: readonly string[], line: number) => string;

/** Reads the rows of a step under this header. Throws INPUT when a column it needs is not there. */
export async function makeReader(step: Step, header: readonly string[], setting: Setting): Promise<Reader> {
  const { all, lookups } = await openLookups(step, header);
  const set = Object.entries(step.set ?? sameNames(step, header));
  const texts = set.map(([, source]) => textOf(step, all, source));
  const given = set.map(([name, source]) => ({
    ...{ name, column: source.column ?? source.first?.join(' or ') ?? name },
    ...{ format: source.time, clears: source.clears },
  }));
  const validate = validator(step.kind, given, setting);
  const wanted = Object.entries(step.where).map(([column, value]) => ({ at: indexOf(step, all, column), value }));
  const used = new Set(set.map(([name]) => name));
  return {
    header,
    extra: step.set === null ? header.filter((name) => name !== '' && !used.has(name) && !name.startsWith('_')) : [],
    read: ({ line, cells, broken }) => {
      if (broken) return unreadable(`${broken}; write "" for a quote inside quotes`);
      if (cells.length !== header.length)
        return unreadable(`has ${cells.length} columns, the header has ${header.length}; add or quote what is missing`);
      const whole = lookups.reduce((known, find) => known.concat(find(known)), cells);
      if (wanted.some(({ at, value }) => whole[at] !== value)) return null;
      return validate((place) => texts[place]!(whole, line));
    },
  };
}

function unreadable(reason: string): Reading {
  return { row: {}, faults: [{ column: '', reason }] };
}

/** Canonical headers: a field for every known column. Throws INPUT when a required one is missing. */
function sameNames(step: Step, header: readonly string[]): Record<string, FieldSource> {
  const { columns } = KINDS[step.kind];
  const missing = Object.keys(columns).filter((name) => columns[name]!.required && !header.includes(name));
  if (missing.length > 0)
    throw new AppError(
      'INPUT',
      `${step.name}: the header has no column ${missing.join(', ')}`,
      `its columns are ${Object.entries(columns)
        .map(([name, { required }]) => (required ? `${name}*` : name))
        .join(', ')} (* = needed); for other names write a mapping file`,
      { missing },
    );
  return Object.fromEntries(
    header.filter((name) => Object.hasOwn(columns, name)).map((name) => [name, { column: name }]),
  );
}

function textOf(step: Step, header: readonly string[], source: FieldSource): Text {
  const plain = plainText(step, header, source);
  const { before } = source;
  // a Map: a cell may say `constructor`, a name that every object has
  const words = source.words && new Map(Object.entries(source.words));
  if (!before && !words) return plain;
  return (cells, line) => {
    const cell = plain(cells, line);
    const cut = before === undefined || !cell.includes(before) ? cell : cell.slice(0, cell.indexOf(before));
    return words?.get(cut) ?? cut;
  };
}

function plainText(step: Step, header: readonly string[], source: FieldSource): Text {
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

/**
 * The other file in memory, by key; its cells are empty where it does not know the key. Of several rows the first
 * counts.
 */
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
