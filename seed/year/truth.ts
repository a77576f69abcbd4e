import { readLunar, solarDayOf } from '../../src/kernel/calendar/lunar.js';
import { dayIn } from '../../src/kernel/calendar/zone.js';
import { DAY_MS } from '../../src/kernel/clock.js';
import type { Planted, Year } from './people.js';

export const ZONE = 'Asia/Shanghai';
/** The hour in UTC at which the simulated servers look, once a day: 10:00 in Shanghai. */
export const LOOKS_AT = 2;

/**
 * What must reach each person, as `journey person day`: worked out from each person's dates, not from days as the
 * product does.
 */
export function truthOf(people: readonly Planted[], year: Year): string[] {
  const last = dayAfter(year.from, year.days - 1);
  const years = [...Array(Math.ceil(year.days / 365) + 2).keys()].map(
    (more) => Number(year.from.slice(0, 4)) - 1 + more,
  );
  return people
    .flatMap((one) => [
      ...birthdaysOf(one, years).map((day) => ({ one, journey: 'birthday', day })),
      ...anniversariesOf(one, years).map((day) => ({ one, journey: 'anniversary', day })),
      ...(one.warnedAt ? [{ one, journey: 'win-back', day: seenOn(one.warnedAt) }] : []),
      ...(one.refers ? [{ one, journey: 'referral-thanks', day: seenOn(one.refers.at) }] : []),
    ])
    .filter(({ day }) => day >= year.from && day <= last)
    .filter(({ one, day }) => one.consents && (one.withdrawsAt === null || day < dayIn(one.withdrawsAt, ZONE)))
    .map(({ one, journey, day }) => `${journey} ${one.id} ${day}`)
    .sort();
}

/** The first day whose look comes after. */
function seenOn(at: Date): string {
  const day = new Date(at.getTime() - LOOKS_AT * 3_600_000 - 1);
  return dayAfter(day.toISOString().slice(0, 10), 1);
}

function birthdaysOf({ birthday, lunarBirthday }: Planted, years: readonly number[]): string[] {
  if (lunarBirthday !== null) return years.flatMap((one) => solarDayOf(readLunar(lunarBirthday)!, one) ?? []);
  return birthday === null ? [] : years.map((one) => sameDayIn(birthday, one));
}

function anniversariesOf({ firstOrderAt }: Planted, years: readonly number[]): string[] {
  if (firstOrderAt === null) return [];
  const day = dayIn(firstOrderAt, ZONE);
  return years.filter((one) => one > Number(day.slice(0, 4))).map((one) => sameDayIn(day, one));
}

/** 29 February is kept on the 28th of a year that lacks it. */
function sameDayIn(day: string, year: number): string {
  const same = `${year}${day.slice(4)}`;
  return new Date(`${same}T00:00:00Z`).toISOString().startsWith(same) ? same : `${year}-02-28`;
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
