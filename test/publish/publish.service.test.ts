import type { Graph } from '../../src/graph/graph.js';
import {
  publishBudget,
  publishNetwork,
  publishStatistic,
  publishTable,
  setPublishBudget,
} from '../../src/publish/index.js';
import { emptyGraph, run, servicesAt } from '../consent/world.js';
import { seededBits } from './seeded-bits.js';

let graph: Graph;

/** 12 women of 杭州, 8 men of 苏州 and one of 西安 consent to research; five more do not, no more, or to something else. */
beforeAll(async () => {
  graph = await emptyGraph();
  await run(
    graph,
    `UNWIND range(1, 26) AS n
     WITH n, CASE WHEN n <= 12 THEN ['female', '杭州', '华东'] WHEN n = 21 THEN ['male', '西安', '西北'] ELSE ['male', '苏州', '华东'] END AS facts
     CREATE (c:Customer:Profiled {id: 'secret-' + n, alias: 'C-' + n, gender: facts[0], city: facts[1], region: facts[2], tier: 'GOLD',
       ageBand: CASE WHEN n % 2 = 0 THEN '18-24' ELSE '25-34' END, joinedAt: datetime('2025-03-01T00:00:00Z'), spendMinor: n * 10000, orders: n,
       communityId: CASE WHEN n <= 12 THEN 'a' ELSE 'b' END, rfmSegment: 'rfm:lost'})
     WITH c, n MATCH (p:Purpose {id: CASE WHEN n = 22 THEN 'marketing' ELSE 'research' END})
     WHERE n < 24
     CREATE (c)-[:CONSENTS_TO {key: c.id, channel: 'ALL', since: datetime('2025-01-01'), until: CASE WHEN n = 23 THEN datetime('2026-01-01') END}]->(p)`,
  );
  await run(
    graph,
    `UNWIND range(1, 25) AS n MATCH (a:Customer {id: 'secret-' + n}), (b:Customer {id: 'secret-' + (n + 1)})
     CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5}]->(b)`,
  );
  await run(
    graph,
    `MATCH (c:Customer {id: 'secret-3'}), (p:Purpose {id: 'research'}) CREATE (c)-[:CONSENTS_TO {key: 'twice', channel: 'SMS'}]->(p)`,
  );
});
afterAll(() => graph.close());

const audited = () =>
  run(
    graph,
    `MATCH (e:AuditEntry) WHERE e.action = 'PUBLISHED' RETURN e.subject AS subject, toFloat(e.count) AS count ORDER BY e.at`,
  );

test('a table of those who consent, and nobody else: generalised, without ids, recorded', async () => {
  const table = await publishTable(servicesAt(graph), { columns: ['city', 'gender'], sensitive: 'tier', k: 5 });
  expect(table.rows).toEqual([
    { city: '杭州', gender: 'female', tier: 'GOLD', people: 12 },
    { city: '苏州', gender: 'male', tier: 'GOLD', people: 8 },
  ]);
  expect(table.report).toMatchObject({ people: 21, published: 20, suppressed: 1, smallestClass: 8, classes: 2 });
  expect(table.report.homogeneousClasses).toBe(2);
  expect(JSON.stringify(table)).not.toMatch(/secret-|C-\d/);
  expect(await audited()).toEqual([{ subject: 'table', count: 20 }]);
  const strict = await publishTable(servicesAt(graph), { columns: ['city', 'gender'], suppress: 0 });
  expect(strict.report).toMatchObject({ published: 21, suppressed: 0 });
  const bands = await publishTable(servicesAt(graph), {
    columns: ['gender'],
    sensitive: 'spendBand',
    l: 2,
    suppress: 0,
  });
  expect(bands.rows.map(({ spendBand }) => spendBand)).toContain('50000 to 199999');
});

test('what cannot be published is refused with a reason', async () => {
  const services = servicesAt(graph);
  const bad = { columns: ['tier'], sensitive: 'tier' } as const;
  await expect(publishTable(services, { ...bad, columns: ['tier'] })).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(publishTable(services, { l: 2 })).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(publishTable(services, { k: 22 })).rejects.toMatchObject({ kind: 'CONFLICT' });
  await expect(publishTable(services, { purpose: 'sharing' })).rejects.toMatchObject({
    kind: 'CONFLICT',
    message: expect.stringContaining('0 people consent to sharing'),
  });
  await expect(publishStatistic(services, { ask: 'SUM', of: 'orders' })).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(publishStatistic(services, { ask: 'TIES', most: 3 })).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(publishStatistic(services, { ask: 'HISTOGRAM', by: 'city' })).rejects.toMatchObject({
    hint: expect.stringContaining('would tell who is in it'),
  });
  expect(await publishBudget(services)).toMatchObject([{ spent: 0 }, { spent: 0 }, { spent: 0 }]);
});

