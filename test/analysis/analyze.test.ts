import { runAnalysis } from '../../src/analysis/index.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { withProjection } from '../../src/graph/projection.js';
import { readTold } from '../../src/insight/index.js';
import { testDatabase } from '../setup/database.js';
import { emptySchema } from '../setup/empty-schema.js';
import { fortyCircles } from './forty-circles.js';
import { karatePairs, servicesFor, writeNetwork } from './karate.js';

let graph: Graph;

const rows = async (statement: string, params = {}) =>
  (await graph.driver.executeQuery(statement, params, { database: graph.database })).records.map((r) => r.toObject());
const row = async (statement: string, params = {}) => (await rows(statement, params))[0]!;
const scores = async (id: string) =>
  (await rows('MATCH (c:Customer {id: $id}) RETURN properties(c) AS p', { id }))[0]!.p as Record<string, number>;
const projections = async () => (await rows('CALL gds.graph.list() YIELD graphName RETURN graphName')).length;
const communityOf = async () =>
  new Map((await rows('MATCH (c:Profiled) RETURN c.id AS id, c.communityId AS k')).map((r) => [r.id, r.k]));

beforeAll(async () => {
  graph = openGraph(testDatabase());
  await emptySchema(graph);
});

afterAll(() => graph.close());

describe("Zachary's karate club", () => {
  beforeAll(async () => {
    await writeNetwork(graph, karatePairs());
    await runAnalysis(servicesFor(graph));
  });

  test('degree, betweenness, PageRank, triangles and cores equal the values of record', async () => {
    const first = await scores('karate-01');
    const last = await scores('karate-34');
    const pairs = (33 * 32) / 2;
    expect([first.degree, last.degree]).toEqual([16, 17]);
    expect(first.betweenness! * pairs).toBeCloseTo(231.071, 2);
    expect(last.betweenness! * pairs).toBeCloseTo(160.552, 2);
    expect(first.pageRank).toBeCloseTo(0.097, 3);
    expect(last.pageRank).toBeCloseTo(0.1009, 3);
    const { sum, ranks, cores } = await row(
      'MATCH (c:Profiled) RETURN toInteger(sum(c.triangles)) / 3 AS sum, sum(c.pageRank) AS ranks, max(c.coreness) AS cores',
    );
    expect(Number(sum)).toBe(45);
    expect(ranks).toBeCloseTo(1, 6);
    expect(Number(cores)).toBe(4);
  });

  test('the best known partition is nearly reached, and its figures add up', async () => {
    const [run] = await graph.read('analysis/runs', { limit: 1 });
    expect(run).toMatchObject({ status: 'DONE', nodes: 34, ties: 78, communities: 4, betweennessError: 0 });
    expect(run!.modularity).toBeGreaterThanOrEqual(0.4151);
    expect(JSON.parse(run!.durations!)).toHaveProperty('betweenness');
    expect(JSON.parse(run!.versions!).gds).toMatch(/^\d+\./);
    const found = await graph.read('analysis/communities', {});
    expect(found.reduce((sum, c) => sum + c.size, 0)).toBe(34);
    for (const { id, ties } of found) {
      const { counted } = await row(
        `MATCH (a:Profiled)-[k:KNOWS]->(b:Profiled) WHERE a.communityId = $id AND b.communityId = $id RETURN count(k) AS counted`,
        { id },
      );
      expect(ties).toBe(Number(counted));
    }
  });

  test('the two leaders lead, with their parts, as a whole and each in a community', async () => {
    const top = await readTold(graph, 'analysis/influencers', { first: 2 });
    expect(top.map((r) => r.customerId).sort()).toEqual(['karate-01', 'karate-34']);
    expect(top[0]!.influence).toBeGreaterThan(50);
    expect(top[0]!.reach).toBe(100);
    expect(top[0]!.why).toContain('knows 17 people');
    const own = await graph.read('analysis/influencers', { community: top[0]!.communityId, first: 1 });
    expect(own[0]!.customerId).toBe(top[0]!.customerId);
  });

  test('a second run keeps every id and moves nobody', async () => {
    const before = await communityOf();
    const report = await runAnalysis(servicesFor(graph), { seed: 7 });
    expect(report).toMatchObject({ born: 0, closed: 0 });
    expect(await communityOf()).toEqual(before);
    expect(report.moved).toBe(0);
  });

  test('the ids live on when people join and leave', async () => {
    const before = await communityOf();
    await rows('MATCH (c:Customer {id: "karate-12"}) DETACH DELETE c');
    await rows(
      'MATCH (c:Customer {id: "karate-34"}) CREATE (n:Customer:Profiled {id: "new"})-[:KNOWS {pair: "x", closeness: 0.9}]->(c)',
    );
    await runAnalysis(servicesFor(graph));
    const after = await communityOf();
    const stayed = [...after].filter(([id, k]) => before.get(id) === k).length;
    expect(stayed).toBeGreaterThanOrEqual(30);
    expect(after.get('new')).toBe(after.get('karate-34'));
  });

  test('who withdrew drops out of scores, community, ties counted and questions at the next run', async () => {
    await rows('MATCH (c:Customer {id: "karate-34"}) REMOVE c:Profiled');
    const report = await runAnalysis(servicesFor(graph));
    expect(report.cleared).toBe(1);
    expect(await scores('karate-34')).toEqual({ id: 'karate-34' });
    expect(await rows('MATCH (:Customer {id: "karate-34"})-[m:MEMBER_OF]->() RETURN m')).toEqual([]);
    expect((await scores('new')).degree).toBe(0);
    expect((await scores('new')).communityId).toBeUndefined();
    const named = await graph.read('analysis/influencers', { first: 100 });
    expect(named.map((r) => r.customerId)).not.toContain('karate-34');
  });

  test('only one runs at a time', async () => {
    const both = await Promise.allSettled([runAnalysis(servicesFor(graph)), runAnalysis(servicesFor(graph))]);
    const refused = both.filter((r) => r.status === 'rejected');
    expect(refused.map((r) => (r as PromiseRejectedResult).reason.kind)).toEqual(['BUSY']);
  });

  test('refuses what does not fit, says what it needs, records it, and leaves nothing in memory', async () => {
    const run = runAnalysis(servicesFor(graph), { memoryMb: 1 });
    await expect(run).rejects.toMatchObject({
      kind: 'TOO_MUCH',
      message: expect.stringMatching(/needs about \d+ MiB/),
    });
    const [record] = await graph.read('analysis/runs', { limit: 1 });
    expect(record).toMatchObject({ status: 'FAILED', problem: expect.stringContaining('needs about') });
    expect(await projections()).toBe(0);
  });

  test('a run that breaks half way leaves no graph in memory and is recorded as failed', async () => {
    await expect(
      withProjection(graph, 'broken', async (name) => {
        await graph.read('analysis/steps/scores/project', { graph: name });
        expect(await projections()).toBe(1);
        await graph.read('analysis/steps/scores/clustering', { graph: 'no such graph' });
      }),
    ).rejects.toThrow();
    expect(await projections()).toBe(0);
  });

  test('wrong settings are named', async () => {
    await expect(runAnalysis(servicesFor(graph), { gamma: -1 })).rejects.toMatchObject({
      kind: 'INPUT',
      message: expect.stringContaining('gamma'),
    });
  });
});

