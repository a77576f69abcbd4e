import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph.js';
import { systemClock } from '../../src/kernel/clock.js';
import { packageRoot } from '../../src/kernel/root.js';
import type { Services } from '../../src/security/services.js';
import { servicesWith } from '../setup/world.js';

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

/** Services for a test, as an analyst, by the real clock. */
export function servicesFor(graph: Graph): Services {
  return servicesWith(graph, { clock: systemClock, role: 'analyst' });
}
