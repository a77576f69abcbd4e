/** Time in the world: days of the 18 months, Chinese local hours, and how busy each day is. */

import { solarDayOf } from '../../src/kernel/calendar/lunar.js';
import { dayIn } from '../../src/kernel/calendar/zone.js';

export const DAY = 86_400_000;
const CHINA = 8 * 3_600_000; // one zone, no summer time

/** Days of a world: 18 months. Always as many, so that whichever day it ends, the same people have the same ties. */
const DAYS = 549;

/** Spring Festival, Dragon Boat and Mid-Autumn of a year by the lunisolar calendar, YYYY-MM-DD. */
type Feasts = readonly [spring: string, dragon: string, moon: string];
const FEASTS = [
  { month: 1, leap: false, day: 1 },
  { month: 5, leap: false, day: 5 },
  { month: 8, leap: false, day: 15 },
] as const;
const feastsByYear = new Map<number, Feasts>();

function feastsOf(year: number): Feasts {
  const feasts = feastsByYear.get(year) ?? (FEASTS.map((feast) => solarDayOf(feast, year) as string) as never);
  feastsByYear.set(year, feasts);
  return feasts;
}

export interface Season {
  /** First instant, ms since 1970, midnight in China. */
  start: number;
  /** The instant after the last day. */
  end: number;
  days: number;
  /** Running sums of how busy each day is, for regular and for seasonal buyers. */
  busy: Float64Array;
  festive: Float64Array;
  /** The feast gifts are bought for on each day, '' for none. */
  feasts: Feast[];
}

export type Feast = '' | 'spring' | 'dragon' | 'moon' | 'national';

/**
 * Yesterday in the time zone, YYYY-MM-DD; where the world's own zone is still behind, the last day that is over there
 * too: a world holds nothing to come.
 */
export function lastDay(now: Date, zone: string): string {
  const here = dayBefore(dayIn(now, zone));
  const there = dayBefore(localDay(now.getTime()));
  return here < there ? here : there;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}

/** The 18 months that end with the day `until`. */
export function makeSeason(until: string): Season {
  const end = Date.parse(`${until}T00:00:00Z`) + DAY - CHINA;
  const days = DAYS;
  const start = end - days * DAY;
  const busy = new Float64Array(days);
  const festive = new Float64Array(days);
  const feasts: Feast[] = [];
  for (let day = 0, b = 0, f = 0; day < days; day++) {
    feasts.push(feastNear(start + day * DAY));
    busy[day] = b += busyness(start + day * DAY);
    festive[day] = f += feasts[day] ? 1 : 0.004;
  }
  return { start, end, days, busy, festive, feasts };
}

/** The local day of an instant, YYYY-MM-DD. */
export function localDay(at: number): string {
  return new Date(at + CHINA).toISOString().slice(0, 10);
}

const dates = new Map<number, string>(); // at most a few thousand days occur, tens of millions of instants

/** An instant as ISO 8601 in UTC, whole seconds. */
export function iso(at: number): string {
  const day = Math.floor(at / DAY);
  const second = Math.floor((at - day * DAY) / 1000);
  return `${dateOf(day)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}Z`;
}

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * Whether gifts are bought on the day of `at`: 16 days before Spring Festival, 12 before Mid-Autumn, 7 before Dragon
 * Boat, National Day week.
 */
function feastNear(at: number): Feast {
  const day = localDay(at);
  const left = feastsOf(Number(day.slice(0, 4))).map((feast) => (Date.parse(feast) - Date.parse(day)) / DAY);
  if (left[0]! >= 0 && left[0]! <= 16) return 'spring';
  if (left[2]! >= 0 && left[2]! <= 12) return 'moon';
  if (left[1]! >= 0 && left[1]! <= 7) return 'dragon';
  return day.slice(5) >= '10-01' && day.slice(5) <= '10-07' ? 'national' : '';
}

/** Relative footfall of a day: weekends and feasts fuller, the days of Spring Festival itself mostly closed. */
function busyness(at: number): number {
  const day = localDay(at);
  const weekday = new Date(at + CHINA).getUTCDay();
  const since = daysSinceSpringFestival(day);
  if (since >= 0 && since <= 3) return 0.25;
  const week = weekday === 0 || weekday === 6 ? 1.55 : weekday === 5 ? 1.3 : 0.9;
  const factor = { '': 1, spring: 1.5, dragon: 1.1, moon: 1.25, national: 1.7 }[feastNear(at)];
  return week * factor;
}

function daysSinceSpringFestival(day: string): number {
  return (Date.parse(day) - Date.parse(feastsOf(Number(day.slice(0, 4)))[0])) / DAY;
}