test("betweenness of GDS's own example: Carol 9.5, Frank 5.5 of 15 pairs", async () => {
  const follows = ['Alice Carol', 'Bob Carol', 'Carol Dan', 'Carol Eve', 'Dan Frank', 'Eve Frank', 'Frank Gale'];
  await writeNetwork(
    graph,
    follows.map((pair) => pair.split(' ') as [string, string]),
  );
  const report = await runAnalysis(servicesFor(graph));
  expect(report.betweenness).toMatchObject({ exact: true, error: 0, standardError: 0 });
  expect((await scores('Carol')).betweenness! * 15).toBeCloseTo(9.5, 6);
  expect((await scores('Frank')).betweenness! * 15).toBeCloseTo(5.5, 6);
});

test('an empty graph is analysed too, and what an earlier run left is closed', async () => {
  await writeNetwork(graph, []);
  await rows("CREATE (:AnalysisRun {id: 'old', status: 'RUNNING', startedAt: datetime() - duration('P1D')})");
  const report = await runAnalysis(servicesFor(graph));
  expect(report).toMatchObject({ nodes: 0, communities: 0, customers: 0 });
  const runs = await graph.read('analysis/runs', {});
  expect(runs.find((r) => r.id === 'old')).toMatchObject({ status: 'FAILED', problem: 'interrupted' });
});

describe('sampled betweenness', () => {
  const values = async () =>
    new Map((await graph.read('analysis/influencers', { first: 1200 })).map((r) => [r.customerId, r.brokerage]));

  test('comes near the exact ranking wherever a customer is, and says its error', async () => {
    await writeNetwork(graph, fortyCircles);
    const { ties } = await runAnalysis(servicesFor(graph));
    const exact = await values();
    const report = await runAnalysis(servicesFor(graph), { exactUpTo: 100, samples: 120 });
    expect(report).toMatchObject({ nodes: 1200, ties, components: 1, moved: 0 });
    expect(report.betweenness).toMatchObject({ exact: false, error: expect.closeTo(0.124, 3) });
    expect(report.betweenness.standardError).toBeGreaterThan(0);
    expect(report.betweenness.standardError).toBeLessThan(0.01);
    const sampled = await values();
    const off = (from: number, to: number) => {
      const ids = [...exact.keys()].filter((id) => Number(id.slice(1)) >= from && Number(id.slice(1)) < to);
      return ids.reduce((sum, id) => sum + Math.abs(exact.get(id)! - sampled.get(id)!), 0) / ids.length;
    };
    // mean distance in percent of rank; the end of the order fares like its beginning
    expect(off(0, 600)).toBeLessThan(8);
    expect(off(600, 1200)).toBeLessThan(8);
  });
});
