import { AppError } from '../../kernel/error.js';

export interface Stop {
  readonly signal: AbortSignal;
  /** Resolves when someone asked to stop. */
  readonly asked: Promise<void>;
  /** The work, or an error as soon as someone asks to stop while it goes on. */
  or<T>(work: Promise<T>): Promise<T>;
}

/**
 * Listens for Ctrl-C and SIGTERM. Another one two seconds later ends at once; sooner it is the same one, which npm
 * passes on as well.
 */
export function untilSignal(): Stop {
  const controller = new AbortController();
  let firstAt = Number.POSITIVE_INFINITY;
  const asked = new Promise<void>((resolve) => {
    const onSignal = () => {
      if (Date.now() - firstAt > 2000) process.exit(130);
      firstAt = Math.min(firstAt, Date.now());
      controller.abort();
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
    if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(onSignal);
  });
  const early = asked.then((): never => {
    throw new AppError(
      'UNAVAILABLE',
      'stopped before the start was complete',
      'run `npm start` again; it goes on where it was',
    );
  });
  early.catch(() => undefined);
  const or = <T>(work: Promise<T>) => {
    work.catch(() => undefined); // after a stop nobody waits for it any more
    return Promise.race([work, early]);
  };
  return { signal: controller.signal, asked, or };
}

/**
 * `npm start` passes SIGTERM to the shell between, which ends without passing it on: then this process has another
 * parent.
 */
function whenOrphaned(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 500);
  watch.unref();
}
