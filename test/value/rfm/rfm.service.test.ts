import * as fc from 'fast-check';
import { operationsOf } from '../../../src/api/gate/operations.js';
import { type Graph, openGraph } from '../../../src/graph/graph.js';
import { withLease } from '../../../src/graph/lease.js';
import { migrate } from '../../../src/graph/migrations.js';
import type { Services } from '../../../src/security/services.js';
import { resolvers } from '../../../src/value/rfm/resolvers.js';
import { rescoreRfm } from '../../../src/value/rfm/rfm.service.js';
import { testDatabase } from '../../setup/database.js';
import * as setup from './rfm.setup.js';
import { AS_OF, FIVE, input, worlds } from './rfm.setup.js';
import { scoreRfm } from './score-rfm.js';

let graph: Graph;
const run = (cypher: string, params = {}) => setup.run(graph, cypher, params);
const services = (at?: string, role?: Services['viewer']['role']) => setup.services(graph, at, role);
const build = (inputs: Parameters<typeof setup.build>[1], currency?: string) => setup.build(graph, inputs, currency);

beforeAll(async () => {
  graph = openGraph(testDatabase());
  await migrate(graph);
});
beforeEach(() => run('MATCH (n) WHERE NOT n:Migration DETACH DELETE n'));
afterAll(() => graph.close());

const members = async () =>
  Object.fromEntries(
    (
      await run(`MATCH (c:Customer)-[:IN_SEGMENT]->(s:Segment {kind: 'RFM'}) RETURN c.id AS c, s.id AS s ORDER BY c`)
    ).map((row) => [row.c, row.s]),
  );

test('five customers are graded, put into their segments, and shown by the questions', async () => {
  await build(FIVE);
  await run(`CREATE (:Customer:Profiled {id: 'window-shopper'})`);
  expect(await rescoreRfm(services())).toEqual({
    scored: 5,
    moved: 5,
    cleaned: 0,
    since: new Date('2025-01-01T00:00:00Z'),
    asOf: AS_OF,
    currency: 'CNY',
    method: 'type7',
    segments: 'grid',
  });
  expect(await members()).toEqual({
    c1: 'rfm:recent',
    c2: 'rfm:promising',
    c3: 'rfm:needing-attention',
    c4: 'rfm:at-risk',
    c5: 'rfm:cannot-lose',
  });
  const rows = await graph.read('value/rfm', {});
  expect(rows.map((r) => [r.customerId, r.recency, r.frequency, r.monetary, r.level])).toEqual([
    ['c5', 1, 5, 5, 4],
    ['c4', 2, 4, 4, 3],
    ['c3', 3, 3, 3, 3],
    ['c2', 4, 2, 2, 3],
    ['c1', 5, 1, 1, 2],
  ]);
  expect(rows[0]).toMatchObject({ daysSince: 50, orders: 5, spendMinor: 500, currency: 'CNY', scoredAt: AS_OF });
  const promising = await graph.read('value/rfm', { segment: 'rfm:promising', limit: 1 });
  expect(promising.map((r) => r.customerId)).toEqual(['c2']);
  const segments = await graph.read('value/rfm-segments', {});
  expect(segments.map((s) => s.customers)).toEqual([0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 0]);
  const shown = { id: 'rfm:at-risk', nameZh: '有流失风险', orders: 4, spendMinor: 400, currency: 'CNY', asOf: AS_OF };
  expect(segments[7]).toMatchObject(shown);
  const all = await graph.read('value/segments', {});
  expect(all.find((s) => s.id === 'rfm:recent')).toMatchObject({ kind: 'RFM', name: 'Recent', customers: 1 });
});

test('the same run again changes nothing but the time; because tells the grades', async () => {
  await build(FIVE);
  await rescoreRfm(services());
  const before = await run(
    'MATCH (c)-[m:IN_SEGMENT]->(s) RETURN elementId(m) AS m, m.since AS since, m.because AS because ORDER BY c.id',
  );
  const again = await rescoreRfm(services('2026-01-02T00:00:00Z'), { asOf: AS_OF });
  expect(again).toMatchObject({ scored: 5, moved: 0, cleaned: 0 });
  expect(
    await run(
      'MATCH (c)-[m:IN_SEGMENT]->(s) RETURN elementId(m) AS m, m.since AS since, m.because AS because ORDER BY c.id',
    ),
  ).toEqual(before);
  expect(before[0]!.because).toBe('R5 F1 M1');
});

test('a customer who moves leaves the old segment and keeps one that is not of RFM', async () => {
  await build(FIVE);
  await rescoreRfm(services());
  await run(`MATCH (c:Customer {id: 'c1'}) CREATE (c)-[:IN_SEGMENT]->(:Segment {id: 'all'})`);
  await build(Array.from({ length: 5 }, (_, n) => input(`d${n}`, 1, 1, 1)));
  const { moved } = await rescoreRfm(services());
  const held = await run(`MATCH (:Customer {id: 'c1'})-[:IN_SEGMENT]->(s) RETURN s.id AS id ORDER BY id`);
  expect(held.map((row) => row.id)).toEqual(['all', 'rfm:about-to-sleep']); // 3/1/3 among ten: FM 2
  expect(moved).toBeGreaterThan(5);
  const twice = await run(
    'MATCH (c:Customer)-[:IN_SEGMENT]->(s:Segment {kind: "RFM"}) WITH c, count(s) AS n WHERE n <> 1 RETURN c.id AS id',
  );
  expect(twice).toEqual([]);
});

