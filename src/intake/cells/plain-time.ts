import { MONTH, monthOf, offsetOf, type Told, yearOf } from './moment.js';

const CLOCK = '(?:(?:\\s*,\\s*|[T ]\\s*)(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?\\s*(am|pm)?)?';
const ZONE = '\\s*(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?';
const tail = `${CLOCK}${ZONE}$`;

/** Ways to write a time that can be read in one way only; where each has its year, month and day. */
const WAYS: readonly { readonly form: RegExp; readonly at: readonly [year: number, month: number, day: number] }[] = [
  // 2024-01-05 09:50:26 +0200, 2024/1/5 9:50, 2024.1.5
  { form: new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${tail}`, 'i'), at: [1, 3, 4] },
  // 2024年1月5日 9:50
  { form: new RegExp(`^(\\d{4})(年)(\\d{1,2})月(\\d{1,2})日${tail}`, 'i'), at: [1, 3, 4] },
  // Fri, 05 Jan 2024 09:50:26 GMT, 5-Jan-24
  {
    form: new RegExp(`^(?:[a-z]{3},\\s*)?(\\d{1,2})([-/ ])(${MONTH})\\.?\\2(\\d{4}|\\d\\d)${tail}`, 'i'),
    at: [4, 3, 1],
  },
  // Jan 5, 2024 9:50 AM
  { form: new RegExp(`^(${MONTH})(\\.?\\s+)(\\d{1,2}),?\\s+(\\d{4})${tail}`, 'i'), at: [4, 1, 3] },
];

/** The parts of a time written in whatever form is unambiguous; null for any other text, as 05/06/2024. */
export function plainTime(text: string): Told | null {
  for (const { form, at } of WAYS) {
    const match = form.exec(text);
    if (!match) continue;
    const [year, month, day] = at.map((place) => match[place]!) as [string, string, string];
    const date = { year: yearOf(year), month: /\d/.test(month) ? Number(month) : monthOf(month), day: Number(day) };
    return { ...date, ...clockOf(match.slice(5)) };
  }
  return null;
}

function clockOf([hour, minute, second, fraction, half, zone]: (string | undefined)[]): Partial<Told> {
  if (hour === undefined) return {};
  return {
    hour: hourOf(Number(hour), half),
    minute: Number(minute),
    second: Number(second ?? 0),
    millisecond: fraction === undefined ? 0 : Math.trunc(Number(`0.${fraction}`) * 1000),
    offset: offsetOf(zone),
  };
}

/** An hour of twelve by its half of the day; 99, which no day has, for one that no clock of twelve shows. */
export function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}
