import { AppError } from '../../kernel/error.js';
import { accessSettings, noteLookupKeys, noteMasterKey, type Services } from '../../security/index.js';
import { KINDS } from '../kinds/index.js';
import type { KindName } from '../kinds/names.js';
import { ioOf } from './outcome.js';
import { openPipeline, type Tally } from './pipeline.js';
import type { BadRow, Fault, Item } from './row.js';
import { type Checked, type Setting, validator } from './validate.js';

/** Rows that one call takes; more go in by several. */
export const MOST_ROWS = 1_000;

/** A row by the names of its columns, as JSON has it. */
export type GivenRow = Readonly<Record<string, unknown>>;

export interface IntakeOptions {
  /** Columns whose empty values empty what is known. Elsewhere nothing, null and an empty text leave it. */
  readonly clears?: readonly string[];
}

interface RejectedRow {
  /** Which of the rows given, from 0. */
  readonly index: number;
  readonly faults: readonly Fault[];
}

export interface IntakeReport extends Readonly<Tally> {
  readonly rejected: readonly RejectedRow[];
}

/**
 * Takes up to 1,000 rows of a kind into the graph, by the names of their columns: the same checks, suppression, sealing
 * and writing as of files. Safe to repeat. Rows that may not go in are given back with all their faults, the others go
 * in. Throws INPUT on more rows.
 */
export async function intakeRows(
  services: Services,
  kind: KindName,
  rows: readonly GivenRow[],
  { clears = [] }: IntakeOptions = {},
): Promise<IntakeReport> {
  if (rows.length > MOST_ROWS)
    throw new AppError('INPUT', `${rows.length} rows are too many for one call`, `send at most ${MOST_ROWS} a call`);
  const io = ioOf(services);
  await noteMasterKey(io.graph, io.vault);
  await noteLookupKeys(services);
  const rejected: RejectedRow[] = [];
  const pipeline = openPipeline<number>(io, kind, (index, faults) => rejected.push({ index, faults }));
  await pipeline.take(chunkOf(kind, rows, clears, { now: io.clock.now(), zone: zoneOf(services) }));
  await pipeline.end();
  return { ...pipeline.tally, rejected: rejected.sort((a, b) => a.index - b.index) };
}

/** The time zone in which a day without a time begins. */
export function zoneOf({ settings }: Pick<Services, 'settings'>): string {
  return accessSettings(settings).TIME_ZONE;
}

function chunkOf(kind: KindName, rows: readonly GivenRow[], clears: readonly string[], setting: Setting) {
  const items: Item<number>[] = [];
  const bad: BadRow<number>[] = [];
  rows.forEach((given, place) => {
    const { row, faults, leftOut } = checked(kind, given, clears, setting);
    if (faults.length === 0) items.push({ place, row, leftOut });
    else bad.push({ place, row, faults, texts: Object.values(given).map((value) => textOf(value, true)!) });
  });
  return { items, bad };
}

/** Every column is looked at, also those that a row lacks: what is required is missed. */
function checked(kind: KindName, given: GivenRow, clears: readonly string[], setting: Setting): Checked {
  const { columns } = KINDS[kind];
  const names = Object.keys(columns).filter((name) => Object.hasOwn(given, name) || columns[name]!.required);
  const texts = names.map((name) => textOf(given[name], columns[name]!.type === 'json'));
  const deep = names.filter((_, place) => texts[place] === null);
  const strange = Object.keys(given).filter((name) => !Object.hasOwn(columns, name));
  const wanted = names.map((name) => ({ name, column: name, clears: clears.includes(name) }));
  const { row, faults, leftOut } = validator(kind, wanted, setting)((place) => texts[place] ?? '');
  return {
    row,
    leftOut,
    faults: [
      ...strange.map((column) => ({ column, reason: `is no column of ${kind}: ${Object.keys(columns).join(', ')}` })),
      ...deep.map((column) => ({ column, reason: 'is a list or an object; write a text, a number, true or false' })),
      ...faults.filter(({ column }) => !deep.includes(column)),
    ],
  };
}

/** A JSON value as a file would have it; null for a list or an object, unless the column keeps JSON. */
function textOf(value: unknown, json: boolean): string | null {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return String(value);
  return json ? JSON.stringify(value) : null;
}
