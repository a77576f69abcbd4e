import { runAnalysis } from '../../src/analysis/index.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { seededRandom } from '../../src/kernel/random.js';
import { testDatabase } from '../setup/database.js';
import { emptySchema } from '../setup/empty-schema.js';
import { fortyCircles } from './forty-circles.js';
import { karatePairs, servicesFor, writeNetwork } from './karate.js';

let graph: Graph;

beforeAll(async () => {
  graph = openGraph(testDatabase());
  await emptySchema(graph);
});

afterAll(() => graph.close());

/**
 * Modularity of what was written: the share of closeness inside communities less what chance would put there (Newman
 * 2004).
 */
async function modularityWritten(): Promise<{ modularity: number; communities: number }> {
  const { records } = await graph.driver.executeQuery(
    `MATCH (a:Profiled)-[tie:KNOWS]-(b:Profiled)
     WITH a.communityId AS community, sum(coalesce(tie.closeness, 0.1)) AS ends,
       sum(CASE WHEN a.communityId = b.communityId THEN coalesce(tie.closeness, 0.1) ELSE 0.0 END) AS inside
     WITH collect({ends: ends, inside: inside}) AS all, sum(ends) AS total, count(*) AS communities
     RETURN communities, reduce(q = 0.0, c IN all | q + c.inside / total - (c.ends / total) ^ 2) AS modularity`,
    {},
    { database: graph.database },
  );
  const { modularity, communities } = records[0]!.toObject();
  return { modularity, communities: Number(communities) };
}

/** Groups of 20 to 60 whose members mostly know one another, some others too; the same every time. */
function planted(groups: number): [string, string][] {
  const random = seededRandom(7);
  const pick = <T>(from: readonly T[]) => from[Math.floor(random.next() * from.length)]!;
  const members = Array.from({ length: groups }, (_, group) =>
    Array.from({ length: 20 + ((group * 7) % 41) }, (__, at) => `g${group}-${at}`),
  );
  const everybody = members.flat();
  const ties = members.flatMap((own) =>
    own.flatMap((id) => [
      ...[1, 2, 3].map(() => [id, pick(own)]),
      ...(random.next() < 0.4 ? [[id, pick(everybody)]] : []),
    ]),
  ) as [string, string][];
  return [...new Map(ties.filter(([a, b]) => a < b).map((tie) => [tie.join(), tie])).values()];
}

test.each([
  ['the karate club', karatePairs(), 3],
  ['forty circles', fortyCircles, 30],
  ['eighty groups of different sizes', planted(80), 40],
])('the communities that are written are those that were found: %s', async (_name, pairs, atLeast) => {
  await writeNetwork(graph, pairs);
  const report = await runAnalysis(servicesFor(graph));
  const written = await modularityWritten();
  expect(written.modularity).toBeCloseTo(report.modularity, 6);
  expect(written.communities).toBeGreaterThanOrEqual(atLeast);
  expect(report.modularity).toBeGreaterThan(0.35);
});
