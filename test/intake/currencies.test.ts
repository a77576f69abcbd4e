import type { Graph } from '../../src/graph/graph.js';
import { migrate } from '../../src/graph/migrations.js';
import { emptyGraph, file, importing, run } from './world.js';

/** c1 buys in CNY but once, c2 first in USD and then mostly in CNY, c3 in USD alone; a negative order is a refund. */
const FIRST = `id,customerId,at,amount,currency
o1,c1,2026-01-01T00:00:00Z,10,CNY
o2,c1,2026-01-02T00:00:00Z,10,CNY
o3,c1,2026-01-03T00:00:00Z,900,USD
o4,c2,2026-01-01T00:00:00Z,700,USD
o5,c3,2026-01-01T00:00:00Z,500,USD
`;
const LATER = `id,customerId,at,amount,currency
o6,c2,2026-02-01T00:00:00Z,1,CNY
o7,c2,2026-02-02T00:00:00Z,2,CNY
o8,c1,2026-02-03T00:00:00Z,-4,CNY
o9,c3,2026-02-04T00:00:00Z,30,USD
`;

let graph: Graph;
const totals = () =>
  run(
    graph,
    'MATCH (c:Customer) RETURN c.id AS id, c.orders AS orders, c.spendMinor AS spend, c.currency AS currency ORDER BY id',
  );

beforeAll(async () => {
  graph = await emptyGraph();
  await importing(graph, { files: [file('customers.csv', 'id,name\nc1,A\nc2,B\nc3,C\n'), file('orders.csv', FIRST)] });
});
afterAll(() => graph.close());

test('what a customer spent is told in the currency of most purchases; others are counted, and no part of it', async () => {
  expect(await totals()).toEqual([
    { id: 'c1', orders: 3, spend: 2_000, currency: 'CNY' },
    { id: 'c2', orders: 1, spend: 70_000, currency: 'USD' },
    { id: 'c3', orders: 1, spend: 50_000, currency: 'USD' },
  ]);
  await importing(graph, { files: [file('orders.csv', LATER)] });
  const settled = [
    { id: 'c1', orders: 3, spend: 1_600, currency: 'CNY' },
    { id: 'c2', orders: 3, spend: 300, currency: 'CNY' },
    { id: 'c3', orders: 2, spend: 53_000, currency: 'USD' },
  ];
  expect(await totals()).toEqual(settled);
  await graph.write('network/steps/ties/totals-recount', { customerIds: ['c1', 'c2', 'c3'] });
  expect(await totals()).toEqual(settled);
});

test('customers from before, whose total added all currencies, are counted anew when the schema is brought up to date', async () => {
  const settled = await totals();
  await run(graph, 'MATCH (c:Customer) SET c.currency = null, c.spendMinor = 99');
  await run(graph, 'MATCH (m:Migration {id: 33}) DELETE m');
  expect(await migrate(graph)).toEqual(['033-totals-of-one-currency']);
  expect(await totals()).toEqual(settled);
});

test('totals over customers add what is spent in the currency of most of them', async () => {
  await run(
    graph,
    `MATCH (c:Customer) SET c:Profiled, c.lifecycle = 'stable', c.loyaltyTier = 'gold', c.cluster = 'k', c.rfmSegment = 'rfm:x',
       c.recency = 5, c.frequency = 5, c.monetary = 5, c.rfmSpendMinor = c.spendMinor, c.rfmCurrency = c.currency
     MERGE (:LoyaltyTier {id: 'gold', name: 'Gold', nameZh: '金', position: 1})`,
  );
  const [stage] = await graph.ask('value/lifecycle-stages', {});
  expect(stage).toMatchObject({ customers: 3, spendMinor: 1_900, currency: 'CNY' });
  expect(await graph.ask('value/tiers/tiers', {})).toMatchObject([
    { customers: 3, spendMinor: 1_900, currency: 'CNY' },
  ]);
  expect(await graph.ask('value/clusters', {})).toMatchObject([{ customers: 3, meanSpend: 950, currency: 'CNY' }]);
  expect(await graph.ask('value/rfm/grid', {})).toMatchObject([
    { customers: 3, spendMinor: 1_900, spendCurrency: 'CNY' },
  ]);
  expect(await graph.ask('value/rfm/grid', { currency: 'USD' })).toMatchObject([{ customers: 1, spendMinor: 53_000 }]);
});

test('the value of a campaign is of the conversions in its currency, and of a path in each its own', async () => {
  await run(
    graph,
    `MATCH (c:Customer) CREATE (c)-[:RECEIVED]->(t:Touch {id: 't' + c.id, at: datetime() - duration('P3D'), channel: 'SMS'})
     MERGE (m:Campaign {id: 'm', channel: 'SMS'}) MERGE (m)-[:HAS_VARIANT]->(v:Variant {id: 'm|A', name: 'A'}) CREATE (t)-[:OF_VARIANT]->(v)
     WITH c, t MATCH (c)-[:PLACED]->(o:Order) WHERE o.id IN ['o2', 'o5', 'o6']
     CREATE (t)-[:LEADS_TO]->(:Conversion {id: o.id, at: datetime() - duration('P1D'), valueMinor: o.amountMinor})-[:OF_ORDER]->(o)`,
  );
  const [campaign] = await graph.read('campaigns/steps/campaign', { id: 'm' });
  expect(campaign).toMatchObject({ converted: 3, valueMinor: 1_100, valueCurrency: 'CNY' });
  const asked = { campaignId: 'm', currency: 'CNY' };
  expect(await graph.read('campaigns/steps/campaign-variants', asked)).toMatchObject([
    { converted: 3, valueMinor: 1_100 },
  ]);
  expect(await graph.ask('campaigns/conversion-paths', { least: 1 })).toMatchObject([
    { path: ['SMS'], conversions: 2, valueMinor: 1_100, currency: 'CNY' },
    { path: ['SMS'], conversions: 1, valueMinor: 50_000, currency: 'USD' },
  ]);
});
