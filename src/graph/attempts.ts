import { AppError, kindOf } from '../kernel/error.js';

/** How often a transaction that was rolled back is retried. */
const ATTEMPTS = 5;

/** Takes a transaction back whose rows do not fit what is there, or no longer: thrown inside it. */
export function takenBack(why: string, work = 'run the import again'): AppError {
  return new AppError('CONFLICT', why, `${work} once nobody else changes the same rows`);
}

/** Throws CONFLICT when a statement counted fewer rows than it was given; `work` is what to do again. */
export function expectAll(written: number, given: number, work?: string): void {
  if (written !== given) throw takenBack(`${written} of ${given} rows could be written`, work);
}

/**
 * Runs work as if all it names were there and nobody else wrote; when its transaction was rolled back (CONFLICT),
 * retries it carefully: asked for first, what a batch of a clean file need not ask. What another writer did first is
 * read the next time. Throws what the fifth attempt throws, and at once what is no CONFLICT.
 */
export async function hopefully<T>(work: (careful: boolean) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work(attempt > 1);
    } catch (error) {
      if (attempt === ATTEMPTS || kindOf(error) !== 'CONFLICT') throw error;
    }
}
