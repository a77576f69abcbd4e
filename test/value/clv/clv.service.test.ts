import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph.js';
import { packageRoot } from '../../../src/kernel/root.js';
import { endOfDay, explainValue, fitClv, lastClv, tellLifecycle } from '../../../src/value/index.js';
import { clear, emptyGraph, importing, run, servicesOf } from '../../intake/world.js';

/** The CDNOW orders in a real graph: 2,357 buyers, of whom some are said to have brought others. */

let graph: Graph;
const services = () => servicesOf(graph);

beforeAll(async () => {
  graph = await emptyGraph();
  await clear(graph);
  const mapping = join(packageRoot, 'seed', 'mappings', 'cdnow.yaml');
  await importing(graph, { mapping, dir: join(packageRoot, 'seed', 'cdnow') });
  await run(
    graph,
    `MATCH (c:Profiled) WITH c ORDER BY c.id WITH collect(c)[..4] AS p
     WITH p[0] AS a, p[1] AS b, p[2] AS c, p[3] AS d
     CREATE (a)-[:REFERRED {key: 'a'}]->(b), (b)-[:REFERRED {key: 'b'}]->(c),
       (:Customer:Profiled {id: 'friend'})-[:REFERRED {key: 'c'}]->(d)`,
  );
});
afterAll(() => graph.close());

test('too few orders are refused, and the job passes over them', async () => {
  await expect(fitClv(services(), { asOf: new Date('1997-01-02') })).rejects.toMatchObject({ kind: 'CONFLICT' });
  await expect(fitClv(services(), { currency: 'EUR' })).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(fitClv(services(), { margin: 2 })).rejects.toMatchObject({ kind: 'INPUT' });
  expect(await lastClv(services())).toBeNull();
});

test('a fit on the imported orders as of 1997-09-30 has the parameters of the paper', async () => {
  const { customers, currency, card } = await fitClv(services(), { asOf: endOfDay(services(), '1997-09-30') });
  const { r, alpha, a, b, logLikelihood } = card.purchases;
  expect([r, alpha, a, b].map((value) => value.toPrecision(3))).toEqual(['0.243', '4.41', '0.793', '2.43']);
  expect(logLikelihood).toBeGreaterThanOrEqual(-9582.44);
  expect([customers, currency, card.repeatBuyers]).toEqual([2357, 'USD', 946]);
  expect((await lastClv(services()))?.card).toEqual(card);
});

test('every buyer is scored, and network value conserves the sum to rounding', async () => {
  const [sums] = await run(
    graph,
    `MATCH (c:Profiled) WHERE c.clvMinor IS NOT NULL RETURN count(c) AS n, sum(c.clvMinor) AS clv, sum(c.networkValueMinor) AS network`,
  );
  expect(sums!.n).toBe(2358); // who brought a buyer is there too
  expect(Math.abs(Number(sums!.clv) - Number(sums!.network))).toBeLessThanOrEqual(5);
  const [once] = await run(
    graph,
    `MATCH (c:Profiled) WHERE c.clvOrders > 0 AND c.orders = 1 RETURN min(c.clvValueMinor) AS least, max(c.clvValueMinor) AS most`,
  );
  expect(once!.least).toBe(once!.most); // one order: the mean of the population
  expect(Number(once!.least)).toBeGreaterThan(3400);
});

test('the parts of an explanation sum to the network value, inside whose interval the CLV lies', async () => {
  const ids = (
    await run(graph, 'MATCH (c:Profiled) RETURN c.id AS id, c.networkValueMinor AS value ORDER BY id LIMIT 4')
  ).map(({ id, value }) => ({ id: id as string, value: value as number }));
  for (const { id, value } of [...ids, { id: 'friend', value: null }]) {
    const told = (await explainValue(services(), id))!;
    const sum = told.parts.reduce((total, part) => total + part.valueMinor, 0);
    expect(told.networkValueMinor).toBe(sum);
    if (value !== null) expect(Math.round(sum)).toBe(value);
    if (told.worth === null) continue;
    expect(told.intervals!.clv.low).toBeLessThanOrEqual(told.worth.clv);
    expect(told.intervals!.clv.high).toBeGreaterThanOrEqual(told.worth.clv);
  }
  const [first] = ids;
  const { parts } = (await explainValue(services(), first!.id))!;
  expect(parts.map(({ kind, hops }) => `${kind} ${hops}`)).toEqual(['OWN 0', 'RECEIVED 1', 'RECEIVED 2']);
  expect(await explainValue(services(), 'friend')).toMatchObject({ worth: null, history: null });
  await expect(explainValue(services(), 'nobody')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('the questions tell values by cohort, store and source, and what a customer cost where that is known', async () => {
  expect(await graph.read('value/clv-cohorts', {})).toMatchObject([{ cohort: '1997-Q1', customers: 2357 }]);
  expect(await graph.read('value/clv-stores', {})).toMatchObject([{ storeId: null, customers: 2357 }]);
  await run(
    graph,
    `MATCH (c:Profiled) WHERE c.clvAlive IS NOT NULL WITH c ORDER BY c.id LIMIT 2
     MERGE (m:Campaign {id: 'm'}) SET m.costMinor = 1000, m.currency = 'USD'
     MERGE (m)-[:HAS_VARIANT]->(v:Variant {id: 'm-A'})
     CREATE (c)-[:RECEIVED]->(:Touch {id: 't' + c.id, at: datetime('1996-12-01')})-[:OF_VARIANT]->(v)`,
  );
  const [source, campaign] = await graph.read('value/clv-by-source', {});
  expect(source).toMatchObject({ kind: 'SOURCE', source: 'cdnow', customers: 2355, cacMinor: null, ratio: null });
  expect(campaign).toMatchObject({ kind: 'CAMPAIGN', source: 'm', customers: 2, cacMinor: 500 });
  expect(campaign!.ratio).toBeCloseTo(campaign!.clvMinor / 500, 9);
});

test('the lifecycle tells every buyer once, keeps the move, and a second run moves nobody', async () => {
  const first = await tellLifecycle(services());
  expect(first).toMatchObject({ told: 2357, moved: 2357, stages: { dormant: 2357 } });
  expect(await tellLifecycle(services())).toMatchObject({ told: 2357, moved: 0 });
  const [one] = await run(graph, `MATCH (c:Profiled {lifecycle: 'dormant'}) RETURN c.lifecycleHistory AS h LIMIT 1`);
  expect(one!.h).toEqual(['dormant|2026-06-01']);
  expect(await graph.read('value/lifecycle-stages', {})).toMatchObject([{ stage: 'dormant', customers: 2357 }]);
  await run(
    graph,
    'MATCH (c:Profiled)-[:PLACED]->(o) WITH c, o ORDER BY c.id LIMIT 1 MATCH (c)-[:PLACED]->(x) SET x.refundedAt = datetime()',
  );
  await tellLifecycle(services());
  expect((await graph.read('value/lifecycle-stages', {}))[0]!.customers).toBe(2356);
});
