import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { explain } from '../../src/cli/explain.js';
import { type Config, readConfig } from '../../src/config.js';
import { type Connection, openDriver } from '../../src/graph/driver.js';
import { checkDatabase } from '../../src/graph/server/check.js';
import { ensureDatabase } from '../../src/graph/server/ensure.js';
import type { RunningDatabase } from '../../src/graph/server/running.js';
import { startTestContainer } from './test-container.js';

const held = globalThis as { guanxiTestServer?: RunningDatabase };
const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Brings the test database up, empty, and puts its address into GUANXI_TEST_DB for the tests. */
export async function bringUp(): Promise<void> {
  const started = Date.now();
  try {
    const database = await testServer();
    held.guanxiTestServer = database;
    const { uri, user, password, database: name } = database;
    process.env.GUANXI_TEST_DB = JSON.stringify({ uri, user, password, database: name } satisfies Connection);
    process.env.GUANXI_TEST_WAY = database.way;
    const facts = await withDriver(database, async (driver) => {
      await empty(driver, name);
      return checkDatabase(driver, name);
    });
    say(`database: Neo4j ${facts.neo4j}, GDS ${facts.gds}, APOC ${facts.apoc}, ready in ${seconds(started)} s`);
  } catch (error) {
    await takeDown();
    const code = explain(error, say);
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(code);
  }
}

/** Ends it, unless it is to stay for the next run. */
export async function takeDown(): Promise<void> {
  await held.guanxiTestServer?.stop();
}

async function testServer(): Promise<RunningDatabase> {
  const config = testConfig();
  const keep = process.env.GUANXI_TEST_KEEP === '1';
  const home = join(config.GUANXI_HOME, 'test-db');
  const options = { home, keep, fresh: !keep, quick: true, onProgress: say, inContainer: startTestContainer };
  const database = await ensureDatabase(config, options);
  return keep ? { ...database, stop: () => Promise.resolve() } : database;
}

/** The tests empty their database, so NEO4J_URI is never theirs: only GUANXI_TEST_URI names one for them. */
function testConfig(): Config {
  const { NEO4J_URI: _uri, NEO4J_USER: _user, NEO4J_PASSWORD: _password, NEO4J_DATABASE: _name, ...env } = process.env;
  if (process.env.GUANXI_TEST_URI === undefined) return readConfig(env);
  return readConfig({
    ...env,
    NEO4J_URI: process.env.GUANXI_TEST_URI,
    NEO4J_USER: process.env.GUANXI_TEST_USER,
    NEO4J_PASSWORD: process.env.GUANXI_TEST_PASSWORD,
  });
}

const DROPPABLE = [
  ['CONSTRAINT', 'SHOW CONSTRAINTS YIELD name'],
  ['INDEX', "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"],
] as const;

async function empty(driver: Driver, database: string): Promise<void> {
  await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database });
  for (const [kind, list] of DROPPABLE) {
    const { records } = await driver.executeQuery(list, {}, { database });
    for (const record of records)
      await driver.executeQuery(`DROP ${kind} \`${record.get('name')}\` IF EXISTS`, {}, { database });
  }
}

async function withDriver<T>(connection: Connection, work: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = openDriver(connection);
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1_000).toFixed(1);
}
