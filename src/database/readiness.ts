import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { Neo4jError } from 'neo4j-driver';
import type { Connection } from '../graph/driver.js';
import { AppError } from '../kernel/error.js';
import { answers } from './local/ports.js';

/** Whether the database answers a statement now: yes, not yet, or never because it refuses the password. */
export async function probe({ uri, user, password, database }: Connection): Promise<'ready' | 'not yet' | 'refused'> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    connectionTimeout: 2_000,
    maxTransactionRetryTime: 0,
    connectionAcquisitionTimeout: 5_000,
  });
  try {
    await driver.executeQuery('RETURN 1', {}, { database });
    return 'ready';
  } catch (error) {
    if (error instanceof Neo4jError && error.code.includes('Security')) return 'refused';
    return 'not yet';
  } finally {
    await driver.close();
  }
}

/**
 * Waits until the database answers; false when `goOn` says to stop waiting. Throws SETUP when it refuses the password:
 * the one that is meant, where `own` can tell, and not another that took the port at the same moment.
 */
export async function untilReady(
  connection: Connection,
  boltPort: number,
  goOn: () => boolean,
  own: () => boolean = () => true,
): Promise<boolean> {
  while (goOn()) {
    const state = (await answers(boltPort)) ? await probe(connection) : 'not yet';
    if (state === 'ready') return true;
    if (state === 'refused' && own()) throw wrongPassword();
    await sleep(100);
  }
  return false;
}

function wrongPassword(): AppError {
  return new AppError(
    'SETUP',
    'the database refuses the password kept for it: its data has another one',
    'put back the password file that belongs to the data, or delete the data with `guanxi db reset --yes`',
  );
}
