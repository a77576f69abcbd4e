import { MONTH, monthOf, offsetOf, type Told, yearOf } from './moment.js';
import { hourOf } from './plain-time.js';

/** Letters of a pattern, longest first, and what they stand for (as in Unicode's date patterns). */
const LETTERS: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<year>\\d\\d)',
  MMMM: `(?<month>${MONTH})`,
  MMM: `(?<month>${MONTH})`,
  MM: '(?<month>\\d\\d)',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d\\d)',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d\\d)',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d\\d)',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d\\d)',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d\\d)',
  s: '(?<second>\\d{1,2})',
  SSS: '(?<millisecond>\\d{3})',
  a: '(?<half>am|pm)',
  Z: '(?<zone>Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)',
};
const ORDERED = Object.keys(LETTERS).sort((a, b) => b.length - a.length);
const PART = new RegExp(`'([^']*)'|(${ORDERED.join('|')})|([^a-z])`, 'giy');

const known = new Map<string, RegExp | null>();

/** Whether a text is a pattern of a time: year, month and day at least, no letters but those it knows. */
export function isTimePattern(pattern: string): boolean {
  return formOf(pattern) !== null;
}

/** The parts of a time written by a pattern as `dd/MM/yyyy HH:mm`; null for text in another form. */
export function patternTime(text: string, pattern: string): Told | null {
  const found = formOf(pattern)?.exec(text)?.groups;
  if (!found) return null;
  const { year, month, day, hour, half, zone, ...rest } = found as Partial<Record<string, string>>;
  const numbers = Object.fromEntries(Object.entries(rest).map(([name, digits]) => [name, Number(digits)]));
  return {
    ...numbers,
    ...{ year: yearOf(year!), month: /\d/.test(month!) ? Number(month) : monthOf(month!), day: Number(day) },
    ...(hour !== undefined && { hour: hourOf(Number(hour), half) }),
    ...{ offset: offsetOf(zone) },
  };
}

function formOf(pattern: string): RegExp | null {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const made = makeForm(pattern);
  known.set(pattern, made);
  return made;
}

function makeForm(pattern: string): RegExp | null {
  const used = new Set<string>();
  let form = '';
  PART.lastIndex = 0;
  for (let at = 0; at < pattern.length; at = PART.lastIndex) {
    const match = PART.exec(pattern);
    if (!match) return null;
    const [, quoted, given, sign] = match;
    const letters = given && (Object.hasOwn(LETTERS, given) ? given : undefined);
    if (given && !letters) return null;
    if (letters) used.add(LETTERS[letters]!.slice(3, LETTERS[letters]!.indexOf('>')));
    form += letters ? LETTERS[letters]! : (quoted ?? sign ?? '').replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
  }
  const whole = ['year', 'month', 'day'].every((name) => used.has(name));
  const twice = (form.match(/\(\?<(\w+)>/g) ?? []).length !== used.size;
  return whole && !twice ? new RegExp(`^${form}$`, 'i') : null;
}
