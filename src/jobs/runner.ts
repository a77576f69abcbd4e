import { type Repeated, repeat } from '../kernel/clock.js';
import { failureOf } from '../kernel/error.js';
import type { Job, JobServices, JobSettings } from './job.js';
import { dueJobs, runJob } from './run.service.js';

/** Milliseconds between two looks for what is due. */
const LOOK_MS = 15_000;
/** Jobs that one server runs at once: a long one keeps the short ones from waiting, and the database from too many. */
const LANES = 3;

/** The jobs of a server. */
export interface Runner {
  /** Begins what is due and fits; returns the runs under way by name, none of which rejects. */
  look(): Promise<ReadonlyMap<string, Promise<void>>>;
  /** Looks every 15 s from now on. */
  start(): void;
  /**
   * Begins nothing more, waits 5 s at most for what is under way, then does once more what is for the end.
   */
  stop(): Promise<void>;
}

/**
 * Runs jobs under their leases, beside any number of other servers that do the same. What goes wrong is logged, and
 * noted with the job.
 */
export function makeRunner<S extends JobServices>(services: S, jobs: readonly Job<S>[], settings: JobSettings): Runner {
  const underWay = new Map<string, Promise<void>>();
  let looking: Repeated | null = null;
  const begin = (job: Job<S>) =>
    underWay.set(
      job.name,
      logged(services, job).finally(() => underWay.delete(job.name)),
    );
  const look = async () => {
    const due = await dueJobs(services, jobs, settings);
    for (const job of due) if (underWay.size < LANES && !underWay.has(job.name)) begin(job);
    return underWay;
  };
  return {
    look,
    start: () => {
      looking ??= repeat(LOOK_MS, look, (error) =>
        services.log.error('what is due could not be read', failureOf(error)),
      );
    },
    stop: async () => {
      await looking?.stop();
      await Promise.race([Promise.all(underWay.values()), new Promise((done) => setTimeout(done, 5_000).unref())]);
      for (const job of jobs) if (job.atStop) await logged(services, job);
    },
  };
}

async function logged<S extends JobServices>(services: S, job: Job<S>): Promise<void> {
  try {
    const counts = await runJob(services, job);
    if (counts !== null && Object.values(counts).some((count) => count > 0))
      services.log.info(`job ${job.name}`, { ...counts });
  } catch (error) {
    services.log.error(`job ${job.name} failed`, failureOf(error));
  }
}
