import { AppError } from '../../kernel/error.js';

export interface Stop {
  readonly signal: AbortSignal;
  /** Resolves when someone asked to stop. */
  readonly asked: Promise<void>;
  /** The work, or an error as soon as someone asks to stop while it goes on. */
  or<T>(work: Promise<T>): Promise<T>;
}

/** Listens for Ctrl-C and SIGTERM. A second Ctrl-C while stopping ends at once. */
export function untilSignal(): Stop {
  const controller = new AbortController();
  const asked = new Promise<void>((resolve) => {
    const onSignal = () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
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
