import type { Graph } from '../../src/graph/graph.js';
import { type GivenRow, intakeRows, type KindName } from '../../src/intake/index.js';
import { openPerson } from '../../src/security/sealing/person.js';
import { clear, emptyGraph, file, fingerprint, importing, run, servicesOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(async () => {
  await clear(graph);
  await take('customers', [{ id: 'c1', name: 'Li Made-Up', city: 'Suzhou', tier: 'GOLD' }, { id: 'c2' }]);
});
afterAll(() => graph.close());

const take = (kind: KindName, rows: readonly GivenRow[], options = {}) =>
  intakeRows(servicesOf(graph), kind, rows, options);
const order = (id: string, more: GivenRow = {}): GivenRow => ({
  ...{ id, customerId: 'c1', at: '2026-01-02T10:00:00Z', amount: 14.96, currency: 'CNY' },
  ...more,
});

test('rows of a request go in like those of a file, sealed, and twice is no change', async () => {
  expect(await take('orders', [order('o1'), order('o2', { amount: '0.10' })])).toMatchObject({
    created: 2,
    rejected: [],
  });
  const print = await fingerprint(graph);
  expect(await take('orders', [order('o1'), order('o2', { amount: 0.1 })])).toMatchObject({ created: 0, unchanged: 2 });
  expect(await fingerprint(graph)).toBe(print);
  expect(await take('orders', [order('o1', { amount: 20 })])).toMatchObject({ updated: 1 });
  const [c1] = await run(
    graph,
    'MATCH (c:Customer {id: "c1"}) RETURN c.orders AS n, c.spendMinor AS sum, c.keyWrapped AS key, c.sealed AS sealed',
  );
  expect(c1).toMatchObject({ n: 2, sum: 2010 });
  const { vault } = servicesOf(graph);
  expect(openPerson(vault, vault.unwrap(c1!.key as string), c1!.sealed as string).name).toBe('Li Made-Up');
});

test('rows that may not go in are given back by their place with every fault; the others go in', async () => {
  const wrong = { id: 'o2', customerId: 'c9', at: 'yesterday', amount: [1], currency: 'CNY', colour: 'red' };
  const report = await take('orders', [order('o1'), wrong, order('o3', { customerId: 'c8' })]);
  expect(report).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
  expect(report.rejected.map(({ index, faults }) => [index, faults.map(({ column }) => column)])).toEqual([
    [1, ['colour', 'amount', 'at', 'customerId']],
    [2, ['customerId']],
  ]);
  expect(report.rejected[1]!.faults[0]!.reason).toBe(
    'no such customer is known; correct the id, or import customers.csv first',
  );
});

test('1,000 rows are taken in one call, more are refused', async () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => order(`o${n}`));
  expect(await take('orders', rows)).toMatchObject({ created: 1_000 });
  await expect(take('orders', [...rows, order('more')])).rejects.toMatchObject({ kind: 'INPUT' });
});

test('calls at once make each order once and count it once', async () => {
  const rows = Array.from({ length: 50 }, (_, n) => order(`o${n}`));
  const reports = await Promise.all([1, 2, 3].map(() => take('orders', rows)));
  expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(50);
  expect(await run(graph, 'MATCH (c:Customer {id: "c1"}) RETURN c.orders AS n')).toEqual([{ n: 50 }]);
});

test('what is empty leaves what is known, unless it is to clear it; of several rows the last given value counts', async () => {
  const tier = async () => (await run(graph, 'MATCH (c:Customer {id: "c1"}) RETURN c.tier AS t, c.city AS city'))[0];
  await take('customers', [{ id: 'c1', tier: '', city: null }]);
  expect(await tier()).toEqual({ t: 'GOLD', city: 'Suzhou' });
  await take('customers', [
    { id: 'c1', tier: 'SILVER', city: 'Wuxi' },
    { id: 'c1', tier: '' },
    { id: 'c1', tier: 'X' },
  ]);
  expect(await tier()).toEqual({ t: 'X', city: 'Wuxi' });
  await take('customers', [{ id: 'c1', tier: '', city: '' }], { clears: ['tier'] });
  expect(await tier()).toEqual({ t: null, city: 'Wuxi' });
});

test('two lines of one product in an order both count, however often the file comes', async () => {
  await take('orders', [order('o1')]);
  await take('products', [{ id: 'p1', name: 'Noodles' }]);
  const lines = 'orderId,productId,quantity,price\no1,p1,2,7.48\no1,p1,,7.48\no1,p1,1,3.48\n';
  for (const [created, unchanged] of [
    [1, 0],
    [0, 1],
  ])
    expect((await importing(graph, { files: [file('order-lines.csv', lines)] })).files[0]).toMatchObject({
      ...{ rows: 3, created, unchanged, added: 2 },
    });
  expect(await run(graph, 'MATCH ()-[l:CONTAINS]->() RETURN l.quantity AS quantity, l.price AS price')).toEqual([
    { quantity: 4, price: 648 },
  ]);
});

test('of two consent rows of one id the refusal is never lost, whichever comes first and however often', async () => {
  const given = { id: 'e1', customerId: 'c1', purpose: 'marketing', channel: 'SMS', action: 'GIVEN', at: '2026-01-01' };
  const withdrawn = { ...given, action: 'WITHDRAWN', at: '2026-02-01' };
  const events = () => run(graph, 'MATCH (e:ConsentEvent) RETURN e.action AS action ORDER BY action');
  for (const calls of [[[given, withdrawn]], [[withdrawn, given]], [[given], [withdrawn]]]) {
    await clear(graph);
    await take('customers', [{ id: 'c1' }]);
    for (const rows of [...calls, ...calls]) expect((await take('consents', rows)).rejected).toEqual([]);
    expect(await events()).toEqual([{ action: 'GIVEN' }, { action: 'WITHDRAWN' }]);
    expect(await run(graph, 'MATCH ()-[k:CONSENTS_TO]->() RETURN k.key AS key')).toEqual([]);
  }
});

test('a post that gets another author, a product without its category: what a row says otherwise is untied', async () => {
  await take('categories', [{ id: 'g1', name: 'Food' }]);
  await take('products', [{ id: 'p1', name: 'Noodles', categoryId: 'g1' }]);
  await take('posts', [{ id: 't1', customerId: 'c1', productId: 'p1' }]);
  await take('posts', [{ id: 't1', customerId: 'c2' }]);
  await take('products', [{ id: 'p1', name: 'Noodles', categoryId: '' }], { clears: ['categoryId'] });
  const statement = 'MATCH (c)-[:POSTED]->(:Post)-[:ABOUT]->(p) RETURN c.id AS author, p.id AS about';
  expect(await run(graph, statement)).toEqual([{ author: 'c2', about: 'p1' }]);
  expect(await run(graph, 'MATCH (:Product)-[r:IN_CATEGORY]->() RETURN count(r) AS n')).toEqual([{ n: 0 }]);
});

test('a day without a time begins in the time zone of the product', async () => {
  const { settings, ...services } = servicesOf(graph);
  const shanghai = { ...services, settings: { ...settings!, TIME_ZONE: 'Asia/Shanghai' } };
  await intakeRows(shanghai, 'orders', [order('o1', { at: '2026-01-02' })]);
  expect(await run(graph, 'MATCH (o:Order) RETURN toString(o.at) AS at')).toEqual([{ at: '2026-01-01T16:00:00Z' }]);
});
