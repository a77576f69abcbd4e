import { recordConsent, withdrawConsent } from '../../src/consent/index.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { migrate } from '../../src/graph/migrations.js';
import { WITHHELD } from '../../src/insight/customer360.js';
import { resolvers } from '../../src/insight/resolvers.js';
import { fixedClock } from '../../src/kernel/clock.js';
import { makeLog } from '../../src/kernel/log.js';
import { systemRandom } from '../../src/kernel/random.js';
import { ROLES } from '../../src/kernel/role.js';
import type { Services } from '../../src/security/services.js';
import { rescoreRfm } from '../../src/value/index.js';
import { vault } from '../consent/world.js';
import { testHome } from '../setup/command.js';
import { testDatabase } from '../setup/database.js';
import { ANALYSED, WORLD } from './customer360.setup.js';

const NOW = new Date('2026-01-01T00:00:00Z');
let graph: Graph;

const run = (cypher: string) => graph.driver.executeQuery(cypher, {}, { database: graph.database });
const services = (role: Services['viewer']['role'] = 'marketer'): Services => ({
  graph,
  vault,
  clock: fixedClock(NOW.toISOString()),
  random: systemRandom,
  log: makeLog('error'),
  home: testHome,
  viewer: { id: 'test', role },
});
const page = async (id: string, args: object = {}, role?: Services['viewer']['role']) =>
  (await resolvers.Query.customer360(null, { id, ...args }, { services: services(role) })) as Record<string, unknown>;

const consent = (
  customerId: string,
  purpose: 'profiling' | 'marketing',
  channel: 'ALL' | 'SMS',
  until: Date | null = null,
) =>
  recordConsent(services('admin'), {
    customerId,
    purpose,
    channel,
    at: new Date('2025-04-01'),
    until,
    textVersion: '1',
    via: 'form',
  });

beforeAll(async () => {
  graph = openGraph(testDatabase());
  await migrate(graph);
});
beforeEach(async () => {
  await run('MATCH (n) WHERE NOT n:Migration AND NOT n:Purpose DETACH DELETE n');
  await run(WORLD);
  for (const id of ['a', 'b', 'c']) await consent(id, 'profiling', 'ALL');
  await consent('a', 'marketing', 'SMS', new Date('2027-01-01'));
  await run(ANALYSED);
  await rescoreRfm(services('admin'));
});
afterAll(() => graph.close());

test('one page tells who, how much, how connected, and what is allowed', async () => {
  const got = await page('a');
  expect(got).toMatchObject({
    customerId: 'a',
    alias: 'C-A',
    city: '成都',
    tier: 'gold',
    profiled: true,
    doNotContact: false,
    withheld: null,
    totals: { orders: 2, spendMinor: 7000, lastOrderAt: new Date('2025-12-01') },
    rfm: {
      recency: 5,
      frequency: 1,
      monetary: 1,
      level: 2,
      segment: 'rfm:recent',
      daysSince: 31,
      orders: 2,
      spendMinor: 7000,
    },
    scores: { runId: 'run1', ageDays: 2, degree: 3, pageRank: 0.5, influence: 80 },
    community: { id: 'com', size: 3 },
    segments: [{ id: 'rfm:recent', name: 'Recent', nameZh: '新客', because: 'R5 F1 M1', since: NOW }],
    companies: [{ id: 'co', name: 'Works', industry: 'food', role: 'buyer', level: 2 }],
    posts: [
      { kind: 'POST', total: 2, last90Days: 1, lastAt: new Date('2025-12-15') },
      { kind: 'REVIEW', total: 1, last90Days: 1, lastAt: new Date('2025-12-20') },
    ],
    touches: [{ id: 't1', channel: 'SMS', campaignId: 'camp', campaign: 'Autumn', variant: 'A', converted: true }],
  });
  expect((got.interests as { id: string }[]).map((i) => i.id)).toEqual(['go', 'tea']);
  expect(got.recentOrders).toMatchObject([
    { id: 'o2', amountMinor: 5000, storeId: 's1' },
    { id: 'o1', channel: 'shop', storeId: null, refundedAt: null },
  ]);
  expect(got.consents).toMatchObject([
    { purpose: 'marketing', channel: 'SMS', until: new Date('2027-01-01') },
    { purpose: 'profiling', channel: 'ALL', until: null },
  ]);
  expect(JSON.stringify(got)).not.toContain('sealed');
});

