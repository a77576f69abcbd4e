import { createHash } from 'node:crypto';
import { lunarDatesOn, lunarOf, yearlyDatesOn } from '../../kernel/calendar/lunar.js';
import { dayIn, momentIn } from '../../kernel/calendar/zone.js';
import { DAY_MS, MINUTE_MS } from '../../kernel/clock.js';
import type { Definition } from './definition.js';
import type { TriggerOf } from './trigger.js';

/** Something that happened to a customer and may begin a journey. */
export interface Occurrence {
  readonly customerId: string;
  /** What happened, once for each time: hashed before it is stored, since it may name an order or somebody else. */
  readonly key: string;
  readonly at: Date;
}

/** A span of time, `from` within it and `until` not. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** Id of what a customer goes through because of one occurrence: the same occurrence gives the same. */
export function runIdOf(journeyId: string, { customerId, key }: Occurrence): string {
  const hash = createHash('sha256').update(key).digest('base64url').slice(0, 16);
  return `${journeyId}|${customerId}|${hash}`;
}

/** An occurrence after that bars another of the same customer; null where the rule of re-entry knows no time. */
export function notSince(reentry: Definition['reentry'], at: Date): Date | null {
  return typeof reentry === 'string' ? null : new Date(at.getTime() - reentry.every);
}

/** The days whose moment, so many minutes after midnight in a time zone, lies in a span; each with that moment. */
export function daysIn({ from, until }: Span, minutes: number, timeZone: string): { day: string; at: Date }[] {
  const days: { day: string; at: Date }[] = [];
  const first = Date.parse(`${dayIn(from, timeZone)}T00:00:00Z`);
  const last = Date.parse(`${dayIn(until, timeZone)}T00:00:00Z`);
  for (let midnight = first; midnight <= last; midnight += DAY_MS) {
    const at = momentIn(new Date(midnight + minutes * MINUTE_MS), timeZone);
    if (at >= from && at < until) days.push({ day: new Date(midnight).toISOString().slice(0, 10), at });
  }
  return days;
}

type Told = Readonly<Record<'birthday' | 'lunarBirthday', string | null>>;

/**
 * What of a birthday falls on a day: the calendar and the occasion, or null. A solar one is kept once a year; a lunar
 * one once a lunar year. Nobody has a birthday before they are born.
 */
export function birthdayOn(
  { calendar, ...rule }: TriggerOf<'birthday'>,
  { birthday, lunarBirthday }: Told,
  day: string,
): string | null {
  const lunar = calendar === 'lunar' || (calendar === 'own' && lunarBirthday !== null);
  if (lunar)
    return lunarBirthday !== null && lunarDatesOn(day, rule).includes(lunarBirthday)
      ? `lunar ${lunarOf(day).year}`
      : null;
  if (birthday === null || birthday > day) return null;
  return yearlyDatesOn(day, rule).includes(birthday.slice(5)) ? `solar ${day.slice(0, 4)}` : null;
}
