import type { Driver } from 'neo4j-driver';
import { deleteNodes } from '../../seed/delete-nodes.js';
import { type Connection, openDriver } from '../../src/graph/driver.js';

let driver: Driver | undefined;

/** Where the Neo4j Browser of this worker's database is, where this machine knows it. */
export function testBrowser(): string | undefined {
  return (testDatabase() as Connection & { readonly httpUrl?: string }).httpUrl;
}

/** Where the database of this worker is. Throws, with the fix, when the tests were started without the global setup. */
export function testDatabase(): Connection {
  const given = process.env.GUANXI_TEST_DB;
  if (given === undefined)
    throw new Error('GUANXI_TEST_DB is not set: run the tests by `npm test`, which brings a database up');
  const databases = JSON.parse(given) as Connection[];
  return databases[Number(process.env.JEST_WORKER_ID ?? 1) - 1]!;
}

/**
 * Test files that need no database load no driver: who imports this file has theirs closed, if it was opened, after the
 * last test.
 */
afterAll(async () => {
  await driver?.close();
  driver = undefined;
});

/** One driver to the test database for the test file; it is closed after its last test. */
export function testDriver(): Driver {
  driver ??= openDriver(testDatabase());
  return driver;
}

/** Deletes everything; by a driver of its own, since it is called last of all. */
export async function deleteAll(): Promise<void> {
  const own = openDriver(testDatabase());
  try {
    await deleteNodes(own, testDatabase().database);
  } finally {
    await own.close();
  }
}
