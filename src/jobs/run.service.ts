import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { withLease } from '../graph/lease.js';
import type { RowOf } from '../graph/queries.gen.js';
import { AppError, kindOf } from '../kernel/error.js';
import {
  ATTEMPTS,
  afterOf,
  intervalOf,
  type Job,
  type JobCounts,
  type JobServices,
  type JobSettings,
  nextRun,
} from './job.js';

/** A job with its state and when it is to run next, as it is shown. */
export interface JobLine {
  readonly name: string;
  readonly does: { readonly en: string; readonly zh: string };
  /** Minutes from one run to the next; null for a job that runs at times of day, or only when asked for. */
  readonly everyMinutes: number | null;
  /** Its times of day, like `0 3 * * *`; null for one that runs by an interval or when asked for. */
  readonly at: string | null;
  readonly running: boolean;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
  /** Kind of the error of a run that failed. */
  readonly problem: string | null;
  readonly counts: JobCounts;
  readonly next: Date | null;
}

type State = RowOf<'jobs/steps/job-states'>;

/** The name of a job in the graph; one that each server does for itself has a state for each. */
export function jobId({ name, perServer }: Pick<Job, 'name' | 'perServer'>, home: string): string {
  if (!perServer) return `job:${name}`;
  return `job:${name}@${createHash('sha256').update(`${hostname()}|${home}`).digest('hex').slice(0, 12)}`;
}

/** Every job with its state, in the order of their declaration. */
export async function jobLines<S extends JobServices>(
  services: S,
  jobs: readonly Job<S>[],
  settings: JobSettings,
): Promise<JobLine[]> {
  const states = await statesOf(services, jobs);
  return Promise.all(
    jobs.map(async (job) => {
      const state = states.get(job)!;
      const interval = intervalOf(job, settings);
      return {
        name: job.name,
        does: job.does,
        everyMinutes: interval === null ? null : interval / 60_000,
        at: job.every !== null && 'at' in job.every ? job.every.at : null,
        running: state.held,
        startedAt: state.startedAt,
        endedAt: state.endedAt,
        outcome: state.outcome,
        problem: state.problem,
        counts: state.counts === null ? {} : (JSON.parse(state.counts) as JobCounts),
        next: nextRun(state, afterOf(job, settings), await lastDone(services, job)),
      };
    }),
  );
}

/** The jobs that are due now, the longest due first. */
export async function dueJobs<S extends JobServices>(
  services: S,
  jobs: readonly Job<S>[],
  settings: JobSettings,
): Promise<Job<S>[]> {
  const now = services.clock.now();
  const states = await statesOf(services, jobs);
  const found: { readonly job: Job<S>; readonly at: Date }[] = [];
  for (const job of jobs) {
    const state = states.get(job)!;
    const at = nextRun(state, afterOf(job, settings), await lastDone(services, job));
    if (at !== null && at <= now) found.push({ job, at });
    else if (!state.held && state.attempts < ATTEMPTS && (await job.sooner?.(services))) found.push({ job, at: now });
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ job }) => job);
}

/**
 * Runs a job now under its lease and notes what came of it. Returns what it did; null when another server runs it, or
 * began it since. What it throws is noted and thrown on.
 */
export async function runJob<S extends JobServices>(services: S, job: Job<S>): Promise<JobCounts | null> {
  const id = jobId(job, services.home);
  const before = (await statesOf(services, [job])).get(job)!.startedAt;
  let began = false;
  const work = async () => {
    const { started } = await services.graph.write('jobs/steps/job-start', { id, before, now: services.clock.now() });
    began = started;
    return started ? noted(services, id, () => job.run(services)) : null;
  };
  return withLease(services.graph, { id, seconds: job.lease, waitMs: 0 }, work).catch((error: unknown) => {
    if (!began && error instanceof AppError && error.kind === 'BUSY') return null;
    throw error;
  });
}

/** Asks for a run: the next server that looks runs it, 15 s later at most. */
export async function queueJob({ graph, clock, home }: JobServices, job: Pick<Job, 'name' | 'perServer'>) {
  await graph.write('jobs/steps/job-queue', { id: jobId(job, home), now: clock.now() });
}

async function noted({ graph, clock }: JobServices, id: string, work: () => Promise<JobCounts>): Promise<JobCounts> {
  const end = (outcome: 'DONE' | 'FAILED', problem: string | null, counts: JobCounts | null) =>
    graph.write('jobs/steps/job-end', {
      id,
      now: clock.now(),
      outcome,
      problem,
      counts: counts === null ? null : JSON.stringify(counts),
    });
  try {
    const counts = await work();
    await end('DONE', null, counts);
    return counts;
  } catch (error) {
    await end('FAILED', kindOf(error), null);
    throw error;
  }
}

async function statesOf<S extends JobServices>(
  { graph, home }: S,
  jobs: readonly Job<S>[],
): Promise<ReadonlyMap<Job<S>, State>> {
  const rows = await graph.read('jobs/steps/job-states', { ids: jobs.map((job) => jobId(job, home)) });
  return new Map(jobs.map((job, at) => [job, rows[at]!]));
}

async function lastDone<S extends JobServices>(services: S, job: Job<S>): Promise<Date | null> {
  return (await job.lastDone?.(services)) ?? null;
}
