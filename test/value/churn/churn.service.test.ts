import { withdrawConsent } from '../../../src/consent/index.js';
import type { Graph } from '../../../src/graph/graph.js';
import { fixedClock } from '../../../src/kernel/clock.js';
import { erasePerson } from '../../../src/rights/erasure/erase.service.js';
import { sigmoid } from '../../../src/value/churn/logistic.js';
import { memberAt } from '../../../src/value/churn/population.service.js';
import {
  churnJobs,
  explainChurn,
  lastChurn,
  lastDrift,
  lastPropensity,
  scoreChurn,
  trainChurn,
  trainPropensity,
  warningsSince,
  warnOfChurn,
} from '../../../src/value/index.js';
import { clear, emptyGraph, run, servicesOf } from '../../intake/world.js';

/**
 * 400 buyers in 100 tables of four who know each other. Every second table leaves, its four within some weeks; the
 * others go on, each in a rhythm of their own. Every third person buys tea each time.
 */
let graph: Graph;
const NOW = '2026-06-01T00:00:00Z';
const services = (now = NOW) => ({ ...servicesOf(graph), clock: fixedClock(now) });

const WORLD = `
  UNWIND range(0, 399) AS n
  WITH n, n / 4 AS table, 20 + (n * 7) % 29 AS rhythm, datetime('${NOW}') AS now
  WITH *, CASE WHEN table % 2 = 0 THEN 60 + (table * 37 + (n % 4) * 11) % 330 ELSE (n * 5) % rhythm END AS left
  CREATE (c:Customer:Profiled {id: 'c' + n})
  WITH *
  UNWIND range(0, (500 - left) / rhythm) AS k
  WITH c, n, k, now - duration({days: left + k * rhythm, hours: 1}) AS at, 1000 + 100 * (n % 9) AS amountMinor
  CREATE (c)-[:PLACED]->(:Order {id: c.id + '-' + k, at: at, amountMinor: amountMinor, currency: 'CNY'})`;
const AROUND = [
  `MATCH (c:Customer)-[:PLACED]->(o) WITH c, count(o) AS orders, min(o.at) AS first, max(o.at) AS last
   SET c.orders = orders, c.firstOrderAt = first, c.lastOrderAt = last`,
  `MATCH (a:Customer), (b:Customer) WHERE a.id < b.id AND toInteger(substring(a.id, 1)) / 4 = toInteger(substring(b.id, 1)) / 4
   CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5, kinds: ['FAMILY'], since: datetime('2024-01-01')}]->(b)`,
  `CREATE (:Category {id: 'tea', name: 'Tea', nameZh: '茶'})<-[:IN_CATEGORY]-(p:Product {id: 'p'})
   WITH p MATCH (c:Customer)-[:PLACED]->(o) WHERE toInteger(substring(c.id, 1)) % 3 = 0 CREATE (o)-[:CONTAINS {quantity: 1}]->(p)`,
  // c7 unfollowed; c5 logged in long ago
  `MATCH (c:Customer {id: 'c7'}) CREATE (c)-[:DID]->(:Event {key: 'e7', type: 'unfollowed', at: datetime('2026-05-20')})`,
  `MATCH (c:Customer {id: 'c5'}) CREATE (c)-[:DID]->(:Event {key: 'e5', type: 'login', at: datetime('2026-01-20')})`,
];

beforeAll(async () => {
  graph = await emptyGraph();
  await clear(graph);
});
afterAll(() => graph.close());

test('without orders training is refused in words, scoring asks for a model, and the jobs pass over both', async () => {
  await expect(trainChurn(services())).rejects.toMatchObject({
    kind: 'CONFLICT',
    message: expect.stringContaining('at least 50'),
  });
  await expect(scoreChurn(services())).rejects.toMatchObject({
    kind: 'CONFLICT',
    hint: 'train one: guanxi churn train',
  });
  await expect(trainChurn(services(), { horizonDays: 3 })).rejects.toMatchObject({ kind: 'INPUT' });
  for (const { run: job } of churnJobs) await job(services());
  expect(await lastChurn(services())).toBeNull();
  for (const statement of [WORLD, ...AROUND]) await run(graph, statement);
});

