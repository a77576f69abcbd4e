import { LunarDay, LunarMonth, LunarYear, SolarDay } from 'tyme4ts';

/**
 * A day of the lunar calendar without its year, as people keep it: month 1..12, whether it is the leap month of that
 * number, day 1..30. Never an ordinal month, which is another one in a year with a leap month before it.
 */
export interface LunarDate {
  readonly month: number;
  readonly leap: boolean;
  readonly day: number;
}

/** What holds in a year that lacks the day: a leap month falls on the plain one, a last day on the one before. */
export interface YearlyRule {
  /** A leap month that the year lacks. */
  readonly leapMonth: 'plain' | 'skip';
  /** Day 30 in a month of 29 days, and 29 February. */
  readonly missingDay: 'last' | 'skip';
}

export const YEARLY_RULE: YearlyRule = { leapMonth: 'plain', missingDay: 'last' };

/** As it is written and stored: `08-15`, or `L06-01` in a leap month. */
export function lunarText({ month, leap, day }: LunarDate): string {
  return `${leap ? 'L' : ''}${two(month)}-${two(day)}`;
}

const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const OTHER_MONTHS: Readonly<Record<string, number>> = { 一: 1, 十一: 11, 十二: 12, 臘: 12 };

/** A lunar day from `08-15`, `8-15`, `L06-01`, 闰06-01 or 闰六月初一; null for anything else. */
export function readLunar(text: string): LunarDate | null {
  const given = text.trim();
  const plain = /^([L闰閏])?\s?(\d{1,2})-(\d{1,2})$/i.exec(given);
  if (plain) return valid({ month: Number(plain[2]), leap: plain[1] !== undefined, day: Number(plain[3]) });
  const said = /^([闰閏])?(\p{Script=Han}{1,2})月(\p{Script=Han}{1,3})日?$/u.exec(given);
  if (!said) return null;
  const month = OTHER_MONTHS[said[2]!] ?? MONTHS.indexOf(said[2]!) + 1;
  return valid({ month, leap: said[1] !== undefined, day: dayOf(said[3]!) });
}

function valid(date: LunarDate): LunarDate | null {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 30 ? date : null;
}

/** 初一 to 三十, with 廿 and 卅 too; 0 for anything else. */
function dayOf(text: string): number {
  const said = text.replace(/^初/, '').replace(/^廿$/, '二十').replace(/^廿/, '二十').replace(/^卅$/, '三十');
  const [, tens, ones] = /^(?:([二三])?(十))?([一二三四五六七八九])?$/.exec(said)?.map((part) => part ?? '') ?? [];
  if (tens === undefined || ones === undefined) return 0;
  const ten = said.includes('十') ? (DIGITS.indexOf(tens) + 1 || 1) * 10 : 0;
  return ten + DIGITS.indexOf(said.replace(/^.*十/, '')) + 1;
}

/** The lunar date of a day (YYYY-MM-DD), with the lunar year that it lies in. */
export function lunarOf(day: string): LunarDate & { readonly year: number } {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lunar = SolarDay.fromYmd(year, month, date).getLunarDay();
  const own = lunar.getLunarMonth();
  return { year: own.getYear(), month: own.getMonth(), leap: own.isLeap(), day: lunar.getDay() };
}

/** The day (YYYY-MM-DD) on which a lunar date is kept in a lunar year; null where the rule skips it. */
export function solarDayOf(date: LunarDate, lunarYear: number, rule: YearlyRule = YEARLY_RULE): string | null {
  const has = !date.leap || LunarYear.fromYear(lunarYear).getLeapMonth() === date.month;
  if (!has && rule.leapMonth === 'skip') return null;
  const month = date.leap && has ? -date.month : date.month;
  const days = LunarMonth.fromYm(lunarYear, month).getDayCount();
  if (date.day > days && rule.missingDay === 'skip') return null;
  const solar = LunarDay.fromYmd(lunarYear, month, Math.min(date.day, days)).getSolarDay();
  return `${solar.getYear()}-${two(solar.getMonth())}-${two(solar.getDay())}`;
}

/**
 * The lunar dates, as they are written, that are kept on a day (YYYY-MM-DD): those D with `solarDayOf(D, year of the
 * day) = day`.
 */
export function lunarDatesOn(day: string, rule: YearlyRule = YEARLY_RULE): string[] {
  const { year, month, leap, day: date } = lunarOf(day);
  const alsoLeap = rule.leapMonth === 'plain' && LunarYear.fromYear(year).getLeapMonth() !== month;
  const last = LunarMonth.fromYm(year, leap ? -month : month).getDayCount() === date && date === 29;
  const days = last && rule.missingDay === 'last' ? [29, 30] : [date];
  const leaps = !leap && alsoLeap ? [false, true] : [leap];
  return leaps.flatMap((one) => days.map((of) => lunarText({ month, leap: one, day: of })));
}

/** The days of a year, as MM-DD, that are kept on a day (YYYY-MM-DD): on 28 February of most years also the 29th. */
export function yearlyDatesOn(day: string, rule: Pick<YearlyRule, 'missingDay'> = YEARLY_RULE): string[] {
  const own = day.slice(5);
  return own === '02-28' && !isLeapYear(Number(day.slice(0, 4))) && rule.missingDay === 'last' ? [own, '02-29'] : [own];
}

function isLeapYear(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
