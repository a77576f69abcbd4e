import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, isRetryableError, type QueryResult, type Session } from 'neo4j-driver';
import { type Bound, onSession, type RunOptions, runOptions } from './deadline.js';
import { sendable } from './library/sendable.js';
import { pageFirst } from './page-first.js';

/**
 * Warnings of the planner are for whoever writes a statement (test/library.test.ts); nobody reads them with an answer.
 */
export const withoutNotes = { minimumSeverityLevel: neo4j.notificationFilterMinimumSeverityLevel.OFF };

interface Reading {
  readonly values: Record<string, unknown>;
  readonly options: RunOptions;
}

/** One round trip, where a managed transaction takes three; what could be retried is, by the managed one. */
export async function readIn(session: Session, text: string, { values, options }: Reading): Promise<QueryResult> {
  try {
    return await session.run(text, values, options);
  } catch (error) {
    if (!isRetryableError(error)) throw error;
    return session.executeRead((tx) => tx.run(text, values), options);
  }
}

/** How often what another writer disturbed is run, where the driver does not repeat it. */
const RUNS = 4;

/** Runs what is safe to repeat again, a little later each time, when the database says that it was only disturbed. */
export async function undisturbed(run: () => Promise<QueryResult>): Promise<QueryResult> {
  for (let runs = 1; ; runs++)
    try {
      return await run();
    } catch (error) {
      if (runs === RUNS || !isRetryableError(error)) throw error;
      await sleep(100 * 2 ** runs);
    }
}

interface Readable {
  readonly driver: Driver;
  readonly database: string;
  readonly timeoutMs: number;
  readonly outlived: Pick<Bound, 'stopped'>;
}

/**
 * Reads Cypher that @neo4j/graphql made, in the one form of a transaction that it calls: driver values, as it expects
 * them.
 */
export function generatedReader({ driver, database, timeoutMs, outlived: { stopped } }: Readable) {
  return {
    run: async (text: string, values: Record<string, unknown>): Promise<QueryResult> => {
      const session = driver.session({
        database,
        defaultAccessMode: neo4j.session.READ,
        bookmarkManager: driver.executeQueryBookmarkManager,
        notificationFilter: withoutNotes,
      });
      const within = { options: runOptions('generated read', timeoutMs), retries: false, stopped };
      return onSession(session, within, async (options) =>
        readIn(session, pageFirst(text), { values: sendable(values), options }),
      );
    },
  };
}
