import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { developmentToken } from '../../src/api/http/tokens/tokens.js';
import type { CliContext } from '../../src/cli/context.js';
import { readPassword, serverHome } from '../../src/database/local/home.js';
import { connectionTo, liveState } from '../../src/database/local/local.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { AppError } from '../../src/kernel/error.js';
import { packageRoot } from '../../src/kernel/root.js';
import { asked, type Client, toldOf, untilAnswers } from './client.js';

const SECRET = 'only for measurements, on loopback and a free port';
const LIMIT_MS = 5_000;
const PEOPLE = 9_000; // fewer than need a second person
const FROZEN_MS = 20_000;

interface Product extends Client {
  readonly graph: Graph;
  /** The database's process now. */
  readonly pid: () => number;
  readonly importing: () => Promise<number | null>;
}

/**
 * `npm run bench -- outage`: the product as `npm start` runs it, whose database is killed during a launch, an analysis
 * and an import, and stopped for 20 s. Tells for each how long the answers took meanwhile and when they came again.
 * Throws CONFLICT where an answer outlasts its bound, or does not come again.
 */
export async function run(_args: string[], context: CliContext): Promise<void> {
  await withProduct(context, async (product) => {
    await filled(product.graph);
    const faults: string[] = [];
    const campaign = 'mutation { createCampaign(input: {id: "k1", name: "k", channel: SMS, segment: "all"}) { id } }';
    await asked(product, campaign);
    const kill = async () => void process.kill(product.pid(), 'SIGKILL');
    const freeze = async () => {
      const pid = product.pid();
      process.kill(pid, 'SIGSTOP');
      setTimeout(() => process.kill(pid, 'SIGCONT'), FROZEN_MS);
    };
    const cases: readonly [string, () => Promise<unknown>, () => Promise<void>][] = [
      ['kill -9 while nothing else happens', async () => undefined, kill],
      ['kill -9 during a launch', () => asked(product, 'mutation { launchCampaign(id: "k1") { touched } }'), kill],
      ['kill -9 during an analysis', () => asked(product, 'mutation { analyze { nodes } }'), kill],
      ['kill -9 during an import', product.importing, kill],
      [`SIGSTOP of ${FROZEN_MS / 1_000} s`, async () => undefined, freeze],
    ];
    for (const [name, begin, fail] of cases) {
      const underWay = begin().catch(() => null);
      await sleep(700);
      await fail();
      const told = await toldOf(product, { limitMs: LIMIT_MS, settleMs: name.startsWith('SIGSTOP') ? FROZEN_MS : 0 });
      await underWay;
      context.out(`${name}: ${told.line}`);
      faults.push(...told.faults.map((fault) => `${name}: ${fault}`));
    }
    if ((await product.importing()) !== 0) faults.push('the import that was interrupted does not go in again');
    if (faults.length > 0) throw new AppError('CONFLICT', faults.join('; '), 'read the lines above');
  });
}

async function withProduct({ config, err }: CliContext, work: (product: Product) => Promise<void>): Promise<void> {
  const home = join(config.GUANXI_HOME, 'bench-outage');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const jars = join(config.GUANXI_HOME, 'neo4j');
  if (existsSync(jars)) symlinkSync(jars, join(home, 'neo4j'));
  const port = await freePort();
  const own = { GUANXI_HOME: home, GUANXI_DB: 'local', PORT: String(port), JWT_SECRET: SECRET, GUANXI_HEAP: '800m' };
  const env = {
    ...process.env,
    ...own,
    RATE_LIMIT: '1000000',
    QUERY_TIMEOUT_MS: String(LIMIT_MS),
    NEO4J_URI: undefined,
  };
  const guanxi = (...words: string[]) =>
    spawn(process.execPath, [join(packageRoot, 'bin', 'guanxi.mjs'), ...words], { env, stdio: 'ignore' });
  err('bench outage: starting the product …');
  const child = guanxi('start', '--no-world');
  const token = await developmentToken({ ...config, JWT_SECRET: SECRET, JWKS_URL: undefined }, 'admin', 2);
  const client = { url: `http://127.0.0.1:${port}`, token };
  const database = serverHome(join(home, 'db'));
  const file = join(home, 'events.csv');
  writeFileSync(file, `source,id,customerId,type,at\n${eventsOf(30_000).join('\n')}\n`);
  try {
    await untilAnswers(client, 600_000);
    const state = liveState(database)!;
    const graph = openGraph(connectionTo(state.bolt, readPassword(database)));
    const importing = async () => ((await once(guanxi('import', file), 'exit')) as [number | null])[0];
    await work({ ...client, graph, importing, pid: () => liveState(database)!.pid }).finally(() => graph.close());
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(home, { recursive: true, force: true });
  }
}

const eventsOf = (rows: number) =>
  Array.from({ length: rows }, (_, n) => `shop,e${n},c${1 + (n % PEOPLE)},visit,2026-01-01T00:00:00Z`);

/** People who consent to marketing by SMS, and some who know one another and are profiled. */
async function filled({ driver, database }: Graph): Promise<void> {
  const run = (text: string) => driver.executeQuery(text, { people: PEOPLE }, { database });
  await run(`MATCH (p:Purpose {id: 'marketing'}) UNWIND range(1, $people) AS n
    CREATE (c:Customer:Profiled {id: 'c' + n, alias: 'C-' + n})
    CREATE (c)-[:CONSENTS_TO {key: 'c' + n, channel: 'SMS', since: datetime('2026-01-01')}]->(p)`);
  await run(`UNWIND range(1, $people) AS n MATCH (a:Customer {id: 'c' + n}) UNWIND [7, 13, 29] AS step
    MATCH (b:Customer {id: 'c' + (n * step % $people + 1)}) WHERE a <> b
    MERGE (a)-[k:KNOWS {pair: a.id + '|' + b.id}]->(b) SET k.closeness = 0.5, k.kinds = ['FOLLOWS']`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
