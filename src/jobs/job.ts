import type { Graph } from '../graph/graph.js';
import { HOUR_MS, MINUTE_MS } from '../kernel/clock.js';
import type { BaseServices } from '../kernel/services.js';
import { nextTime } from './times.js';

/** What the runner itself needs of the services that it hands to a job. */
export interface JobServices extends BaseServices {
  readonly graph: Graph;
}

/** What a run did, by name: shown with the job, and logged unless all are 0. */
export type JobCounts = Readonly<Record<string, number>>;

/** Numbers by which intervals are set, as the configuration gives them. */
export type JobSettings = Readonly<Record<string, unknown>>;

/**
 * How often: minutes, hours, what a setting says (0 leaves the job to whoever asks for it), or at a time of day as
 * `times.ts` reads it.
 */
export type Every =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly setting: string; readonly unit: 'minutes' | 'hours' }
  | { readonly at: string };

/**
 * Work that is done again and again, or when asked for. An area declares it; adding one is this record, its function
 * and its test.
 */
export interface Job<S extends JobServices = JobServices> {
  /** In kebab-case; it names the job to people and in the graph. */
  readonly name: string;
  readonly does: { readonly en: string; readonly zh: string };
  /** Null: only when asked for. */
  readonly every: Every | null;
  /** Seconds after which another server takes over from one that died; renewed while the job runs. */
  readonly lease: number;
  /** Safe to repeat: a run that died is restarted. */
  readonly run: (services: S) => Promise<JobCounts>;
  /** When the same was last done by other means, which counts as a run. */
  readonly lastDone?: (services: S) => Promise<Date | null>;
  /** Whether it is due before its time. */
  readonly sooner?: (services: S) => Promise<boolean>;
  /** Each server does it for itself, at the same time as the others, and has a state of its own. */
  readonly perServer?: true;
  /** Once more when the server stops, since what it writes lies on that server. */
  readonly atStop?: true;
}

/** What the graph knows of a job. */
export interface JobState {
  readonly queuedAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** DONE or FAILED, of the last run that ended. */
  readonly outcome?: string | null;
  /** Kind of the error of a run that failed. */
  readonly problem?: string | null;
  readonly attempts: number;
  readonly held: boolean;
}

/** Times in a row that a run whose server died is restarted before its next turn. */
export const ATTEMPTS = 3;

/** After that a run that failed is tried again, where its next turn is later. */
const AGAIN_MS = HOUR_MS;
/** The same where another held what it needs: a server that died holds it no longer than its lease. */
const BUSY_AGAIN_MS = 2 * MINUTE_MS;

/**
 * Milliseconds from the start of one run to the start of the next; null for a job that only runs when asked for, or at
 * a time of day.
 */
export function intervalOf({ every }: Pick<Job, 'every'>, settings: JobSettings): number | null {
  if (every === null || 'at' in every) return null;
  if ('minutes' in every) return every.minutes * MINUTE_MS;
  if ('hours' in every) return every.hours * HOUR_MS;
  const value = Number(settings[every.setting] ?? 0);
  return value === 0 ? null : value * (every.unit === 'hours' ? HOUR_MS : MINUTE_MS);
}

/**
 * When a job is to run next, by what comes after the start of its last run, so that one that fails is not tried at
 * every look, but an hour later at the latest; null for never. A job that was missed is due once, however often it was
 * missed; so is one whose server died while it ran, three times at most.
 */
export function nextRun(state: JobState, after: After, lastDone: Date | null = null): Date | null {
  const { queuedAt, startedAt, held } = state;
  if (held) return null;
  if (queuedAt !== null && (startedAt === null || queuedAt > startedAt)) return queuedAt;
  if (unfinished(state) && state.attempts < ATTEMPTS) return startedAt;
  if (after === null) return null;
  const last = Math.max(startedAt?.getTime() ?? 0, lastDone?.getTime() ?? 0);
  if (last === 0) return new Date(0);
  const turn = typeof after === 'number' ? new Date(last + after) : after(new Date(last));
  const failed = state.outcome === 'FAILED' && startedAt !== null && startedAt.getTime() === last;
  const again = state.problem === 'BUSY' ? BUSY_AGAIN_MS : AGAIN_MS;
  return failed ? new Date(Math.min(last + again, turn?.getTime() ?? Infinity)) : turn;
}

/** What comes after a run: an interval in milliseconds, the next of its times, or nothing. */
export type After = number | ((last: Date) => Date | null) | null;

/** What comes after a run of a job, by its settings and the time zone of its times. */
export function afterOf({ every }: Pick<Job, 'every'>, settings: JobSettings): After {
  if (every === null || !('at' in every)) return intervalOf({ every }, settings);
  const zone = String(settings.TIME_ZONE ?? 'UTC');
  return (last) => nextTime(every.at, zone, last);
}

function unfinished({ startedAt, endedAt }: JobState): boolean {
  return startedAt !== null && (endedAt === null || endedAt < startedAt);
}