test('without consent to profiling nobody is graded, and whoever withdraws loses everything derived', async () => {
  await build(FIVE);
  await run(`MATCH (c:Customer {id: 'c5'}) REMOVE c:Profiled`);
  expect((await rescoreRfm(services())).scored).toBe(4);
  expect(Object.keys(await members())).toEqual(['c1', 'c2', 'c3', 'c4']);
  await run(`MATCH (c:Customer {id: 'c4'}) REMOVE c:Profiled`);
  expect((await graph.read('value/rfm', {})).map((r) => r.customerId)).not.toContain('c4');
  expect((await rescoreRfm(services('2026-01-02T00:00:00Z'))).cleaned).toBe(1);
  const [left] = await run(
    `MATCH (c:Customer {id: 'c4'}) RETURN keys(c) AS keys, COUNT { (c)-[:IN_SEGMENT]->() } AS segments`,
  );
  expect(left!.keys).toEqual(['id']);
  expect(Number(left!.segments)).toBe(0);
});

test('orders outside the window and refunded ones do not count; a score that ran out goes', async () => {
  await build(FIVE);
  await rescoreRfm(services());
  await run(`MATCH (:Customer {id: 'c1'})-[:PLACED]->(o) SET o.refundedAt = datetime()`);
  expect(await rescoreRfm(services('2026-01-02T00:00:00Z'), { asOf: AS_OF })).toMatchObject({ scored: 4, cleaned: 1 });
  const none = await rescoreRfm(services('2026-01-03T00:00:00Z'), { asOf: new Date('2020-01-01') });
  expect(none).toMatchObject({ scored: 0, cleaned: 4, currency: null });
});

test('mixed currencies are refused with their names, and scored when one is named', async () => {
  await build(FIVE);
  await build([input('e1', 3, 1, 100)], 'EUR');
  await expect(rescoreRfm(services())).rejects.toMatchObject({
    kind: 'INPUT',
    message: 'the window holds orders in several currencies: CNY (15 orders), EUR (1 orders)',
  });
  expect(await rescoreRfm(services(), { currency: 'EUR' })).toMatchObject({ scored: 1, currency: 'EUR' });
});

test('only one run at a time', async () => {
  const busy = withLease(graph, { id: 'rfm', seconds: 60, waitMs: 0 }, () => rescoreRfm(services()));
  await expect(busy).rejects.toMatchObject({ kind: 'BUSY' });
});

test('the mutation checks its arguments, and is not for marketers', async () => {
  await build(FIVE);
  const ask = (role: Services['viewer']['role'], args: object) =>
    resolvers.Mutation.rescoreRfm(
      null,
      { windowMonths: 12, method: 'TYPE7', ...args },
      { services: services(undefined, role) },
    );
  expect(operationsOf(graph.library).get('rescoreRfm')!.roles).not.toContain('marketer');
  await expect(ask('analyst', { windowMonths: 0 })).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(ask('analyst', { weights: { recency: 0, frequency: 0, monetary: 0 } })).rejects.toMatchObject({
    kind: 'INPUT',
  });
  expect(await ask('service', { method: 'RPACKAGE', asOf: AS_OF })).toMatchObject({ scored: 5, method: 'RPACKAGE' });
});

test('the pictures show segments with their members, and ties inside one', async () => {
  await build(FIVE);
  await rescoreRfm(services());
  await run(`MATCH (a:Customer {id: 'c2'}), (b:Customer {id: 'c4'}), (x:Customer {id: 'c5'})
             CREATE (a)-[:KNOWS {pair: 'c2|c4', closeness: 0.5}]->(b), (b)-[:KNOWS {pair: 'c4|c5', closeness: 0.5}]->(x)`);
  const segments = await graph.picture('value/rfm-segments.picture', { each: 1 });
  expect([segments.nodes.length, segments.ties.length]).toEqual([10, 5]);
  const loyal = await graph.picture('value/rfm.picture', { segment: 'rfm:recent' });
  expect(loyal.ties.map((t) => t.type)).toEqual(['IN_SEGMENT']);
});

test.each(['type7', 'rpackage'] as const)('the database grades exactly as the rule does, by %s', async (method) => {
  const segments = method === 'rpackage' ? 'rpackage' : 'grid';
  const weights = { recency: 50, frequency: 30, monetary: 20 };
  const world = fc.asyncProperty(worlds, async (list) => {
    await run('MATCH (n) WHERE NOT n:Migration DETACH DELETE n');
    await build(list);
    expect(
      await graph.read('value/steps/rfm/inputs', { since: new Date('2025-01-01'), asOf: AS_OF, currency: 'CNY' }),
    ).toEqual(expect.arrayContaining([...list]));
    await rescoreRfm(services(), { method, weights, segments });
    const rows = await graph.read('value/rfm', { limit: 1000 });
    const saved = rows.map(({ customerId, recency, frequency, monetary, level, segment }) => ({
      customerId,
      recency,
      frequency,
      monetary,
      level,
      segment,
    }));
    const byId = (a: { customerId: string }, b: { customerId: string }) => (a.customerId < b.customerId ? -1 : 1);
    expect(saved.sort(byId)).toEqual(scoreRfm(list, { method, weights, segments }).sort(byId));
  });
  await fc.assert(world, { numRuns: 12 });
});
