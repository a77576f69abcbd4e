import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { deleteNodes } from '../seed/delete-nodes.js';
import type { CliContext } from '../src/cli/context.js';
import type { Config } from '../src/config.js';
import { ensureDatabase } from '../src/database/ensure.js';
import type { RunningDatabase } from '../src/database/running.js';
import { type Graph, openGraph } from '../src/graph/graph.js';
import { migrate } from '../src/graph/migrations.js';
import { systemClock } from '../src/kernel/clock.js';
import { AppError } from '../src/kernel/error.js';
import { makeLog } from '../src/kernel/log.js';
import { systemRandom } from '../src/kernel/random.js';
import { anchorFile } from '../src/security/audit/anchor.js';
import { openKeyring } from '../src/security/sealing/keyring.js';
import { makeVault } from '../src/security/sealing/vault.js';
import type { Services } from '../src/security/services.js';

/**
 * Runs a measurement on a database of its own: measurements empty it, so it is never the one that NEO4J_URI or `npm
 * start` uses.
 */
export async function withBenchDatabase<T>(
  { config, err }: CliContext,
  work: (services: Services, database: RunningDatabase) => Promise<T>,
): Promise<T> {
  const database = await ensureDatabase(
    { ...config, ...elsewhere() },
    { home: join(config.GUANXI_HOME, 'bench-db'), fresh: true, onProgress: err },
  );
  const graph = openGraph(database);
  try {
    await refuseFilled(graph);
    await migrate(graph);
    return await measure(graph, config, (services) => work(services, database));
  } finally {
    await graph.close();
    await database.stop();
  }
}

async function measure<T>(graph: Graph, config: Config, work: (services: Services) => Promise<T>): Promise<T> {
  const home = join(config.GUANXI_HOME, 'bench');
  rmSync(anchorFile(home), { force: true }); // of the run before, whose database is gone
  try {
    const vault = makeVault(openKeyring({ ...config, GUANXI_HOME: home }));
    const viewer = { id: 'bench', role: 'admin' } as const;
    const parts = { graph, vault, clock: systemClock, random: systemRandom, log: makeLog('error'), viewer };
    return await work({ ...parts, home: config.GUANXI_HOME });
  } finally {
    await emptyGraph(graph); // it was empty before
  }
}

/** GUANXI_BENCH_URI, _USER and _PASSWORD name an empty database for measurements; otherwise a local one is made. */
function elsewhere() {
  const { GUANXI_BENCH_URI: uri, GUANXI_BENCH_USER: user, GUANXI_BENCH_PASSWORD: password } = process.env;
  if (uri === undefined) return { NEO4J_URI: undefined, GUANXI_DB: 'local' as const };
  return { NEO4J_URI: uri, NEO4J_USER: user ?? 'neo4j', NEO4J_PASSWORD: password, NEO4J_DATABASE: 'neo4j' };
}

async function refuseFilled({ driver, database }: Graph): Promise<void> {
  const { records } = await driver.executeQuery('MATCH (c:Customer) RETURN count(c) AS customers', {}, { database });
  if (Number(records[0]?.get('customers')) === 0) return;
  throw new AppError(
    'CONFLICT',
    'the database for measurements holds customers',
    'name an empty one by GUANXI_BENCH_URI',
  );
}

/** Takes everything out but the schema and the purposes. */
export function emptyGraph({ driver, database }: Graph): Promise<void> {
  return deleteNodes(driver, database, 'NOT (n:Migration OR n:Purpose OR n:MasterKey)');
}
