import { findCommunities } from '../../src/analysis/communities/leiden.service.js';
import { runAnalysis } from '../../src/analysis/index.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { withProjection } from '../../src/graph/projection.js';
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

/** The communities that a property of the graph in memory holds, by person, and everybody's closeness added up. */
async function heldIn(name: string, property: string): Promise<Map<string, number>> {
  const { records } = await graph.driver.executeQuery(
    `CALL gds.graph.nodeProperty.stream($name, $property, ['Profiled']) YIELD nodeId, propertyValue
     RETURN gds.util.asNode(nodeId).id AS id, propertyValue AS community`,
    { name, property },
    { database: graph.database },
  );
  return new Map(records.map((r) => [r.get('id') as string, Number(r.get('community'))]));
}

/** Modularity at a resolution (Reichardt, Bornholdt 2006) of ties that are all as close. */
function modularityAt(gamma: number, pairs: readonly [string, string][], of: ReadonlyMap<string, number>): number {
  const [inside, ends] = [new Map<number, number>(), new Map<number, number>()];
  const add = (to: Map<number, number>, key: number, by: number) => to.set(key, (to.get(key) ?? 0) + by);
  for (const [a, b] of pairs) {
    for (const id of [a, b]) add(ends, of.get(id)!, 1);
    if (of.get(a) === of.get(b)) add(inside, of.get(a)!, 1);
  }
  const m = pairs.length;
  return [...ends].reduce((sum, [c, d]) => sum + (inside.get(c) ?? 0) / m - gamma * (d / (2 * m)) ** 2, 0);
}

test.each([0.1, 0.5, 2])('of three draws at resolution %d the best at that resolution stands', async (gamma) => {
  const pairs = planted(12);
  await writeNetwork(graph, pairs);
  await withProjection(graph, 'test-resolution', async (name) => {
    await graph.read('analysis/steps/scores/project', { graph: name, unknown: 0.1 });
    const { modularity } = await findCommunities(graph, { name, gamma, seed: 42 }, { ties: pairs.length });
    const draws = [];
    for (const seed of [42, 43, 44]) draws.push(await heldIn(name, `communityRaw${seed}`));
    const kept = await heldIn(name, 'communityRaw');
    const best = Math.max(...draws.map((of) => modularityAt(gamma, pairs, of)));
    expect(modularityAt(gamma, pairs, kept)).toBeCloseTo(best, 6);
    expect(modularity).toBeCloseTo(modularityAt(1, pairs, kept), 6);
  });
});

test('everybody alone has the modularity it has: minus what chance alone would tie', async () => {
  const pairs = karatePairs();
  await writeNetwork(graph, pairs);
  const degrees = new Map<string, number>();
  for (const id of pairs.flat()) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const chance = [...degrees.values()].reduce((sum, d) => sum + (d / (2 * pairs.length)) ** 2, 0);
  const { modularity, communities } = await withProjection(graph, 'test-alone', async (name) => {
    await graph.read('analysis/steps/scores/project', { graph: name, unknown: 0.1 });
    return findCommunities(graph, { name, gamma: 200, seed: 42 }, { ties: pairs.length });
  });
  expect(communities).toBe(degrees.size);
  expect(modularity).toBeCloseTo(-chance, 6);
});

test('the largest component is counted, where GDS rounds its own distribution', async () => {
  const people = 300_000;
  await withProjection(graph, 'test-components', async (name) => {
    await graph.driver.executeQuery(
      `UNWIND range(1, toInteger($people) - 1) AS n
       WITH gds.graph.project($name, n, n + 1, {sourceNodeLabels: ['Profiled'], targetNodeLabels: ['Profiled'],
         relationshipType: 'KNOWS'}) AS graph
       RETURN graph.nodeCount`,
      { name, people },
      { database: graph.database },
    );
    expect(await graph.read('analysis/steps/scores/components', { graph: name })).toMatchObject([
      { components: 1, largest: people },
    ]);
  });
});
