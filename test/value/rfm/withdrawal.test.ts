import { withdrawConsent } from '../../../src/consent/index.js';
import type { Graph } from '../../../src/graph/graph.js';
import { intakeRows } from '../../../src/intake/index.js';
import { fixedClock } from '../../../src/kernel/clock.js';
import { erasePerson } from '../../../src/rights/erasure/erase.service.js';
import { propertiesOfRun } from '../../../src/scores/index.js';
import { saveModel } from '../../../src/value/rfm/models.service.js';
import { rescoreRfm } from '../../../src/value/rfm/rfm.service.js';
import { reviewTiers } from '../../../src/value/tiers/tiers.service.js';
import { clear, emptyGraph, run, servicesOf } from '../../intake/world.js';
import { importWorld } from '../../rights/world.js';

let graph: Graph;
const me = 'cust-0001';
const at = (time: string) => ({ ...servicesOf(graph), clock: fixedClock(time) });

beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

beforeEach(async () => {
  await clear(graph);
  await importWorld(graph);
  const [order] = await run(graph, `MATCH (:Customer {id: $me})-[:PLACED]->(o:Order) RETURN o.currency AS currency`, {
    me,
  });
  const currency = order!.currency as string;
  await rescoreRfm(at('2026-03-10T00:00:00Z'), { currency });
  await saveModel(at('2026-03-10T00:00:00Z'), { id: 'side', name: 'Side', currency });
  const more = { customerId: me, at: '2026-06-01T00:00:00Z', amountMinor: 900_000, currency: 'CNY' };
  await intakeRows(at('2026-06-02T00:00:00Z'), 'orders', [{ ...more, id: 'more' }]);
  await run(
    graph,
    `MATCH (c:Customer {id: $me})-[in:IN_SEGMENT]->(s) CREATE (c)-[:WAS_IN_SEGMENT {since: in.since, until: datetime()}]->(s)`,
    { me },
  );
  await reviewTiers(at('2026-06-02T00:00:00Z'));
});

const EDGES = ['SCORED_BY', 'IN_SEGMENT', 'WAS_IN_SEGMENT'];
async function left() {
  const [row] = await run(
    graph,
    `MATCH (c:Customer {id: $me}) RETURN keys(c) AS keys, [(c)-[r]-() WHERE type(r) IN $edges | type(r)] AS edges`,
    { me, edges: EDGES },
  );
  const names = [...propertiesOfRun('rfm'), ...propertiesOfRun('tiers')] as string[];
  return { properties: (row!.keys as string[]).filter((key) => names.includes(key)), edges: row!.edges as string[] };
}

test('withdrawing profiling takes grades, stays, named models and tier at once, and no later order brings them back', async () => {
  const before = await left();
  expect(before.properties).toEqual(
    expect.arrayContaining(['rfmSegment', 'rfmCurrency', 'loyaltyTier', 'loyaltyHistory']),
  );
  expect([...new Set(before.edges)].sort()).toEqual([...EDGES].sort());
  await withdrawConsent(at('2026-06-03T00:00:00Z'), {
    customerId: me,
    purpose: 'profiling',
    channel: null,
    via: 'form',
  });
  expect(await left()).toEqual({ properties: [], edges: [] });
  const order = { id: 'later', customerId: me, at: '2026-06-04T00:00:00Z', amountMinor: 100, currency: 'CNY' };
  expect((await intakeRows(at('2026-06-05T00:00:00Z'), 'orders', [order])).created).toBe(1);
  await reviewTiers(at('2026-06-05T00:00:00Z'));
  expect(await left()).toEqual({ properties: [], edges: [] });
});

test('an erasure leaves neither edge nor name of the person on models, segments, tiers and runs', async () => {
  await erasePerson(at('2026-06-03T00:00:00Z'), { customerId: me, mode: 'DELETE' });
  const rows = await run(
    graph,
    `MATCH (n) WHERE n:RfmModel OR n:Segment OR n:LoyaltyTier OR n:ModelRun RETURN n {.*} AS n,
       [(n)<-[:SCORED_BY|IN_SEGMENT|WAS_IN_SEGMENT]-(c) WHERE c.id = $me | c.id] AS mine`,
    { me },
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(JSON.stringify(rows)).not.toContain(me);
});
