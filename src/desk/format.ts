import { type Topic, wordFor } from '../kernel/vocabulary.js';

/** Numbers, money, times and values of the data as the reader's language writes them. */
export type Format = ReturnType<typeof formatFor>;

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Formats for a language tag; `now` in ms is what ages are counted from. */
export function formatFor(locale: string, now: () => number = Date.now) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'conjunction' });
  return {
    /** A whole number with separators. */
    whole: (value: number) => whole.format(value),
    /** A number with at most `digits` decimals. */
    decimal: (value: number, digits = 1) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    /** A share 0..1 as per cent. */
    share: (value: number) => share.format(value),
    /** A share 0..1 as per cent, small ones with a decimal. */
    percent: (value: number) => (value > 0 && value < 0.1 ? fine : share).format(value),
    /** Two moments as dates, or with the time where both are on one day; empty for one that is not known. */
    span: (from: string | null, to: string | null) => span(from, to, day, moment),
    /** Minor units of a currency, short when large: ¥1.2M, 120万. */
    money: (minor: number, currency: string) => money(locale, minor, currency),
    moment: (iso: string) => moment.format(new Date(iso)),
    day: (iso: string) => day.format(new Date(iso)),
    month: (iso: string) => month.format(new Date(iso)),
    /** How long ago, in the largest fitting unit. */
    age: (iso: string) => age(relative, (Date.parse(iso) - now()) / 1000),
    /** A value of the data by its name in the language; nothing for nothing. */
    word: (topic: Topic, value: string | null | undefined) =>
      value ? wordFor(topic, value, locale.startsWith('zh') ? 'zh' : 'en') : '',
    /** Items joined as the language joins them. */
    list: (items: readonly string[]) => list.format(items),
  };
}

function span(
  from: string | null,
  to: string | null,
  day: Intl.DateTimeFormat,
  moment: Intl.DateTimeFormat,
): [string, string] {
  const shown = (at: string | null, by: Intl.DateTimeFormat) => (at === null ? '' : by.format(new Date(at)));
  const days: [string, string] = [shown(from, day), shown(to, day)];
  return days[0] === days[1] ? [shown(from, moment), shown(to, moment)] : days;
}

function money(locale: string, minor: number, currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2;
  const major = minor / 10 ** digits;
  const short = Math.abs(major) >= 100_000;
  const options = short ? { notation: 'compact' as const, maximumFractionDigits: 1 } : { maximumFractionDigits: 0 };
  return new Intl.NumberFormat(locale, { ...style, ...options }).format(major);
}

function age(relative: Intl.RelativeTimeFormat, seconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return relative.format(Math.round(seconds / length), unit as Intl.RelativeTimeFormatUnit);
}
