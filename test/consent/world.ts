import { randomBytes } from 'node:crypto';
import { readConfig } from '../../src/config.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { fixedClock } from '../../src/kernel/clock.js';
import { makeLog } from '../../src/kernel/log.js';
import { seededRandom } from '../../src/kernel/random.js';
import type { Role } from '../../src/kernel/role.js';
import { lookupKeyOf, makeVault, type Vault } from '../../src/security/sealing/vault.js';
import type { Services } from '../../src/security/services.js';
import { testDatabase } from '../setup/database.js';
import { emptySchema } from '../setup/empty-schema.js';

export const NOW = '2026-03-01T12:00:00Z';

const master = randomBytes(32);
export const vault: Vault = makeVault({
  current: 'test',
  keys: new Map([['test', master]]),
  lookup: lookupKeyOf(master),
});

/** An empty test database with the schema. */
export async function emptyGraph(): Promise<Graph> {
  const graph = openGraph(testDatabase(), 30_000);
  await emptySchema(graph);
  return graph;
}

/** What the database holds, looked at directly: a bypass of the services is the bug the tests look for. */
export async function run(
  graph: Graph,
  cypher: string,
  params: Record<string, unknown> = {},
): Promise<Record<string, unknown>[]> {
  const { records } = await graph.driver.executeQuery(cypher, params, { database: graph.database });
  return records.map((r) => r.toObject());
}

export function servicesAt(graph: Graph, now = NOW, role: Role = 'admin'): Services {
  return {
    graph,
    vault,
    clock: fixedClock(now),
    random: { ...seededRandom(1), id: () => `r-${randomBytes(6).toString('hex')}` },
    log: makeLog('error'),
    home: readConfig().GUANXI_HOME,
    viewer: { id: `test-${role}`, role },
  };
}
