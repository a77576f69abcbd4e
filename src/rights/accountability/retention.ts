import { DAY_MS } from '../../kernel/clock.js';
/** For how long what is kept: after so many days it goes by itself (GDPR art. 5 (1) e, PIPL art. 19). */

export interface RetentionRule {
  /** 0 keeps for ever. */
  readonly days: number;
  /** Deleted, or kept with a mark in place of the customer, so that the audit chain still holds. */
  readonly action: 'DELETE' | 'MASK';
  readonly why: string;
}

export const RETENTION = {
  Event: {
    days: 400,
    action: 'DELETE',
    why: 'a year of behaviour with its comparison; totals and ties keep its effect',
  },
  Touch: { days: 730, action: 'DELETE', why: 'two seasons of campaigns can be compared' },
  JourneyRun: {
    days: 730,
    action: 'DELETE',
    why: 'after the end of a way through a journey, as long as the messages that it sent; re-entry rules look at it',
  },
  JourneyAlert: { days: 400, action: 'DELETE', why: 'after a colleague closed it, a year with its comparison' },
  DataRequest: { days: 1_095, action: 'DELETE', why: 'three years to show that a closed request was answered' },
  Score: {
    days: 400,
    action: 'DELETE',
    why: 'a score that no run has renewed for over a year says nothing about the customer any more',
  },
  AuditEntry: { days: 2_190, action: 'MASK', why: 'six years to show who saw what; then only that somebody was seen' },
} as const satisfies Readonly<Record<string, RetentionRule>>;

export type KeptLabel = keyof typeof RETENTION;
export const KEPT_LABELS = Object.keys(RETENTION) as KeptLabel[];

export type RetentionDays = Readonly<Partial<Record<KeptLabel, number>>>;

/** Before when something of a label goes; null where it is kept for ever. `days` overrides the rules. */
export function boundOf(label: KeptLabel, now: Date, days: RetentionDays = {}): Date | null {
  const kept = days[label] ?? RETENTION[label].days;
  return kept === 0 ? null : new Date(now.getTime() - kept * DAY_MS);
}

/** The setting RETENTION, like `Event=400,AuditEntry=0`. Null when it is none. */
export function retentionDays(text: string): RetentionDays | null {
  const pairs = text.split(',').filter((part) => part.trim() !== '');
  const read = pairs.map((part) => /^\s*(\w+)\s*=\s*(\d{1,5})\s*$/.exec(part));
  if (read.some((match) => !match || !(KEPT_LABELS as string[]).includes(match[1]!))) return null;
  return Object.fromEntries(read.map((match) => [match![1]!, Number(match![2])]));
}
