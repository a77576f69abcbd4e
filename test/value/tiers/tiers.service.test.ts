import type { Graph } from '../../../src/graph/graph.js';
import { DAY_MS } from '../../../src/kernel/clock.js';
import { reviewTiers } from '../../../src/value/tiers/tiers.service.js';
import { clear, emptyGraph, run, servicesWith } from '../../setup/world.js';

let graph: Graph;
const START = Date.UTC(2026, 0, 1);
const day = (n: number) => new Date(START + n * DAY_MS);
const at = (n: number) => servicesWith(graph, { now: day(n).toISOString() });

beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(async () => {
  await clear(graph);
  const orders = [
    ['jade', 0, 600_000],
    ['gold', 0, 150_000],
    ['gold', 100, 60_000],
    ['back', 0, 60_000],
    ['back', 1, -20_000],
    ['refunded', 0, 900_000],
    ['euro', 0, 900_000],
    ['silent', 0, 900_000],
  ] as const;
  const rows = orders.map(([id, n, amount]) => ({ id, at: day(n).toISOString(), amount }));
  await run(
    graph,
    `UNWIND range(0, size($rows) - 1) AS n WITH $rows[n] AS row, n
     MERGE (c:Customer {id: row.id}) SET c:Profiled
     CREATE (c)-[:PLACED]->(o:Order {id: 'o' + n, at: datetime(row.at), amountMinor: toInteger(row.amount), currency: 'CNY'})
     FOREACH (_ IN CASE WHEN row.id = 'euro' THEN [1] ELSE [] END | SET o.currency = 'EUR')
     FOREACH (_ IN CASE WHEN row.id = 'refunded' THEN [1] ELSE [] END | SET o.refundedAt = datetime(row.at))`,
    { rows },
  );
  await run(graph, `MATCH (c:Customer {id: 'silent'}) REMOVE c:Profiled`);
});
afterAll(() => graph.close());

const tiers = async () =>
  Object.fromEntries(
    (
      await run(graph, `MATCH (c:Customer) WHERE c.loyaltyTier IS NOT NULL RETURN c.id AS id, c.loyaltyTier AS tier`)
    ).map(({ id, tier }) => [id, tier]),
  );

test('customers come to the tier of what they spent: refunds lower it, other currencies and who is not profiled stay out', async () => {
  expect(await reviewTiers(at(101))).toEqual({
    ...{ reviewed: 3, up: 3, down: 0, falling: 0 },
    tiers: [
      ...[
        ['jade', 1],
        ['gold', 1],
        ['silver', 0],
        ['bronze', 1],
      ].map(([tier, customers]) => ({ tier, customers })),
    ],
  });
  expect(await tiers()).toEqual({ jade: 'jade', gold: 'gold', back: 'bronze' });
  expect(await reviewTiers(at(101))).toMatchObject({ up: 0, down: 0 });
});

test('a fall is told, listed with what would keep the tier, and kept as a move', async () => {
  await reviewTiers(at(101));
  expect(await reviewTiers(at(340))).toMatchObject({ down: 0, falling: 2 });
  const [first] = await graph.read('value/tiers/falls', { days: 3650 });
  expect(first).toMatchObject({ tier: 'gold', fallsTo: 'silver', keepMinor: 140_000, keepOrders: 1, currency: 'CNY' });
  expect(first!.fallsAt).toEqual(day(370)); // thirty days after it was told
  const counted = await graph.read('value/tiers/tiers', {});
  expect(counted.map(({ id, nameZh, customers, falling }) => [id, nameZh, customers, falling])).toEqual([
    ['jade', '翡翠会员', 1, 1],
    ['gold', '金卡会员', 1, 1],
    ['silver', '银卡会员', 0, 0],
    ['bronze', '铜卡会员', 1, 0],
  ]);
  expect(await reviewTiers(at(370))).toMatchObject({ down: 2, falling: 0 });
  expect(await tiers()).toMatchObject({ jade: 'bronze', gold: 'silver' });
  expect(await graph.read('value/tiers/moves', { from: day(365) })).toEqual([
    { before: 'gold', after: 'silver', customers: 1 },
    { before: 'jade', after: 'bronze', customers: 1 },
  ]);
});
