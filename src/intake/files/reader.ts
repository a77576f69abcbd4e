import { AppError } from '../../kernel/error.js';
import { type CountryCode, contactsIn } from '../../security/index.js';
import { KINDS } from '../kinds/index.js';
import { type Checked, type Setting, validator } from '../rows/validate.js';
import type { RawRow } from './csv.js';
import { indexOf } from './header.js';
import { openLookups } from './lookups.js';
import type { Condition, FieldSource, Step } from './step.js';

/** A row of a file as values, with all that is wrong with it; null when the step leaves the row out. */
export type Reading = Checked | null;

export interface Reader {
  /** The file's own columns, by position. */
  readonly header: readonly string[];
  /** Columns that no field takes. */
  readonly extra: readonly string[];
  read(raw: RawRow): Reading;
}

export interface ReaderSetting extends Setting {
  /** A keyed hash of a text of a kind, the same for good, by which nobody is told. */
  readonly hash: (kind: string, text: string) => string;
}

type Text = (cells: readonly string[], line: number) => string;

/** Reads the rows of a step under this header. Throws INPUT when a column it needs is not there. */
export async function makeReader(step: Step, header: readonly string[], setting: ReaderSetting): Promise<Reader> {
  const { all, lookups } = await openLookups(step, header);
  const set = Object.entries(step.set ?? sameNames(step, header));
  const texts = set.map(([name, source]) => hashing(textOf(step, all, name, source), source, setting));
  const given = set.map(([name, source]) => ({
    ...{ name, column: source.column ?? source.first?.join(' or ') ?? name },
    ...{ format: source.time, wall: source.zone, number: source.number, clears: source.clears },
  }));
  const validate = validator(step.kind, given, setting);
  const wanted = Object.entries(step.where).map(([column, condition]) =>
    isWanted(indexOf(step, all, column), condition),
  );
  const used = new Set(set.map(([name]) => name));
  return {
    header,
    extra: step.set === null ? header.filter((name) => name !== '' && !used.has(name) && !name.startsWith('_')) : [],
    read: ({ line, cells, broken }) => {
      if (broken) return unreadable(`${broken}; write "" for a quote inside quotes`);
      if (cells.length !== header.length)
        return unreadable(`has ${cells.length} columns, the header has ${header.length}; add or quote what is missing`);
      const whole = lookups.reduce((known, find) => known.concat(find(known)), cells);
      if (!wanted.every((wants) => wants(whole))) return null;
      return validate((place) => texts[place]!(whole, line));
    },
  };
}

/** Whether a row is wanted by one of its cells. */
function isWanted(at: number, { is, not, empty }: Condition): (cells: readonly string[]) => boolean {
  return (cells) => {
    const given = cells[at]!.trim();
    const cell = empty?.includes(given) ? '' : given;
    return (is?.includes(cell) ?? true) && !not?.includes(cell);
  };
}

function unreadable(reason: string): Reading {
  return { row: {}, faults: [{ column: '', reason }], leftOut: 0 };
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

/** An id that tells nothing of what it was made from; empty where the text is none of its kind. */
function hashing(text: Text, { hashed }: FieldSource, { hash }: ReaderSetting): Text {
  if (!hashed) return text;
  return (cells, line) => {
    const told = text(cells, line).trim();
    const normal = hashed === 'TEXT' ? told.toLowerCase() : contactsIn(hashed, told).contacts[0]?.normal;
    return normal ? hash(hashed, normal) : '';
  };
}

/** The text of a field; a phone of a country is written with its code, so that it is the same number everywhere. */
function textOf(step: Step, header: readonly string[], name: string, source: FieldSource): Text {
  const text = cellText(step, header, source);
  const { country } = source;
  if (!country || !isPhone(step, name, source)) return text;
  return (cells, line) => abroad(text(cells, line), country);
}

function isPhone({ kind, set }: Step, name: string, { value }: FieldSource): boolean {
  if (value !== undefined) return false;
  return name === 'phone' || (kind === 'identities' && name === 'value' && set?.kind?.value === 'PHONE');
}

function abroad(cell: string, country: CountryCode): string {
  const { contacts, damaged } = contactsIn('PHONE', cell, country);
  return damaged || contacts.length === 0 ? cell : contacts.map(({ normal }) => normal).join(' ; ');
}

function cellText(step: Step, header: readonly string[], source: FieldSource): Text {
  const plain = plainText(step, header, source);
  const { before } = source;
  // a Map: a cell may say `constructor`, a name that every object has
  const words = source.words && new Map(Object.entries(source.words));
  const nothing = new Set(source.empty);
  if (!before && !words && nothing.size === 0) return plain;
  return (cells, line) => {
    const cell = plain(cells, line);
    const cut = before === undefined || !cell.includes(before) ? cell : cell.slice(0, cell.indexOf(before));
    return nothing.has(cut.trim()) ? '' : (words?.get(cut) ?? cut);
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
    return (cells) => cells[places.find((at) => cells[at]!.trim() !== '') ?? places[0]!]!;
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
