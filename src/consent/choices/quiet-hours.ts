import { MINUTE_MS } from '../../kernel/clock.js';
import type { Channel } from '../consent.js';

/** Quiet hours: a time of day, where the customer lives, at which nobody is called or written to. */
export interface QuietHours {
  /** IANA name, like Asia/Shanghai. */
  readonly timeZone: string;
  /** Minutes after midnight, 0..1439. From later than until is over midnight; equal is never quiet. */
  readonly from: number;
  readonly until: number;
}

/** Quiet hours as they are set for everybody. */
export interface QuietSettings extends QuietHours {
  readonly channels: readonly Channel[];
}

export const DEFAULT_QUIET: QuietHours = { timeZone: 'Asia/Shanghai', from: 21 * 60, until: 8 * 60 };
const DAY = 1440;
/** When quiet hours end, at a full minute; null when it is not quiet. Right over changes to and from summer time. */
export function nextAllowed(now: Date, quiet: QuietHours): Date | null {
  if (!isQuiet(minuteOf(now, quiet.timeZone), quiet)) return null;
  const start = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const ahead = (quiet.until - minuteOf(now, quiet.timeZone) + DAY) % DAY;
  const straight = new Date(start + ahead * MINUTE_MS);
  // the clock may have been changed on the way: go on, or back, by what it shows wrong
  const off = ((quiet.until - minuteOf(straight, quiet.timeZone) + DAY + DAY / 2) % DAY) - DAY / 2;
  return new Date(straight.getTime() + off * MINUTE_MS);
}

/** Whether a minute of the day lies in quiet hours: from `from` on, and before `until`. */
export function isQuiet(minute: number, { from, until }: QuietHours): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/**
 * When quiet hours of the channel that last at `now` end in a time zone, null where it is not quiet. A zone of null
 * takes the set one.
 */
export function quietUntil(
  { channels, ...quiet }: QuietSettings,
  channel: Channel | 'ANY',
  now: Date,
): (timeZone: string | null) => Date | null {
  const known = new Map<string, Date | null>();
  return (timeZone) => {
    if (!channels.includes(channel as Channel)) return null;
    const zone = timeZone ?? quiet.timeZone;
    if (!known.has(zone)) known.set(zone, nextAllowed(now, { ...quiet, timeZone: zone }));
    return known.get(zone)!;
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes after midnight on the clocks of a time zone. Throws RangeError for a zone that is not known. */
export function minuteOf(at: Date, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    clocks.set(timeZone, clock);
  }
  const [hour, minute] = clock.format(at).split(':').map(Number);
  return hour! * 60 + minute!;
}
