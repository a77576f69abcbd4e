import type { Graph } from '../../../src/graph/graph.js';
import { broughtBy, hiddenReferrals } from '../../../src/network/referral/brought-by.service.js';
import { kFactor } from '../../../src/network/referral/k-factor.service.js';
import { potentialReferrers } from '../../../src/network/referral/potential.service.js';
import { referralTree } from '../../../src/network/referral/tree.service.js';
import { emptyGraph, run, servicesAt } from '../../consent/world.js';

let graph: Graph;
const services = () => servicesAt(graph, '2026-03-01T12:00:00Z');

/**
 * a brought b and c, b brought d and x (who does not consent), c brought a back, x brought e. f has nobody on record.
 */
beforeAll(async () => {
  graph = await emptyGraph();
  await run(
    graph,
    `UNWIND [['a', '2025-01-01'], ['b', '2025-06-10'], ['c', '2025-07-01'], ['d', '2026-01-20'], ['e', '2026-01-25'], ['f', '2026-02-10']] AS row
     CREATE (c:Customer:Profiled {id: row[0], alias: row[0], joinedAt: datetime(row[1]), firstOrderAt: datetime(row[1]), lastOrderAt: datetime('2026-02-20'),
       orders: 1, rfmLevel: 4})
     CREATE (c)-[:PLACED]->(:Order {id: 'o' + row[0], amountMinor: 100, currency: CASE row[0] WHEN 'd' THEN 'USD' ELSE 'CNY' END, at: datetime(row[1])})
     CREATE (c)-[:PLACED]->(:Order {id: 'r' + row[0], amountMinor: 9, currency: 'CNY', at: datetime(row[1]), refundedAt: datetime(row[1])})`,
  );
  await run(
    graph,
    `CREATE (:Customer {id: 'x', alias: 'x'}), (:Customer:Profiled {id: 'new', alias: 'new', joinedAt: datetime('2026-02-01')})`,
  );
  await run(
    graph,
    `UNWIND [['a','b','REWARDED','2025-06-01'], ['a','c','JOINED','2025-07-01'], ['b','d','CONVERTED','2026-01-20'], ['b','x','REWARDED','2026-01-02'],
       ['x','e','REWARDED','2026-01-03'], ['c','a','JOINED','2026-01-05']] AS row
     MATCH (a:Customer {id: row[0]}), (b:Customer {id: row[1]})
     CREATE (a)-[:REFERRED {key: row[0] + row[1], status: row[2], at: datetime(row[3]), since: datetime(row[3])}]->(b)`,
  );
  await run(
    graph,
    `MATCH (f {id: 'f'}), (b {id: 'b'}), (a {id: 'a'}), (new {id: 'new'}), (referral:Purpose {id: 'referral'})
     CREATE (f)-[:FOLLOWS {key: 'fb', since: datetime('2026-02-10')}]->(b), (b)-[:POSTED]->(post:Post {id: 'p', rating: 5, at: datetime('2026-01-01')}),
       (f)-[:LIKED {at: datetime('2026-02-09')}]->(post), (f)-[:FOLLOWS {key: 'fa', since: datetime('2024-02-10')}]->(a),
       (b)-[:KNOWS {pair: 'b|new', closeness: 0.8}]->(new),
       (a)-[:CONSENTS_TO {key: '1', since: datetime('2026-01-01'), channel: 'SMS'}]->(referral), (b)-[:CONSENTS_TO {key: '2', since: datetime('2026-01-01'), channel: 'ALL'}]->(referral),
       (d:DoNotContact {id: 'never'}), (f)-[:CONSENTS_TO {key: '3', since: datetime('2026-01-01'), channel: 'SMS', until: datetime('2026-02-28')}]->(referral)
     CREATE (a)-[:RECEIVED]->(:Touch {id: 't', at: datetime('2026-02-01')})-[:OF_VARIANT]->(:Variant {id: 'v'})<-[:HAS_VARIANT]-(:Campaign {id: 'k', purpose: 'referral'})`,
  );
});
afterAll(() => graph.close());

