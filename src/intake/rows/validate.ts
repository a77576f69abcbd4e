import { BadCell } from '../cells/bad-cell.js';
import { cellValue, type Reading } from '../cells/cell.js';
import type { NumberForm } from '../cells/number-form.js';
import type { TimeFormat } from '../cells/time.js';
import { KINDS } from '../kinds/index.js';
import { type Column, longestOf } from '../kinds/model.js';
import type { KindName } from '../kinds/names.js';
import { refined } from './refine.js';
import type { Fault, Row } from './row.js';

/** A column of a kind as a sender gives it. */
export interface Given {
  readonly name: string;
  /** As the sender calls it, for what is said about it. */
  readonly column: string;
  readonly format?: TimeFormat | undefined;
  /** In which its times of day without an offset are told; UTC when left out. */
  readonly wall?: string | undefined;
  readonly number?: NumberForm | undefined;
  /** Whether an empty cell empties what is known, which it leaves otherwise. */
  readonly clears?: boolean | undefined;
}

export interface Checked {
  readonly row: Row;
  /** All that is wrong with the row; it may go in when there is nothing. */
  readonly faults: readonly Fault[];
  /** Damaged contacts that were left out of it. */
  readonly leftOut: number;
}

/** Texts of one row, by the place of their column in what was given. */
type Validate = (textAt: (place: number) => string) => Checked;

export interface Setting {
  readonly now: Date;
  /** In which a day without a time begins. */
  readonly zone: string;
}

interface Cell extends Given {
  readonly wanted: Column;
  readonly reading: Reading;
}

/**
 * Checks rows of a kind that give these columns: each cell by its column, then what they say together. Tells every
 * fault of a row at once.
 */
export function validator(kind: KindName, given: readonly Given[], { now, zone }: Setting): Validate {
  const { columns } = KINDS[kind];
  const cells = given.map((cell): Cell => {
    const wanted = columns[cell.name]!;
    const { format, wall, number } = cell;
    return { ...cell, wanted: { ...wanted, longest: longestOf(wanted) }, reading: { format, zone, wall, number } };
  });
  const senders = new Map(given.map(({ name, column }) => [name, column]));
  return (textAt) => {
    const read: Row = {};
    const faults: Fault[] = [];
    for (let place = 0; place < cells.length; place++) readCell(cells[place]!, textAt(place), read, faults);
    const { row, faults: more, leftOut = 0 } = refined(kind, read, now);
    if (more.length === 0) return { row, faults, leftOut };
    const named = more.map(({ column, reason }) => ({ column: senders.get(column) ?? column, reason }));
    return {
      row,
      leftOut,
      faults: [...faults, ...named.filter(({ column }) => !faults.some((f) => f.column === column))],
    };
  };
}

function readCell({ name, column, clears, wanted, reading }: Cell, text: string, row: Row, faults: Fault[]): void {
  try {
    const value = cellValue(text, wanted, reading);
    if (value !== null || clears) row[name] = value;
    if (value === null && wanted.required) faults.push({ column, reason: emptyReason(wanted) });
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    faults.push({ column, reason: error.message });
  }
}

function emptyReason({ about, choices, type }: Column): string {
  if (choices) return `is empty; write one of ${choices.join(', ')}`;
  return `is empty; every row needs it${type === 'text' ? ` (${about[0]})` : ''}`;
}
