import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import type { Graph } from '../../src/graph/graph.js';
import { systemClock } from '../../src/kernel/clock.js';
import { makeLog } from '../../src/kernel/log.js';
import { systemRandom } from '../../src/kernel/random.js';
import { packageRoot } from '../../src/kernel/root.js';
import { keyIdOf } from '../../src/security/sealing/key-id.js';
import { lookupKeyOf, makeVault } from '../../src/security/sealing/vault.js';
import type { Services } from '../../src/security/services.js';

/** Pairs of Zachary's karate club (34 members, 78 ties), as shipped in seed/facts. */
export function karatePairs(): [string, string][] {
  const lines = readFileSync(join(packageRoot, 'seed', 'facts', 'karate', 'ties.csv'), 'utf8')
    .trim()
    .split('\n');
  return lines.slice(1).map((line) => line.split(',').slice(0, 2) as [string, string]);
}

/** Writes people who all consent to profiling, and who knows whom, straight into an empty graph. */
export async function writeNetwork(graph: Graph, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const { driver, database } = graph;
  await driver.executeQuery('MATCH (n) WHERE NOT n:Migration DETACH DELETE n', {}, { database });
  await driver.executeQuery(
    `UNWIND $pairs AS pair
     MERGE (a:Customer {id: pair[0]}) SET a:Profiled
     MERGE (b:Customer {id: pair[1]}) SET b:Profiled
     MERGE (a)-[knows:KNOWS {pair: pair[0] + '|' + pair[1]}]->(b) SET knows.closeness = 0.5`,
    { pairs },
    { database },
  );
}

/** Services for a test, as an analyst. */
export function servicesFor(graph: Graph): Services {
  const key = Buffer.alloc(32, 7);
  const vault = makeVault({ current: keyIdOf(key), keys: new Map([[keyIdOf(key), key]]), lookup: lookupKeyOf(key) });
  const log = makeLog('error');
  const { GUANXI_HOME: home } = readConfig();
  const viewer = { id: 'test', role: 'analyst' } as const;
  return { graph, vault, home, clock: systemClock, random: systemRandom, log, viewer };
}
