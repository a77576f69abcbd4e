import { bad } from './bad-cell.js';
import { momentOf, SPAN, type Told } from './moment.js';
import { plainTime } from './plain-time.js';
import { isTimePattern, patternTime } from './time-pattern.js';

/** Ways to write a time that have a name; any other is a pattern as `dd/MM/yyyy HH:mm`. */
export const TIME_FORMATS = ['iso', 'date', 'epoch-ms', 'epoch-s', 'excel', 'yyyyMMdd', 'yyyy'] as const;
type NamedFormat = (typeof TIME_FORMATS)[number];
export type TimeFormat = NamedFormat | (string & {});

export interface TimeReading {
  readonly format?: TimeFormat | undefined;
  /** In which a day without a time begins. */
  readonly zone?: string | undefined;
  /** In which a time of day without an offset is told; UTC when left out. */
  readonly wall?: string | undefined;
}

const EXAMPLES: Readonly<Record<NamedFormat, string>> = {
  iso: '2026-01-31T09:30:00Z or 2026-01-31',
  date: '2026-01-31',
  'epoch-ms': '1769851800000',
  'epoch-s': '1769851800',
  excel: '46053.396',
  yyyyMMdd: '20260131',
  yyyy: '2026',
};
const isNamed = (format: string): format is NamedFormat => Object.hasOwn(EXAMPLES, format);

/** Whether a mapping may name it as the form of a time. */
export function isTimeFormat(text: string): boolean {
  return isNamed(text) || isTimePattern(text);
}

/**
 * A cell as a moment. Throws BadCell for text in another form, a day that is not there, and a time out of all reason.
 */
export function timeOf(cell: string, reading: TimeReading): Date {
  const { format = 'iso' } = reading;
  const date = momentIn(cell, reading);
  const unit = unitProblem(cell, format, date);
  if (unit !== null) throw bad(cell, unit);
  if (date === null) throw bad(cell, `is not a time written as ${format}${exampleOf(format)}`);
  return date;
}

/** A cell as a day, YYYY-MM-DD, in no zone. */
export function dateOf(cell: string, { format }: TimeReading): string {
  const day = format?.startsWith('epoch') ? epochOf(cell, format) : momentIn(cell, { format, zone: 'UTC' });
  if (day === null || Number.isNaN(day.getTime()) || !isSane(day))
    return timeOf(cell, { format }).toISOString().slice(0, 10);
  return day.toISOString().slice(0, 10);
}

function momentIn(cell: string, { format = 'iso', zone = 'UTC', wall }: TimeReading): Date | null {
  if (format === 'epoch-ms' || format === 'epoch-s') return epochOf(cell, format);
  const told = format === 'excel' ? excelTime(cell) : toldIn(cell, format);
  return told && momentOf(told, { wall: wall ?? 'UTC', zone: wall ?? zone });
}

function toldIn(cell: string, format: TimeFormat): Told | null {
  if (format === 'iso') return plainTime(cell);
  if (format === 'date') return patternTime(cell, 'yyyy-MM-dd');
  if (format === 'yyyy') return /^\d{4}$/.test(cell) ? { year: Number(cell), month: 1, day: 1 } : null;
  return patternTime(cell, format);
}

function epochOf(cell: string, format: TimeFormat): Date | null {
  if (!/^-?\d+(\.\d+)?$/.test(cell)) return null;
  const date = new Date(Number(cell) * (format === 'epoch-s' ? 1000 : 1));
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Days since 1899-12-30, as spreadsheets count them after February 1900; the fraction is the time of day. */
function excelTime(cell: string): Told | null {
  if (!/^\d{1,6}(\.\d+)?$/.test(cell)) return null;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(Number(cell) * 86_400) * 1000);
  const date = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  if (!cell.includes('.')) return date;
  return { ...date, hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() };
}

const MS = 1e11;
const RECENT = { from: 1e9, to: 4.2e9 } as const;

/** Why a number cannot be in the unit that is said, naming the likely one; null where nothing speaks against it. */
function unitProblem(cell: string, format: TimeFormat, date: Date | null): string | null {
  const number = /^-?\d+(\.\d+)?$/.test(cell) ? Math.abs(Number(cell)) : null;
  const likely = number === null ? null : likelyUnit(number, cell);
  const early = format === 'epoch-ms' && number !== null && number < MS;
  if (early && likely !== null && likely !== format)
    return `would be in 1970 as ${format}, and looks like ${likely}; ${toSay(likely)}`;
  if (early && number < 86_400_000)
    return 'would be on the first day of 1970, which stands for no time; leave it empty';
  if (date !== null && isSane(date)) return null;
  if (date === null && (likely === null || likely === format)) return null;
  const where = date === null ? `is not a time written as ${format}` : `is out of the years ${SPAN.from} to ${SPAN.to}`;
  return likely === null || likely === format ? where : `${where}, and looks like ${likely}; ${toSay(likely)}`;
}

function likelyUnit(number: number, cell: string): NamedFormat | null {
  if (/^(19|20)\d{6}$/.test(cell)) return 'yyyyMMdd';
  if (number >= MS && number < 5e12) return 'epoch-ms';
  if (number >= RECENT.from && number < RECENT.to) return 'epoch-s';
  return number >= 20_000 && number < 80_000 ? 'excel' : null;
}

function toSay(unit: NamedFormat): string {
  return `say \`time: ${unit}\` in a mapping, or write it like ${EXAMPLES.iso}`;
}

function isSane(date: Date): boolean {
  return date.getUTCFullYear() >= SPAN.from && date.getUTCFullYear() <= SPAN.to;
}

function exampleOf(format: TimeFormat): string {
  return isNamed(format) ? `; write it like ${EXAMPLES[format]}` : '';
}
