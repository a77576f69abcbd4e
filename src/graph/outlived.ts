import neo4j, { type Driver } from 'neo4j-driver';
import { MINUTE_MS, type Repeated, repeat } from '../kernel/clock.js';
import { answeredIn, type RunOptions } from './deadline.js';
import { withoutNotes } from './read.js';

/** What was stopped is gone from the database within this time, in ms; what is not is told. */
const GONE_MS = 5_000;
/** Statements that are remembered at once; the oldest is forgotten for one more. */
const MOST = 1_000;
const ANSWER_MS = 5_000;

const END = `SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.run IN $runs
  TERMINATE TRANSACTIONS id YIELD message
  RETURN metaData.run AS run`;

/** Statements that were stopped, until it is known that they are gone. */
export interface Outlived {
  /** Remembers one that was stopped just now. */
  stopped(ran: RunOptions['metadata']): void;
  /** From now on tells the name of each that still runs later than it may; it is then asked to end again. */
  tell(listener: (statement: string) => void): void;
  /** Looks no more. */
  end(): void;
}

/** Where statements run. */
export interface At {
  readonly driver: Driver;
  readonly database: string;
}

/**
 * Looks, some seconds after statements were stopped, whether the database still works on them: one look for all that
 * are due, and none while nothing was stopped. While the database does not answer, it looks again for a minute.
 */
export function watchOutlived(at: At, goneMs = GONE_MS): Outlived {
  const waiting = new Map<string, { readonly statement: string; readonly due: number }>();
  const listeners: ((statement: string) => void)[] = [];
  let looking: Repeated | null = null;
  const forget = (runs: readonly string[]) => {
    for (const run of runs) waiting.delete(run);
    if (waiting.size === 0) end();
  };
  const end = () => {
    void looking?.stop();
    looking = null;
  };
  const dueBefore = (time: number) => [...waiting].filter(([, { due }]) => due <= time).map(([run]) => run);
  const look = async () => {
    const due = dueBefore(performance.now());
    if (due.length === 0) return;
    const running = await askedToEnd(at, due);
    const names = due.flatMap((run) => (running.has(run) ? [waiting.get(run)?.statement ?? 'unknown'] : []));
    forget(due);
    for (const name of names) for (const listener of listeners) listener(name);
  };
  return {
    stopped: ({ run, statement }) => {
      if (waiting.size >= MOST) waiting.delete(waiting.keys().next().value!);
      waiting.set(run, { statement, due: performance.now() + goneMs });
      looking ??= repeat(goneMs / 5, look, () => forget(dueBefore(performance.now() - MINUTE_MS)));
    },
    tell: (listener) => void listeners.push(listener),
    end,
  };
}

/** Of these runs those that the database still works on: they are asked to end. */
async function askedToEnd({ driver, database }: At, runs: readonly string[]): Promise<Set<string>> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, notificationFilter: withoutNotes });
  const asked = session.run(END, { runs }, { timeout: ANSWER_MS }).finally(() => session.close());
  const { records } = await answeredIn(ANSWER_MS, asked);
  return new Set(records.map((record) => record.get('run') as string));
}
