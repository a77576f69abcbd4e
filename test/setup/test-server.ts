import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { deleteNodes } from '../../seed/delete-nodes.js';
import { explain } from '../../src/cli/explain.js';
import { type Config, readConfig } from '../../src/config.js';
import { checkDatabase } from '../../src/database/check.js';
import { ensureDatabase } from '../../src/database/ensure.js';
import { lineNamed } from '../../src/database/line.js';
import type { RunningDatabase } from '../../src/database/running.js';
import { type Connection, openDriver } from '../../src/graph/driver.js';
import { startTestContainer } from './test-container.js';

const held = globalThis as { guanxiTestServers?: RunningDatabase[] };
const say = (line: string) => void process.stderr.write(`${line}\n`);

/**
 * Brings one empty database up for each of jest's workers, and puts their addresses into GUANXI_TEST_DB for the tests.
 * @public
 */
export async function bringUp(workers: number): Promise<void> {
  const started = Date.now();
  try {
    const servers = await Promise.allSettled(Array.from({ length: workers }, (_, at) => testServer(at)));
    held.guanxiTestServers = servers.flatMap((s) => (s.status === 'fulfilled' ? [s.value] : []));
    for (const s of servers) if (s.status === 'rejected') throw s.reason;
    const facts = await Promise.all(held.guanxiTestServers.map(emptied));
    process.env.GUANXI_TEST_DB = JSON.stringify(held.guanxiTestServers.map(connectionOf));
    process.env.GUANXI_TEST_WAY = held.guanxiTestServers[0]!.way;
    const { neo4j, gds, apoc } = facts[0]!;
    say(`database: ${workers} x Neo4j ${neo4j}, GDS ${gds}, APOC ${apoc}, ready in ${seconds(started)} s`);
  } catch (error) {
    await takeDown();
    const code = explain(error, say);
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(code);
  }
}

/** Ends them, unless they are to stay for the next run. */
export async function takeDown(): Promise<void> {
  await Promise.all((held.guanxiTestServers ?? []).map((server) => server.stop()));
}

async function testServer(at: number): Promise<RunningDatabase> {
  const config = testConfig();
  const keep = process.env.GUANXI_TEST_KEEP === '1';
  const name = `test-${lineNamed(config).folder}`;
  const home = join(config.GUANXI_HOME, at === 0 ? name : `${name}-${at + 1}`);
  const onProgress = at === 0 ? say : () => undefined;
  const options = { home, keep, fresh: !keep, quick: true, onProgress, inContainer: startTestContainer };
  const database = await ensureDatabase(config, options);
  return keep ? { ...database, stop: () => Promise.resolve() } : database;
}

function connectionOf({ uri, user, password, database, httpUrl }: RunningDatabase): Connection & { httpUrl?: string } {
  return { uri, user, password, database, ...(httpUrl ? { httpUrl } : {}) };
}

function emptied(server: RunningDatabase) {
  return withDriver(server, async (driver) => {
    const facts = await checkDatabase(driver, server.database); // first: it says what is wrong with one that was given
    await empty(driver, server.database);
    return facts;
  });
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
  await deleteNodes(driver, database);
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