test('numbers are the true ones and noise; the same question again gives the same answer for nothing', async () => {
  const services = servicesAt(graph);
  const sharp = { epsilon: 10 };
  for (const dataSet of ['customers', 'network', 'communities'] as const)
    await setPublishBudget(services, { dataSet, epsilon: 100 });
  const bits = seededBits(5);
  const count = await publishStatistic(services, { ask: 'COUNT', ...sharp }, bits);
  expect(count).toMatchObject({ bins: [{ bin: 'people', value: 21 }], sensitivity: 1, left: 90, repeated: false });
  const where = [{ column: 'gender' as const, values: ['female', 'nobody', 'female'] }];
  const women = await publishStatistic(services, { ask: 'COUNT', where, ...sharp }, bits);
  expect(women.bins[0]!.value).toBe(12);
  const tidy = [{ column: 'gender' as const, values: ['nobody', 'female'] }];
  const again = await publishStatistic(services, { epsilon: 10, where: tidy, ask: 'COUNT' }, seededBits(6));
  expect(again).toEqual({ ...women, repeated: true });
  const ages = await publishStatistic(services, { ask: 'HISTOGRAM', by: 'ageBand', ...sharp }, bits);
  expect(ages.bins.map(({ value }) => value)).toEqual([10, 11, 0, 0, 0, 0, 0]);
  const orders = { ask: 'SUM', of: 'orders', upper: 10, ...sharp } as const;
  const sum = await publishStatistic(services, orders, bits);
  // 1 + 2 + … + 10, and 11 people cut to 10
  expect(sum).toMatchObject({ sensitivity: 10, scale: 1 });
  expect(Math.abs(sum.bins[0]!.value - 165)).toBeLessThanOrEqual(12);
  const ties = await publishStatistic(services, { ask: 'TIES', ...sharp }, bits);
  expect(ties).toMatchObject({ bins: [{ bin: 'ties', value: 20 }], dataSet: 'network' });
  const degrees = await publishStatistic(services, { ask: 'DEGREES', most: 3, ...sharp }, bits);
  expect(degrees).toMatchObject({ sensitivity: 4, error95: 1 });
  expect(degrees.bins.map(({ bin }) => bin)).toEqual(['0', '1', '2', '3', 'more than 3']);
  expect(Math.abs(degrees.bins[2]!.value - 19)).toBeLessThanOrEqual(3);
  const sizes = await publishStatistic(services, { ask: 'COMMUNITY_SIZES', ...sharp }, bits);
  expect(sizes.bins.find(({ bin }) => bin === '5-9')!.value).toBe(1);
  const [customers] = await publishBudget(services, 'customers');
  expect(customers).toEqual({ dataSet: 'customers', budget: 100, spent: 40, left: 60, version: 1, answers: 4 });
});

test('a network of those who consent, by numbers dealt at random, recorded', async () => {
  const services = servicesAt(graph);
  const network = await publishNetwork(services, { k: 2, bands: true }, seededBits(9));
  // a chain of 21: its two ends are the only ones of degree 1
  expect(network).toMatchObject({ nodes: 21, report: { ties: 20, added: 0, smallestClass: 2, degrees: 2 } });
  expect(new Set(network.bands)).toEqual(new Set(['10-19', '5-9', null]));
  expect(JSON.stringify(network)).not.toMatch(/secret-|C-\d/);
  const other = await publishNetwork(services, { k: 3, region: '华东' });
  expect(other).toMatchObject({ nodes: 20, report: { smallestClass: expect.any(Number) } });
  expect(other.report.smallestClass).toBeGreaterThanOrEqual(3);
  expect(await audited()).toContainEqual({ subject: 'network', count: 21 });
  await expect(publishNetwork(services, { purpose: 'sharing' })).rejects.toMatchObject({ kind: 'CONFLICT' });
});

test('a new version is answered anew and paid for again; what is spent stays spent', async () => {
  const services = servicesAt(graph);
  const renewed = await setPublishBudget(services, { dataSet: 'customers', epsilon: 41, renew: true });
  expect(renewed).toMatchObject({ version: 2, spent: 40, left: 1 });
  await expect(publishStatistic(services, { ask: 'COUNT', epsilon: 10 })).rejects.toMatchObject({
    kind: 'TOO_MUCH',
    details: { dataSet: 'customers', left: 1 },
    hint: expect.stringContaining('1 of 41 is left'),
  });
  expect(await publishStatistic(services, { ask: 'COUNT', epsilon: 0.25 })).toMatchObject({ left: 0.75, version: 2 });
  const entries = await run(graph, `MATCH (e:AuditEntry {action: 'POLICY_CHANGED'}) RETURN e.subject AS subject`);
  expect(entries).toContainEqual({ subject: 'publish customers' });
});

test('32 callers at once never overspend, and those who ask the same get the same', async () => {
  const services = servicesAt(graph);
  await setPublishBudget(services, { dataSet: 'customers', epsilon: 41.25 });
  const ask = (n: number) =>
    publishStatistic(services, {
      ask: 'COUNT',
      epsilon: 0.1,
      where: [{ column: 'joinedYear', values: [String(2_000 + (n % 16))] }],
    });
  const all = await Promise.allSettled(Array.from({ length: 32 }, (_, n) => ask(n)));
  const answered = all.flatMap((one, n) => (one.status === 'fulfilled' ? [{ n: n % 16, ...one.value }] : []));
  // 1 is left: ten questions of 0.1, each answered to one or both who ask it
  expect(answered.filter(({ repeated }) => !repeated)).toHaveLength(10);
  const told = new Map(answered.map(({ n, bins }) => [n, bins]));
  for (const { n, bins } of answered) expect(bins).toEqual(told.get(n));
  const [row] = await run(
    graph,
    `MATCH (d:DataSet {id: 'customers'})<-[:SPENT_ON]-(e) RETURN d.spentMicro AS spent, sum(e.epsilonMicro) AS paid`,
  );
  expect([Number(row!.spent), Number(row!.paid)]).toEqual([41_250_000, 41_250_000]);
  expect(await publishBudget(services, 'customers')).toMatchObject([{ left: 0, spent: 41.25 }]);
});
