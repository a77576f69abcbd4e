import type { Graph } from '../../../src/graph/graph.js';
import { keepCluster, lastClusters, runClusters } from '../../../src/value/clusters/clusters.service.js';
import { clusterJobs } from '../../../src/value/clusters/jobs.js';
import { matchedIds } from '../../../src/value/clusters/match.js';
import { endpoints } from '../../../src/value/clusters/rest.js';
import { scaled, scalesOf } from '../../../src/value/clusters/scale.js';
import { refreshSegments } from '../../../src/value/segments/refresh.service.js';
import { segmentMembers } from '../../../src/value/segments/segments.service.js';
import { emptyGraph, NOW, run, servicesWith } from '../../setup/world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  // thirty who buy much and thirty who buy little, and three who never consented to profiling
  await run(
    graph,
    `UNWIND range(0, 62) AS n
    CREATE (c:Customer {id: 'c' + n, alias: 'C-' + n, orders: CASE WHEN n % 2 = 0 THEN 20 + n % 5 ELSE 1 + n % 3 END,
      spendMinor: CASE WHEN n % 2 = 0 THEN 90000 + 100 * n ELSE 1000 + 10 * n END})
    FOREACH (_ IN CASE WHEN n < 60 THEN [1] ELSE [] END | SET c:Profiled)`,
  );
});
afterAll(() => graph.close());

/** Runs follow each other by seconds: the last is told by its time. */
let seconds = 0;
const clock = { now: () => new Date(Date.parse(NOW) + 1_000 * seconds++) };
const services = () => servicesWith(graph, { clock });
const features = ['orders', 'spendMinor'];
const clustersOf = () =>
  run(graph, 'MATCH (c:Customer) WHERE c.cluster IS NOT NULL RETURN c.id AS id, c.cluster AS cluster');

test('who is alike comes together, told apart in words, and nobody without consent to profiling', async () => {
  const found = await runClusters(services(), { features });
  expect(found).toMatchObject({ customers: 60, leftOut: 0, noise: 0, moved: 60, sampled: null });
  expect(found.tried[0]!.k).toBe(2);
  expect(found.silhouette).toBeGreaterThan(0.8);
  expect(found.clusters.map(({ customers }) => customers)).toEqual([30, 30]);
  const much = found.clusters.find(({ name }) => name.startsWith('High') || name.startsWith('Very high'))!;
  expect(much.nameZh).toMatch(/消费额|订单数/);
  expect(much.apart[0]!.mean).toBeGreaterThan(much.apart[0]!.overall);
  const held = await clustersOf();
  expect(held).toHaveLength(60);
  expect(await lastClusters(services())).toEqual(found);
});

test('a cluster keeps its id while most of its members stay, and as a segment it follows them', async () => {
  const before = (await lastClusters(services()))!;
  const few = before.clusters.find(({ apart }) => apart[0]!.deviations < 0)!;
  const kept = await keepCluster(services(), { cluster: few.id, segment: 'few' });
  expect(kept).toMatchObject({ id: 'few', customers: 30, name: few.name });
  await run(graph, "MATCH (c:Customer {id: 'c1'}) SET c.orders = 21, c.spendMinor = 95000");
  const after = await runClusters(services(), { features, k: 2, seed: 9 });
  expect(after.moved).toBe(1);
  expect(new Set(after.clusters.map(({ id }) => id))).toEqual(new Set(before.clusters.map(({ id }) => id)));
  await refreshSegments(services());
  const members = await segmentMembers(services(), { id: 'few', after: '', limit: 100 });
  expect(members).toHaveLength(29);
  await expect(keepCluster(services(), { cluster: 'none', segment: 'x' })).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('the job finds clusters anew as the last run did, and REST shows and keeps them', async () => {
  const before = (await lastClusters(services()))!;
  expect(before.asked).toMatchObject({ features, k: 2, seed: 9 });
  const [job] = clusterJobs;
  expect(await job!.run(services())).toEqual({ customers: 60, moved: 0, clusters: 2 });
  const after = (await lastClusters(services()))!;
  expect(after.id).not.toBe(before.id);
  expect(after.asked).toEqual(before.asked);
  const door = (method: string, path: string) => {
    const found = endpoints.find((one) => one.method === method && one.path === path)!;
    return (body: object, params: object = {}) =>
      found.handler(services(), { body, params } as never) as Promise<never>;
  };
  const { run: shown }: { run: object } = await door('get', '/api/clusters')({});
  expect(shown).toMatchObject({ method: 'KMEANS', customers: 60, clusters: [{ customers: 31 }, { customers: 29 }] });
  expect(Object.keys(shown)).not.toContain('scales');
  const cluster = after.clusters[0]!.id;
  const kept = await door('post', '/api/clusters/{cluster}/keep')({ segment: 'much' }, { cluster });
  expect(kept).toEqual({ id: 'much', version: 1, customers: 31 });
  const made: object = await door('post', '/api/clusters')({ method: 'KMEANS', features, k: 3, seed: 1, least: 10 });
  expect(made).toMatchObject({ customers: 60, tried: [], clusters: [{}, {}, {}] });
});

test('DBSCAN leaves out who is like nobody; a withdrawal takes the cluster away', async () => {
  await run(graph, "MATCH (c:Customer {id: 'c0'}) SET c.orders = 900, c.spendMinor = 90000000");
  const found = await runClusters(services(), { features, method: 'DBSCAN', radius: 0.5, least: 4 });
  expect(found.noise).toBe(1);
  expect((await clustersOf()).map(({ id }) => id)).not.toContain('c0');
  await graph.write('consent/steps/ledger/consent-profile', { customerIds: ['c3'], now: new Date(NOW) });
  expect(await run(graph, "MATCH (c:Customer {id: 'c3'}) RETURN c.cluster AS cluster")).toEqual([{ cluster: null }]);
  await expect(runClusters(services(), { features: ['influence'] })).rejects.toMatchObject({ kind: 'CONFLICT' });
});

test('features come to one scale, skewed ones by their logarithm', () => {
  const points = Array.from({ length: 50 }, (_, n) => [n, n === 49 ? 1_000_000 : n]);
  const scales = scalesOf(points);
  expect(scales.map(({ log }) => log)).toEqual([false, true]);
  const on = points.map((point) => scaled(point, scales)[0]!);
  expect(on.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9);
  expect(on.reduce((sum, x) => sum + x * x, 0) / 50).toBeCloseTo(1, 9);
});

test('the id goes to the cluster that shares most, once; too small an overlap is a new cluster', () => {
  let next = 0;
  const fresh = () => `new${next++}`;
  const ids = matchedIds([0, 0, 0, 1, 1, 1, 2, 2, -1], ['a', 'a', 'b', 'b', 'b', 'b', null, 'a', 'a'], fresh);
  expect(ids).toEqual(
    new Map([
      [1, 'b'],
      [0, 'a'],
      [2, 'new0'],
    ]),
  );
});