test('a tree names who consents, counts who does not, and ends there', async () => {
  const tree = await referralTree(services(), { customer: 'a' });
  expect(tree.members.map((m) => [m.customerId, m.referrerId, m.level, m.converted])).toEqual([
    ['b', 'a', 1, true],
    ['c', 'a', 1, false],
    ['d', 'b', 2, true],
  ]);
  expect(tree).toMatchObject({ people: 3, depth: 2, breadth: 2, conversions: 2, notShown: 1, cut: false });
  expect(tree.value).toEqual([
    { currency: 'CNY', valueMinor: 200, orders: 2 },
    { currency: 'USD', valueMinor: 100, orders: 1 },
  ]);
  expect(tree.why).toBe('brought 3 people over 2 levels, 2 became customers; 1 not shown');
  expect(await referralTree(services(), { customer: 'x' })).toMatchObject({
    people: 0,
    notShown: 0,
    why: expect.stringContaining('consent'),
  });
  await expect(referralTree(services(), { customer: 'nobody' })).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  await expect(referralTree(services(), { customer: 'a', first: 0 })).rejects.toMatchObject({ kind: 'INPUT' });
});

test('the picture and the table of the best name nobody without consent', async () => {
  const { nodes, ties } = await graph.picture('network/referral-tree.picture', { customer: 'a', limit: 50 });
  expect(nodes.map((n) => n.properties.id).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(ties).toHaveLength(3);
  const top = await graph.ask('network/top-referrers', { limit: 2 });
  expect(top.map((r) => [r.customerId, r.direct, r.people, r.valueMinor, r.currency])).toEqual([
    ['a', 2, 3, 200, 'CNY'],
    ['c', 1, 3, 200, 'CNY'],
  ]);
});

test('who brought someone, with why; hidden is whom no record names', async () => {
  const [of_f, ...others] = await broughtBy(services(), { customer: 'f' });
  expect(others).toEqual([]);
  expect(of_f).toMatchObject({
    byId: 'b',
    recorded: false,
    why: 'was followed on the day of the first order, post liked 1 day before the first order',
  });
  expect(of_f!.confidence).toBeCloseTo(1 - 0.7 * (1 - 0.15 * 2 ** (-1 / 30)), 9);
  const hidden = await hiddenReferrals(services(), {});
  expect(hidden.map((h) => [h.customerId, h.broughtBy, h.recordedReferrer])).toEqual([['f', 'b', null]]);
  expect(hidden[0]!.why).toContain('no referral is on record');
  expect((await broughtBy(services(), { customer: 'd' }))[0]).toMatchObject({
    byId: 'b',
    recorded: true,
    confidence: 0.9,
  });
  expect(await broughtBy(services(), { customer: 'e' })).toEqual([]); // brought by someone who does not consent
  expect(await broughtBy(services(), { customer: 'x' })).toEqual([]);
});

test('the K-factor counts consenting people only, by month', async () => {
  const k = await kFactor(services(), { since: '2025-06-01', until: '2026-03-01' });
  expect(k).toMatchObject({ invitations: 4, conversions: 2, customers: 7, conversion: 0.5 });
  expect(k.kFactor).toBeCloseTo(2 / 7, 12);
  expect(k.periods).toHaveLength(9);
  expect(k.periods[0]).toMatchObject({
    period: '2025-06-01',
    invitations: 1,
    conversions: 1,
    customers: 2,
    kFactor: 0.5,
  });
  expect((await kFactor(services(), { by: 'WEEK' })).periods.length).toBeGreaterThan(52);
  await expect(kFactor(services(), { since: '2026-04-01', until: '2026-03-01' })).rejects.toMatchObject({
    kind: 'INPUT',
  });
});

test('a month that runs still changes no trend', async () => {
  const since = '2025-06-01';
  const whole = await kFactor(services(), { since, until: '2026-02-01' });
  const running = await kFactor(services(), { since, until: '2026-02-14' });
  expect(running.slope).toBe(whole.slope);
  expect(whole.slope).not.toBe(0);
  expect(running.periods.map(({ complete }) => complete)).toEqual([...Array(8).fill(true), false]);
});

test('who is worth asking consents to be asked now, and was not asked lately', async () => {
  const found = await potentialReferrers(services(), {});
  expect(found.map((p) => p.customerId)).toEqual(['b']);
  expect(found[0]).toMatchObject({ newcomers: 1, rating: 5, conversions: 1, channels: ['ALL'] });
  expect(found[0]!.why).toContain('any channel');
  expect((await potentialReferrers(services(), { quietDays: 10 })).map((p) => p.customerId)).toEqual(['b', 'a']);
  expect(await potentialReferrers(services(), { segment: 'none' })).toEqual([]);
});
