/** Time in the world: days of the 18 months, Chinese local hours, and how busy each day is. */

export const DAY = 86_400_000;
const CHINA = 8 * 3_600_000; // one zone, no summer time

/** Spring Festival, Dragon Boat, Mid-Autumn by the lunisolar calendar, per year. */
const FEASTS: Record<number, readonly [string, string, string]> = {
  2020: ['01-25', '06-25', '10-01'],
  2021: ['02-12', '06-14', '09-21'],
  2022: ['02-01', '06-03', '09-10'],
  2023: ['01-22', '06-22', '09-29'],
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
};

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

/** The 18 months that end with the day `until`. */
export function makeSeason(until: string): Season {
  const end = Date.parse(`${until}T00:00:00Z`) + DAY - CHINA;
  const first = new Date(`${until}T00:00:00Z`);
  const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - 17, 1) - CHINA;
  const days = Math.round((end - start) / DAY);
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
  const feasts = FEASTS[Number(day.slice(0, 4))];
  if (!feasts) return '';
  const left = feasts.map((feast) => (Date.parse(`${day.slice(0, 4)}-${feast}`) - Date.parse(day)) / DAY);
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
  const feasts = FEASTS[Number(day.slice(0, 4))];
  return feasts ? (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-${feasts[0]}`)) / DAY : -1;
}