test('a training is kept with what it was fitted and measured on, and neighbours help', async () => {
  const { card } = await trainChurn(services());
  expect((await lastChurn(services()))!.card).toEqual(card);
  expect([card.fittedAt, card.measuredAt].map((at) => at.slice(0, 10))).toEqual(['2025-12-02', '2026-03-02']);
  expect(card.leftOut).toEqual(['logins']); // logins are not kept back to then
  expect(card.quality.auc).toBeGreaterThan(0.8);
  expect(card.quality.auc).toBeGreaterThan(card.aucWithoutNetwork!);
  expect(card.coefficients.find(({ name }) => name === 'neighboursShare')!.value).toBeGreaterThan(0);
  for (const { error, pValue } of card.coefficients)
    expect([error > 0, pValue! >= 0 && pValue! <= 1]).toEqual([true, true]);
});

test('scoring tells whoever is still here, and how far they moved; the gone and the refunded lose their score', async () => {
  const drift = await scoreChurn(services());
  expect(await lastDrift(services())).toEqual(drift);
  const [found] = await run(
    graph,
    `MATCH (c:Customer) WHERE c.churnProbability IS NOT NULL
     RETURN count(c) AS scored, min(c.churnProbability) AS least, max(c.churnProbability) AS most, min(c.lastOrderAt) AS last`,
  );
  expect(found!.scored).toBe(drift.customers);
  expect(Number(found!.least)).toBeGreaterThan(0);
  expect(Number(found!.most)).toBeLessThan(1);
  expect(String(found!.last) > '2025-12-02').toBe(true);
  await run(graph, `MATCH (:Customer {id: 'c4'})-[:PLACED]->(o) SET o.refundedAt = o.at`);
  expect((await scoreChurn(services())).customers).toBe(drift.customers - 1);
  expect(await explainChurn(services(), 'c4')).toBeNull();
  await run(graph, `MATCH (:Customer {id: 'c4'})-[:PLACED]->(o) REMOVE o.refundedAt`);
});