test('closest ties: closest first, to profiled customers only, by public name', async () => {
  expect((await page('a')).closestTies).toEqual([
    { customerId: 'c', alias: 'C-C', closeness: 0.9, kinds: ['FOLLOWS', 'WORKS_WITH'], since: null },
    { customerId: 'b', alias: 'C-B', closeness: 0.4, kinds: ['FAMILY_OF'], since: new Date('2020-01-01') },
  ]);
  const few = await page('a', { ties: 1, latest: 1 });
  expect([few.closestTies, few.recentOrders].map((list) => (list as unknown[]).length)).toEqual([1, 1]);
});

test('whoever withdraws from profiling shows no scores and no ties, with the reason, and nothing derived stays in the graph', async () => {
  await withdrawConsent(services('admin'), {
    customerId: 'a',
    purpose: 'profiling',
    channel: null,
    at: NOW,
    via: 'app',
  });
  const got = await page('a');
  expect(got).toMatchObject({
    profiled: false,
    withheld: WITHHELD,
    rfm: null,
    scores: null,
    community: null,
    segments: [],
    closestTies: [],
    totals: { orders: 2, spendMinor: 7000 },
    consents: [{ purpose: 'marketing', channel: 'SMS' }],
  });
  const { records } = await run(`MATCH (c:Customer {id: 'a'}) RETURN [k IN keys(c) WHERE k STARTS WITH 'rfm' OR k IN
    ['recency', 'frequency', 'monetary', 'degree', 'pageRank', 'influence', 'communityId']] AS left`);
  expect(records[0]!.get('left')).toEqual([]);
  expect(((await page('b')).closestTies as { customerId: string }[]).map((t) => t.customerId)).toEqual(['c']);
});

test('scores left behind on a customer without the label are not shown', async () => {
  await run(`MATCH (c:Customer {id: 'quiet'}) SET c.influence = 80.0, c.degree = 1.0, c.rfmLevel = 5`);
  expect(await page('quiet')).toMatchObject({
    scores: null,
    rfm: null,
    withheld: WITHHELD,
    totals: { orders: 0, spendMinor: 0 },
  });
});

test('an expired consent is not shown, an unscored customer has no scores', async () => {
  await run(
    `MATCH (:Customer {id: 'a'})-[consent:CONSENTS_TO {channel: 'SMS'}]->() SET consent.until = datetime('2025-12-31')`,
  );
  await run(`MATCH (c:Customer {id: 'b'}) REMOVE c.influence`);
  expect(((await page('a')).consents as { purpose: string }[]).map((c) => c.purpose)).toEqual(['profiling']);
  expect(await page('b')).toMatchObject({
    profiled: true,
    scores: null,
    rfm: null,
    withheld: null,
    posts: [],
    touches: [],
  });
});

test('every role may ask; an unknown customer and unbounded arguments are refused', async () => {
  for (const role of ROLES) expect((await page('a', {}, role)).alias).toBe('C-A');
  await expect(page('nobody')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  expect(() => resolvers.Query.customer360(null, { id: 'a', ties: 101 }, { services: services() })).toThrow(/ties/);
  expect(() => resolvers.Query.customer360(null, { id: '' }, { services: services() })).toThrow(/id/);
});

test('the picture shows the customer among profiled neighbours with their ties, company and community', async () => {
  const { nodes, ties } = await graph.picture('insight/customer-ego.picture', { customerId: 'a' });
  expect(ties.map((t) => t.type).sort()).toEqual([
    'INTERESTED_IN',
    'INTERESTED_IN',
    'KNOWS',
    'KNOWS',
    'KNOWS',
    'MEMBER_OF',
    'WORKS_AT',
  ]);
  expect(nodes.map((n) => n.properties.id).sort()).toEqual(['a', 'b', 'c', 'co', 'com', 'go', 'tea']);
  expect((await graph.picture('insight/customer-ego.picture', { customerId: 'quiet' })).nodes).toEqual([]);
});
