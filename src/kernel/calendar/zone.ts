/** Days that were asked, by zone: files name few days many times. */
const known = new Map<string, Map<number, Date>>();
const MOST_KNOWN = 20_000;

/**
 * The moment at which a day begins in a time zone, the day given as its midnight in UTC. Where a change of clocks skips
 * that midnight it is the first moment of the day.
 */
export function startOfDay(day: Date, zone: string): Date {
  return momentIn(day, zone);
}

/**
 * The moment at which the clocks of a time zone show a time, the time given as if it were in UTC. One that a change of
 * clocks skips is the first moment after the change; of one that comes twice it is the first.
 */
export function momentIn(shown: Date, zone: string): Date {
  if (zone === 'UTC') return shown;
  const days = daysOf(zone);
  const begin = days.get(shown.getTime()) ?? new Date(beginOf(shown.getTime(), zone));
  days.set(shown.getTime(), begin);
  return begin;
}

function daysOf(zone: string): Map<number, Date> {
  const before = known.get(zone);
  if (before && before.size <= MOST_KNOWN) return before;
  const days = new Map<number, Date>();
  known.set(zone, days);
  return days;
}

/**
 * The offset at the wanted moment is not known before the moment is: that of midnight in UTC first, then that of what
 * came out.
 */
function beginOf(time: number, zone: string): number {
  const guess = time - offsetMs(time, zone);
  const second = time - offsetMs(guess, zone);
  return offsetMs(second, zone) === time - second ? second : Math.max(guess, second);
}

/**
 * Milliseconds that the clocks of a time zone are ahead of UTC at a moment, in milliseconds since 1970. Throws
 * RangeError for an unknown zone.
 */
export function offsetMs(time: number, zone: string): number {
  const format = formatOf(zone);
  const part = (type: string, parts: Intl.DateTimeFormatPart[]) => Number(parts.find((p) => p.type === type)!.value);
  const parts = format.formatToParts(time);
  const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((type) =>
    part(type, parts),
  ) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, ...digits, second: 'numeric', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return format;
}

/** YYYY-MM-DD of a moment in a time zone: the form of Sweden. Throws RangeError for an unknown zone. */
export function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
}
