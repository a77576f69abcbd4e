import { AppError } from '../../kernel/error.js';

/** How often a batch that was taken back is run again. */
const ATTEMPTS = 5;

/** Takes a transaction back whose rows name nodes that are not there, or no longer. */
export class NotAllWritten extends Error {}

/** Throws NotAllWritten when a statement counted fewer rows than it was given. */
export function expectAll(written: number, given: number): void {
  if (written !== given) throw new NotAllWritten(`${written} of ${given} rows were written`);
}

/**
 * Runs a batch hopefully, as if all its ends were there and nobody else wrote; and when the transaction was taken back, carefully:
 * asked for first, what a batch of a clean file need not ask. Rows that another writer made first are known the next time.
 */
export async function hopefully<T>(work: (careful: boolean) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work(attempt > 1);
    } catch (error) {
      if (attempt === ATTEMPTS || !wasTakenBack(error)) throw error;
    }
}

function wasTakenBack(error: unknown): boolean {
  return error instanceof NotAllWritten || (error instanceof AppError && error.kind === 'CONFLICT');
}