test('the parts of an explanation and its base sum to the logit of the probability that is stored', async () => {
  for (const id of ['c1', 'c13', 'c205']) {
    const told = (await explainChurn(services(), id))!;
    const sum = told.parts.reduce((all, { contribution }) => all + contribution, told.base);
    expect(sum).toBeCloseTo(told.logit, 12);
    expect(sigmoid(sum)).toBeCloseTo(told.probability, 12);
    const [stored] = await run(graph, 'MATCH (c:Customer {id: $id}) RETURN c.churnProbability AS p', { id });
    expect(told.probability).toBeCloseTo(stored!.p as number, 9);
    expect(told.whyZh).toMatch(/90 天内不再下单的概率为/);
  }
  await expect(explainChurn(services(), 'nobody')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('warnings are kept from when they began until they end, each with its evidence', async () => {
  const first = await warnOfChurn(services());
  expect(first.looked).toBe(400);
  expect(first.rules.SPEND).toBeGreaterThan(20);
  expect(await warnOfChurn(services())).toMatchObject({ begun: 0, ended: 0, rules: first.rules });
  const of = (customer: string, ended = false) => graph.read('value/churn-warnings', { customer, ended });
  expect(await of('c7')).toMatchObject([
    { rule: 'TOUCHPOINTS', because: ['UNFOLLOWED'], evidence: [{ kind: 'unfollowed', id: 'e7' }] },
  ]);
  expect(await of('c5')).toMatchObject([{ rule: 'SILENCE', because: ['LOGIN'], lastLoginAt: new Date('2026-01-20') }]);
  const [spend] = await graph.read('value/churn-warnings', { rule: 'SPEND', limit: 1 });
  expect(spend!.evidence[0]).toMatchObject({ kind: 'ORDER', amountMinor: expect.any(Number) });
  const began = await warningsSince(services(), new Date(NOW), { limit: 2 });
  expect(began).toHaveLength(2);
  const rest = await warningsSince(services(), new Date(NOW), { after: began[1]!.key });
  expect(began.length + rest.length).toBe(first.begun);
  await run(graph, `MATCH (e:Event {key: 'e7'}) SET e.type = 'followed'`);
  expect(await warnOfChurn(services('2026-06-02T00:00:00Z'))).toMatchObject({ begun: 0, ended: 1 });
  expect(await of('c7')).toEqual([]);
  expect(await of('c7', true)).toMatchObject([{ until: new Date('2026-06-02T00:00:00Z') }]);
});

test('propensity to buy a category is trained likewise, by its id or its name', async () => {
  const { card, scored, category } = await trainPropensity(services(), { category: '茶' });
  expect(category.id).toBe('tea');
  expect(card.quality.auc).toBeGreaterThan(0.9);
  expect((await lastPropensity(services(), 'tea'))!.card).toEqual(card);
  const likely = await graph.read('value/inclined-to', { category: 'tea', limit: 1000 });
  expect(likely).toHaveLength(scored);
  expect(Number(likely[0]!.customerId.slice(1)) % 3).toBe(0);
  await expect(trainPropensity(services(), { category: 'coffee' })).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('who withdrew profiling loses score, warnings and inclinations, is not scored again, nor read as a neighbour', async () => {
  const [both] = await run(
    graph,
    `MATCH (c:Profiled)-[:WARNED]->() WHERE c.churnProbability IS NOT NULL AND EXISTS { (c)-[:INCLINED_TO]->() } RETURN c.id AS id ORDER BY id LIMIT 1`,
  );
  const id = both!.id as string;
  const mate = `c${Math.floor(Number(id.slice(1)) / 4) * 4 + ((Number(id.slice(1)) + 1) % 4)}`;
  const at = new Date('2026-06-01T00:00:00Z');
  expect((await memberAt(graph, mate, at))!.neighbours.count).toBe(3);
  const withdrawal = { customerId: id, purpose: 'profiling', channel: null, via: 'form' } as const;
  await withdrawConsent(services(), { ...withdrawal, at });
  const left = () =>
    run(
      graph,
      `MATCH (c:Customer {id: $id})
       RETURN [key IN keys(c) WHERE key STARTS WITH 'churn'] AS scores, COUNT { (c)-[:WARNED|INCLINED_TO]->() } AS edges`,
      { id },
    );
  expect(await left()).toEqual([{ scores: [], edges: 0 }]);
  await scoreChurn(services());
  await warnOfChurn(services());
  await trainPropensity(services(), { category: 'tea' });
  expect(await left()).toEqual([{ scores: [], edges: 0 }]);
  expect((await memberAt(graph, mate, at))!.neighbours.count).toBe(2);
  expect(await memberAt(graph, id, at)).toBeUndefined();
  await expect(explainChurn(services(), id)).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('an erasure takes warnings and inclinations with the person, and leaves the rules and the category', async () => {
  const counts = () =>
    run(
      graph,
      `RETURN COUNT { (:WarningRule) } AS rules, COUNT { (:Category) } AS categories,
         COUNT { (:Customer)-[:WARNED|INCLINED_TO]->() } AS edges`,
    );
  const [one] = await run(
    graph,
    `MATCH (c:Profiled)-[r:WARNED|INCLINED_TO]->() RETURN c.id AS id, count(r) AS edges LIMIT 1`,
  );
  const [before] = await counts();
  expect(await erasePerson(services(), { customerId: one!.id as string, mode: 'DELETE' })).toMatchObject({
    proved: true,
  });
  expect(await counts()).toEqual([{ ...before, edges: Number(before!.edges) - Number(one!.edges) }]);
});
