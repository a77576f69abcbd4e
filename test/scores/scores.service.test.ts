import { checkReferrals, runAnalysis } from '../../src/analysis/index.js';
import { withdrawConsent } from '../../src/consent/index.js';
import type { Graph } from '../../src/graph/graph.js';
import { fixedClock } from '../../src/kernel/clock.js';
import { properties } from '../../src/rights/copy/copy.js';
import { countStale, EDGES, propertiesOfRun, removeStale, SCORES } from '../../src/scores/index.js';
import { rescoreRfm } from '../../src/value/index.js';
import { clear, emptyGraph, run, servicesOf } from '../intake/world.js';
import { importWorld } from '../rights/world.js';
import { SAMPLES } from '../setup/vocabulary.js';

let graph: Graph;
const at = (time: string) => ({ ...servicesOf(graph), clock: fixedClock(time) });
const keys = async () => {
  const rows = await run(graph, 'MATCH (c:Customer) UNWIND keys(c) AS key RETURN collect(DISTINCT key) AS keys');
  return rows[0]!.keys as string[];
};
const tiesOf = async (id: string) => {
  const types = EDGES.map(({ edge }) => edge);
  const rows = await run(graph, 'MATCH (:Customer {id: $id})-[r]-() WHERE type(r) IN $types RETURN type(r) AS type', {
    id,
    types,
  });
  return rows.map(({ type }) => type).sort();
};

let before: string[];

beforeAll(async () => {
  graph = await emptyGraph();
  await clear(graph);
  await importWorld(graph);
  before = await keys();
  await run(
    graph,
    `MATCH (a:Customer {id: 'cust-0001'}), (b:Customer {id: 'cust-0002'}) MERGE (a)-[:REFERRED {key: 'k'}]->(b)`,
  );
  await runAnalysis(at('2026-03-01T00:00:00Z'));
  await rescoreRfm(at('2026-06-01T00:00:00Z'));
  await checkReferrals(at('2026-06-01T00:00:00Z'));
});
afterAll(() => graph.close());

test('the runs leave nothing on a customer that the registry does not declare', async () => {
  const registered = SCORES.map(({ property }) => property as string);
  const left = (await keys()).filter((key) => !before.includes(key));
  expect(left.length).toBeGreaterThan(20);
  expect(left).toContain('referralYield');
  expect(left.filter((key) => !registered.includes(key))).toEqual([]);
});

test('a copy tells each score with its meaning in both languages', async () => {
  const [row] = await run(graph, `MATCH (c:Customer {id: 'cust-0001'}) RETURN properties(c) AS p`);
  const { derived } = properties(row!.p as Record<string, unknown>);
  const influence = derived.find(({ name }) => name === 'influence');
  expect(influence).toMatchObject({ meaning: 'influence index', meaningZh: '影响力指数', measure: 'points, 0..100' });
  const scores = derived.filter(({ name }) => SCORES.some(({ property }) => property === name));
  expect(scores.filter(({ meaning, meaningZh }) => !meaning || !meaningZh)).toEqual([]);
});

test('what a run left goes when the run is past its time, properties and edges, and nothing of other runs', async () => {
  const between = new Date('2026-04-01T00:00:00Z');
  await run(
    graph,
    `MATCH (c:Customer {id: 'cust-0001'}) MERGE (k:Community {id: 'k'}) MERGE (c)-[:MEMBER_OF]->(k) MERGE (c)-[:ALSO_IN]->(k)`,
  );
  expect(await countStale(at('2026-06-01'), null)).toEqual({ total: expect.any(Number), due: 0 });
  expect(await countStale(at('2026-06-01'), between)).toMatchObject({ due: 2 });
  expect(await removeStale(at('2026-06-01'), between)).toBe(2);
  expect(await removeStale(at('2026-06-01'), between)).toBe(0);
  const left = await keys();
  expect(propertiesOfRun('analysis').filter((name) => left.includes(name))).toEqual([]);
  expect(left).toEqual(expect.arrayContaining(['rfmSegment', 'recency']));
  expect(await tiesOf('cust-0001')).toEqual(['IN_SEGMENT']);
});

test('withdrawing from profiling takes every score and edge of the registry', async () => {
  await run(graph, `MATCH (c:Customer {id: 'cust-0001'}) SET c += $all`, { all: SAMPLES });
  const services = at('2026-06-02T00:00:00Z');
  const withdrawal = { customerId: 'cust-0001', purpose: 'profiling', channel: null, via: 'form' } as const;
  await withdrawConsent(services, { ...withdrawal, at: services.clock.now() });
  const [left] = await run(
    graph,
    `MATCH (c:Customer {id: 'cust-0001'}) RETURN keys(c) AS keys, c:Profiled AS profiled`,
  );
  expect(left).toMatchObject({ profiled: false });
  expect(SCORES.filter(({ property }) => (left!.keys as string[]).includes(property))).toEqual([]);
  expect(await tiesOf('cust-0001')).toEqual([]);
});
