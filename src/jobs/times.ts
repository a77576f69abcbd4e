import { Cron } from 'croner';
import { AppError } from '../kernel/error.js';

const FIELDS = /^\S+ \S+ (\S+) \S+ (\S+)$/;
const known = new Map<string, Cron>();

/**
 * The first time after `last` at which a pattern of minute, hour, day of the month, month and weekday holds on the
 * clocks of a time zone. One in an hour that clocks skip comes once, right after the change; one in an hour that comes
 * twice comes once, the first time. Null for never. Throws CONFIG for a pattern that is none, or that names both a day
 * of the month and a weekday: readers of such patterns disagree on it.
 */
export function nextTime(pattern: string, timeZone: string, last: Date): Date | null {
  return cronOf(pattern, timeZone).nextRun(last);
}

function cronOf(pattern: string, timeZone: string): Cron {
  const key = `${pattern} ${timeZone}`;
  const cron = known.get(key) ?? read(pattern, timeZone);
  known.set(key, cron);
  return cron;
}

function read(pattern: string, timeZone: string): Cron {
  const [, day, weekday] = FIELDS.exec(pattern) ?? [];
  if (day === undefined) throw wrong(pattern, 'it needs minute, hour, day of the month, month and weekday');
  if (day !== '*' && weekday !== '*') throw wrong(pattern, 'it names both a day of the month and a weekday');
  try {
    return new Cron(pattern, { timezone: timeZone, paused: true });
  } catch {
    throw wrong(pattern, 'it cannot be read');
  }
}

function wrong(pattern: string, problem: string): AppError {
  return new AppError('CONFIG', `time "${pattern}": ${problem}`, 'write it like 0 3 * * * for 03:00 every day');
}
