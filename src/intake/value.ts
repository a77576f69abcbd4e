import type { Field, Value } from './field.js';

/** How a time or date is written in a file. */
export const TIME_FORMATS = ['iso', 'date', 'epoch-ms', 'epoch-s', 'yyyyMMdd', 'yyyy'] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** Why a cell cannot be taken. Says nothing of what the cell holds, which may be personal. */
export class BadCell extends Error {}

/** A cell as the value its field wants; empty is null. Throws BadCell with the reason, without the cell's text. */
export function cellValue(text: string, field: Field, format: TimeFormat = 'iso'): Value {
  const cell = text.trim();
  if (cell === '') return null;
  if (field.choices && !field.choices.includes(cell)) throw new BadCell(`must be one of ${field.choices.join(', ')}`);
  switch (field.type) {
    case 'integer':
    case 'number':
      return numberOf(cell, field);
    case 'time':
      return timeOf(cell, format);
    case 'date':
      return timeOf(cell, format).toISOString().slice(0, 10);
    case 'boolean':
      return booleanOf(cell);
    case 'json':
      return jsonOf(cell);
    case 'currency':
      return currencyOf(cell);
    default:
      return cell;
  }
}

function numberOf(cell: string, { type, min, max }: Field): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
  if (!Number.isFinite(value)) throw new BadCell('is not a number');
  if (type === 'integer' && !Number.isSafeInteger(value)) throw new BadCell('is not a whole number');
  if (min !== undefined && value < min) throw new BadCell(`is below ${min}`);
  if (max !== undefined && value > max) throw new BadCell(`is above ${max}`);
  return value;
}

const ISO = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

function timeOf(cell: string, format: TimeFormat): Date {
  const date = new Date(isoOrMs(cell, format));
  if (Number.isNaN(date.getTime()) || rolledOver(cell, format, date))
    throw new BadCell(`is not a time written as ${format}`);
  return date;
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

/** A time without a zone is UTC, never the zone of the machine that happens to import. */
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

function booleanOf(cell: string): boolean {
  const lower = cell.toLowerCase();
  if (['true', 'yes', '1'].includes(lower)) return true;
  if (['false', 'no', '0'].includes(lower)) return false;
  throw new BadCell('is neither true nor false');
}

function jsonOf(cell: string): string {
  try {
    return JSON.stringify(JSON.parse(cell));
  } catch {
    throw new BadCell('is not JSON');
  }
}

function currencyOf(cell: string): string {
  if (/^[A-Z]{3}$/.test(cell)) return cell;
  throw new BadCell('is not a currency of three capital letters');
}
