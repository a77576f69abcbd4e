import type { Session } from 'neo4j-driver';
import { AppError } from '../kernel/error.js';

/** How long what could not be done at once is tried again, in ms: the driver's retries of a transaction. */
export const RETRY_MS = 5_000;

/** What a database that answers needs beyond its own limit to say so, in ms. */
function graceOf(timeoutMs: number): number {
  return Math.min(2_000, timeoutMs / 4);
}

/**
 * Work on a session within a time of this process's own. The database keeps its limit only while it runs: one that is
 * frozen, or behind a line that was cut, says nothing at all. Throws UNAVAILABLE then; what the work still does is not
 * waited for, and its connection stays taken until the line is known to be dead.
 */
export async function onSession<T>(
  session: Session,
  { timeoutMs, retries }: { readonly timeoutMs: number; readonly retries: boolean },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const ms = timeoutMs + graceOf(timeoutMs) + (retries ? RETRY_MS : 0);
  const working = work(session).finally(() => session.close());
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(silent(ms)), ms);
  });
  working.catch(() => undefined); // told to whoever still waits
  try {
    return await Promise.race([working, late]);
  } finally {
    clearTimeout(timer);
  }
}

function silent(ms: number): AppError {
  return new AppError(
    'UNAVAILABLE',
    `the database does not answer (nothing within ${(ms / 1000).toFixed(1)} s)`,
    'try again in a moment; look at `guanxi db status`',
  );
}
