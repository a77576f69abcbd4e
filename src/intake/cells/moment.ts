import { startOfDay } from '../../kernel/calendar/zone.js';

/** A time as its parts say it. Without a time of day it is a whole day; without an offset it is in some zone. */
export interface Told {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  readonly millisecond?: number | undefined;
  /** Minutes east of UTC. */
  readonly offset?: number | undefined;
}

/** Outside of this a time is an error of unit or century. */
export const SPAN = { from: 1850, to: 2150 } as const;

/**
 * The moment that the parts tell: a time of day without offset in `wall`, a bare day in `zone`. Null for no such time.
 */
export function momentOf(told: Told, { wall, zone }: { readonly wall: string; readonly zone: string }): Date | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0, offset } = told;
  const at = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const exists = midnight.getUTCDate() === day && midnight.getUTCMonth() === month - 1;
  if (!exists || year < 100 || hour > 24 || minute > 59 || second > 60 || Math.abs(offset ?? 0) > 15 * 60) return null;
  if (offset !== undefined) return new Date(at - offset * 60_000);
  return startOfDay(new Date(at), told.hour === undefined ? zone : wall);
}

/** `Z`, `UTC`, `+08:00`, `+0800` or `+08` as minutes east of UTC; undefined for nothing. */
export function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
export const MONTH = `(?:${MONTHS.join('|')})[a-z]*`;

/** A month by its English name, from 1; 0 for none. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase() as (typeof MONTHS)[number]) + 1;
}

/** Two digits are of this century up to 20 years ahead of 2026, before that of the last one. */
export function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year <= 46 ? 2000 + year : 1900 + year;
}
