import { randomUUID } from 'node:crypto';
import { Neo4jError, type Session } from 'neo4j-driver';
import { AppError } from '../kernel/error.js';

/** How long what could not be done at once is tried again, in ms: the driver's retries of a transaction. */
export const RETRY_MS = 5_000;

/** What a database that answers needs beyond its own limit to say that it is over, in ms. */
const GRACE_MS = 2_000;

/** By these codes the database says that it stopped what it was asked. */
export const STOPPED = /TransactionTimedOut|Transaction\.Terminated|LockClientStopped/;

/** With what a statement runs: its limit in the database, its name there, and a mark by which it is found again. */
export interface RunOptions {
  readonly timeout: number;
  readonly metadata: { readonly statement: string; readonly run: string };
}

/** The options of one more statement of that name. */
export function runOptions(statement: string, timeoutMs: number): RunOptions {
  return { timeout: timeoutMs, metadata: { statement, run: randomUUID() } };
}

/** What binds work on a session. */
export interface Bound {
  readonly options: RunOptions;
  readonly retries: boolean;
  /** Told of what was stopped: by the database at its limit, or by no longer waiting for it. */
  readonly stopped: (ran: RunOptions['metadata']) => void;
}

/**
 * Work on a session within a time of this process's own. The database keeps its limit only while it runs: one that is
 * frozen, or behind a line that was cut, says nothing at all. Throws UNAVAILABLE then; its connection stays taken until
 * the line is known to be dead.
 */
export async function onSession<T>(
  session: Session,
  { options, retries, stopped }: Bound,
  work: (options: RunOptions) => Promise<T>,
): Promise<T> {
  try {
    return await answeredIn(
      options.timeout + GRACE_MS + (retries ? RETRY_MS : 0),
      work(options).finally(() => session.close()),
    );
  } catch (error) {
    if (wasStopped(error)) stopped(options.metadata);
    throw error;
  }
}

/** Whether what failed so may still be at work in the database. */
export function wasStopped(error: unknown): boolean {
  return error instanceof Silence || (error instanceof Neo4jError && STOPPED.test(error.code));
}

/** What work on the database answers within `ms`. Throws UNAVAILABLE later; what it still does is not waited for. */
export async function answeredIn<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Silence(ms)), ms);
  });
  work.catch(() => undefined); // told to whoever still waits
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

class Silence extends AppError {
  constructor(ms: number) {
    super(
      'UNAVAILABLE',
      `the database does not answer (nothing within ${(ms / 1000).toFixed(1)} s)`,
      'try again in a moment; look at `guanxi db status`',
    );
  }
}
