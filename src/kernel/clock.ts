/** Time as a value, so that rules never read the system's clock themselves. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `at` (ISO 8601), for runs as of a date and for tests. */
export function fixedClock(at: string): Clock {
  return { now: () => new Date(at) };
}
