import type { Session } from 'neo4j-driver';
import { AppError } from '../kernel/error.js';

/** How long what could not be done at once is tried again, in ms: the driver's retries of a transaction. */
export const RETRY_MS = 5_000;

/** What a database that answers needs beyond its own limit to say that it is over, in ms. */
const GRACE_MS = 2_000;

/**
 * Work on a session within a time of this process's own. The database keeps its limit only while it runs: one that is
 * frozen, or behind a line that was cut, says nothing at all. Throws UNAVAILABLE then; its connection stays taken until
 * the line is known to be dead.
 */
export function onSession<T>(
  session: Session,
  { timeoutMs, retries }: { readonly timeoutMs: number; readonly retries: boolean },
  work: () => Promise<T>,
): Promise<T> {
  return answeredIn(
    timeoutMs + GRACE_MS + (retries ? RETRY_MS : 0),
    work().finally(() => session.close()),
  );
}

/** What work on the database answers within `ms`. Throws UNAVAILABLE later; what it still does is not waited for. */
export async function answeredIn<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(silent(ms)), ms);
  });
  work.catch(() => undefined); // told to whoever still waits
  try {
    return await Promise.race([work, late]);
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
