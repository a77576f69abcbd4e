import { lunarText, readLunar } from '../../kernel/calendar/lunar.js';
import { ILL_FORMED, isWellFormed } from '../../kernel/text.js';
import type { Column } from '../kinds/model.js';
import type { Value } from '../rows/row.js';
import { BadCell, bad } from './bad-cell.js';
import { NUMBER_EXAMPLES, type NumberForm, plainNumber } from './number-form.js';
import { dateOf, type TimeReading, timeOf } from './time.js';

/** What a cell may hold; `about` is for people and does not matter here. */
export type Wanted = Omit<Column, 'about'>;

export interface Reading extends TimeReading {
  /** How numbers and amounts are written, where not plainly. */
  readonly number?: NumberForm | undefined;
}

/** A cell as the value its column wants; empty is null. Throws BadCell with the reason, without the cell's text. */
export function cellValue(text: string, wanted: Wanted, reading: Reading = {}): Value {
  const cell = text.trim();
  if (cell === '') return null;
  if (!isWellFormed(cell)) throw new BadCell(`${ILL_FORMED}; write the cell anew`);
  const { choices } = wanted;
  if (choices && !choices.includes(cell)) throw bad(cell, `must be one of ${choices.join(', ')}`);
  switch (wanted.type) {
    case 'integer':
    case 'number':
      return numberOf(plainly(cell, reading), wanted);
    case 'money':
      return textOf(plainly(cell, reading), wanted);
    case 'time':
      return timeOf(cell, reading);
    case 'date':
      return dateOf(cell, reading);
    case 'lunar':
      return lunarDateOf(cell);
    case 'boolean':
      return booleanOf(cell);
    case 'json':
      return jsonOf(cell);
    case 'currency':
      if (/^[A-Z]{3}$/.test(cell)) return cell;
      throw bad(cell, 'is not a currency of three capital letters; write it like CNY');
    default:
      return textOf(cell, wanted);
  }
}

/** A number as its form writes it, plainly; as it is where there is no form. */
function plainly(cell: string, { number }: Reading): string {
  if (number === undefined) return cell;
  const plain = plainNumber(cell, number);
  if (plain === null)
    throw bad(cell, `is not a number with a decimal ${number}; write it like ${NUMBER_EXAMPLES[number]}`);
  return plain;
}

function textOf(cell: string, { longest }: Wanted): string {
  if (longest === undefined || cell.length <= longest) return cell;
  throw new BadCell(`has ${cell.length} characters; the most are ${longest}: shorten it`);
}

function numberOf(cell: string, { type, min, max }: Wanted): number {
  const example = type === 'integer' ? '12' : '0.5';
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
  if (!Number.isFinite(value)) throw bad(cell, `is not a number; write it like ${example}`);
  if (type === 'integer' && !Number.isSafeInteger(value))
    throw bad(cell, `is not a whole number; write it like ${example}`);
  if (min !== undefined && value < min) throw new BadCell(`is below ${min}; the least is ${min}`);
  if (max !== undefined && value > max) throw new BadCell(`is above ${max}; the most is ${max}`);
  return value;
}

function lunarDateOf(cell: string): string {
  const date = readLunar(cell);
  if (date) return lunarText(date);
  throw bad(cell, 'is not a lunar day; write it like 08-15, in a leap month like L06-01');
}

function booleanOf(cell: string): boolean {
  const lower = cell.toLowerCase();
  if (['true', 'yes', '1'].includes(lower)) return true;
  if (['false', 'no', '0'].includes(lower)) return false;
  throw bad(cell, 'is neither true nor false; write true or false');
}

function jsonOf(cell: string): string {
  try {
    return JSON.stringify(JSON.parse(cell));
  } catch {
    throw bad(cell, 'is not JSON; write it like {"page": 1}');
  }
}
