/** Time as a value, so that rules never read the system's clock themselves. */
export interface Clock {
  now(): Date;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `at` (ISO 8601), for runs as of a date and for tests. */
export function fixedClock(at: string): Clock {
  return { now: () => new Date(at) };
}

/** Work that comes again and again until stopped. */
export interface Repeated {
  /** No further round; waits for one under way, 5 s at most. */
  stop(): Promise<void>;
}

const LAST_MS = 5_000;

/**
 * Does `work` every `ms` milliseconds, the first time after the first of them; a time that comes while it is at work is
 * left out. What a round throws goes to `failed`, and the next is tried. It keeps no process alive.
 */
export function repeat(ms: number, work: () => Promise<unknown>, failed: (error: unknown) => void): Repeated {
  let round: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    round ??= work()
      .catch(failed)
      .finally(() => {
        round = null;
      });
  }, ms);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.race([round, new Promise((resolve) => setTimeout(resolve, LAST_MS).unref())]);
    },
  };
}
