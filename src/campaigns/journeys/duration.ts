import { z } from 'zod';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kernel/clock.js';
import { issueOf, type Words } from '../../kernel/words/issues.js';

const UNITS: Readonly<Record<string, number>> = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };
/** Longest wait: two years. */
const MOST_MS = 730 * DAY_MS;
const FORM = /^(\d{1,6}) (minute|hour|day)s?$/;

const NO_DURATION: Words = {
  en: 'must be like 30 minutes, 12 hours or 3 days, at most 730 days',
  zh: '须写作 30 minutes、12 hours 或 3 days，最长 730 days',
};
const NO_TIME: Words = { en: 'must be a time of day like 09:00', zh: '须为一天中的时刻，如 09:00' };

/** A duration as people write it, `30 minutes`, `12 hours` or `3 days`, in milliseconds. */
export const durationOf = z.string().transform((text, context) => {
  const [, count, unit] = FORM.exec(text.trim()) ?? [];
  const ms = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
  if (ms >= 0 && ms <= MOST_MS) return ms;
  context.addIssue(issueOf(NO_DURATION));
  return z.NEVER;
});

/** A time of day like 09:00, as minutes after midnight, 0..1439. */
export const timeOfDay = z.string().transform((text, context) => {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hour !== undefined) return Number(hour) * 60 + Number(minute);
  context.addIssue(issueOf(NO_TIME));
  return z.NEVER;
});
