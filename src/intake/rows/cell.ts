import { lunarText, readLunar } from '../../kernel/lunar.js';
import { ILL_FORMED, isWellFormed } from '../../kernel/text.js';
import { startOfDay } from '../../kernel/zone.js';
import type { Column } from '../kinds/model.js';
import type { Value } from './row.js';

/** How a time or date is written. */
export const TIME_FORMATS = ['iso', 'date', 'epoch-ms', 'epoch-s', 'yyyyMMdd', 'yyyy'] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/**
 * Why a cell cannot be taken, and how to mend it. Says the sort of what the cell holds, never what it holds, which may
 * be personal.
 */
export class BadCell extends Error {}

/** What a cell may hold; `about` is for people and does not matter here. */
export type Wanted = Omit<Column, 'about'>;

export interface Reading {
  readonly format?: TimeFormat | undefined;
  /** In which a day without a time begins. */
  readonly zone?: string | undefined;
}

/** A cell as the value its column wants; empty is null. Throws BadCell with the reason, without the cell's text. */
export function cellValue(text: string, wanted: Wanted, reading: Reading = {}): Value {
  const cell = text.trim();
  if (cell === '') return null;
  if (!isWellFormed(cell)) throw new BadCell(`${ILL_FORMED}; write the cell again`);
  const { choices } = wanted;
  if (choices && !choices.includes(cell)) throw bad(cell, `must be one of ${choices.join(', ')}`);
  switch (wanted.type) {
    case 'integer':
    case 'number':
      return numberOf(cell, wanted);
    case 'time':
      return timeOf(cell, reading);
    case 'date':
      return timeOf(cell, { ...reading, zone: 'UTC' })
        .toISOString()
        .slice(0, 10);
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

/** The reason, and the sort of text that it is about. */
function bad(cell: string, reason: string): BadCell {
  return new BadCell(`${reason} (here is ${sortOf(cell)})`);
}

/** What sort of text a cell holds, which tells what is wrong with it and nothing about anybody. */
function sortOf(cell: string): string {
  if (/^[+-]?\d+$/.test(cell)) return 'a whole number';
  if (/^[+-]?[\d.,]+(e[+-]?\d+)?$/i.test(cell)) return 'a number';
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(cell)) return 'a date';
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]/.test(cell)) return 'a date with a time';
  return `a text of ${cell.length} ${cell.length === 1 ? 'character' : 'characters'}`;
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

const ISO = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const EXAMPLES: Readonly<Record<TimeFormat, string>> = {
  iso: '2026-01-31T09:30:00Z or 2026-01-31',
  date: '2026-01-31',
  'epoch-ms': '1769851800000',
  'epoch-s': '1769851800',
  yyyyMMdd: '20260131',
  yyyy: '2026',
};

function timeOf(cell: string, { format = 'iso', zone = 'UTC' }: Reading): Date {
  const at = isoOrMs(cell, format);
  const date = new Date(at);
  if (Number.isNaN(date.getTime()) || rolledOver(cell, format, date))
    throw bad(cell, `is not a time written as ${format}; write it like ${EXAMPLES[format]}`);
  return typeof at === 'string' && !at.includes('T') ? startOfDay(date, zone) : date;
}

function isoOrMs(cell: string, format: TimeFormat): string | number {
  switch (format) {
    case 'epoch-ms':
      return /^-?\d+$/.test(cell) ? Number(cell) : Number.NaN;
    case 'epoch-s':
      return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) * 1000 : Number.NaN;
    case 'yyyyMMdd':
      return /^\d{8}$/.test(cell) ? `${cell.slice(0, 4)}-${cell.slice(4, 6)}-${cell.slice(6)}` : Number.NaN;
    case 'yyyy':
      return /^\d{4}$/.test(cell) ? `${cell}-01-01` : Number.NaN;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(cell) ? cell : Number.NaN;
    default:
      return ISO.test(cell) ? inUtc(cell) : Number.NaN;
  }
}

/** A time of day without a zone is UTC, never the zone of the machine that happens to import. */
function inUtc(cell: string): string {
  const text = cell.replace(' ', 'T');
  return text.includes('T') && !/(Z|[+-]\d\d:?\d\d)$/.test(text) ? `${text}Z` : text;
}

/** JavaScript takes 2026-02-30 for the 2nd of March. */
function rolledOver(cell: string, format: TimeFormat, date: Date): boolean {
  const plain =
    format === 'date' || format === 'yyyyMMdd' || (format === 'iso' && !/[+-]\d\d:?\d\d$/.test(cell.slice(10)));
  if (!plain) return false;
  const day = format === 'yyyyMMdd' ? cell.slice(6) : cell.slice(8, 10);
  return date.getUTCDate() !== Number(day);
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
