import type { Graph } from '../../../src/graph/graph.js';
import { intakeRows } from '../../../src/intake/index.js';
import { gradeModel, removeModel, rfmModels, saveModel } from '../../../src/value/rfm/models.service.js';
import { rescoreRfm } from '../../../src/value/rfm/rfm.service.js';
import { clear, emptyGraph } from '../../setup/world.js';
import { AS_OF, build, FIVE, input, run, services } from './rfm.setup.js';

let graph: Graph;
const at = (iso?: string) => services(graph, iso, 'admin');

beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => clear(graph));
afterAll(() => graph.close());

const segments = (property = 'rfmSegment') =>
  run(graph, `MATCH (c:Customer) WHERE c[$property] IS NOT NULL RETURN c.id AS id, c[$property] AS found ORDER BY id`, {
    property,
  });

describe('currencies', () => {
  it('a run in one leaves grades, stays and segments in another alone', async () => {
    await build(graph, FIVE);
    await rescoreRfm(at());
    const before = await run(
      graph,
      `MATCH (c:Customer)-[m]->(s:Segment) RETURN c {.*} AS c, m {.*} AS m, s.id AS s ORDER BY c.id`,
    );
    await build(graph, [input('e1', 3, 1, 100), input('e2', 30, 2, 300), input('c1', 1, 1, 50)], 'EUR');
    const euros = await rescoreRfm(at('2026-01-02T00:00:00Z'), { currency: 'EUR', asOf: AS_OF, segments: 'rpackage' });
    expect(euros).toMatchObject({ scored: 2, cleaned: 0, currency: 'EUR', segments: 'rpackage' });
    const kept = await run(
      graph,
      `MATCH (c:Customer {rfmCurrency: 'CNY'})-[m]->(s:Segment) RETURN c {.*} AS c, m {.*} AS m, s.id AS s ORDER BY c.id`,
    );
    expect(kept).toEqual(before);
    expect(await segments('rfmCurrency')).toHaveLength(7);
  });

  it('where the wanted one has no order any more, only its own grades go', async () => {
    await build(graph, FIVE);
    await build(graph, [input('e1', 3, 1, 100)], 'EUR');
    await rescoreRfm(at(), { currency: 'CNY' });
    await rescoreRfm(at(), { currency: 'EUR' });
    await run(graph, `MATCH (o:Order {currency: 'EUR'}) SET o.refundedAt = datetime()`);
    expect(await rescoreRfm(at(), { currency: 'EUR' })).toMatchObject({ scored: 0, cleaned: 1, currency: null });
    expect(await segments()).toHaveLength(5);
  });
});

it('refunds and negative orders are no purchase: they lower the spend, and neither renew nor count', async () => {
  await build(graph, [input('a', 50, 2, 900), input('b', 20, 1, 400)]);
  await run(
    graph,
    `MATCH (a:Customer {id: 'a'}) CREATE (a)-[:PLACED]->(:Order {id: 'minus', at: datetime('2025-12-31'), amountMinor: -300, currency: 'CNY'}),
       (:Customer:Profiled {id: 'only-back'})-[:PLACED]->(:Order {id: 'back', at: datetime('2025-12-31'), amountMinor: -5, currency: 'CNY'})`,
  );
  expect(await rescoreRfm(at())).toMatchObject({ scored: 2 });
  const [a] = (await graph.read('value/rfm', {})).filter(({ customerId }) => customerId === 'a');
  expect(a).toMatchObject({ daysSince: 50, orders: 2, spendMinor: 600 });
});

it('a shop where four in five bought once is graded without a hole', async () => {
  const once = Array.from({ length: 80 }, (_, n) => input(`o${n}`, n % 40, 1, 100 + n));
  const more = Array.from({ length: 20 }, (_, n) => input(`m${n}`, n, 2 + (n % 4), 500 + n));
  await build(graph, [...once, ...more]);
  expect(await rescoreRfm(at())).toMatchObject({ scored: 100 });
  const rows = await graph.read('value/rfm', { limit: 1000 });
  expect(new Set(rows.map(({ orders, frequency }) => `${Math.min(orders, 2)} ${frequency}`))).toEqual(
    new Set(['1 1', '2 5']),
  );
  expect(rows.filter(({ segment }) => !segment)).toEqual([]);
  const grid = await graph.read('value/rfm/grid', {});
  expect(grid.reduce((sum, { customers }) => sum + customers, 0)).toBe(100);
  expect(grid.every(({ segments: found }) => found.length === 1)).toBe(true);
});

describe('named models', () => {
  const shop = { id: 'shop', name: 'The shop', currency: 'CNY', store: 's1', windowMonths: 24 };
  const tea = {
    id: 'tea',
    name: 'Tea',
    nameZh: '茶',
    currency: 'CNY',
    category: 'k1',
    weights: { recency: 1, frequency: 0, monetary: 1 },
  };

  async function world() {
    await build(graph, FIVE);
    await run(
      graph,
      `CREATE (s:Store {id: 's1'}), (p:Product {id: 'p1'})-[:IN_CATEGORY]->(:Category {id: 'k1'})
       WITH s, p MATCH (o:Order) WHERE o.id IN ['c1-0', 'c2-0', 'c3-0'] CREATE (o)-[:AT_STORE]->(s)
       WITH p, o WHERE o.id = 'c3-0' CREATE (o)-[:CONTAINS {quantity: 1.0, price: 10}]->(p)`,
    );
    await rescoreRfm(at());
  }
  const scored = async (model: string) =>
    (await graph.read('value/rfm/model-scores', { model })).map((row) => [row.customerId, row.orders, row.segment]);

  it('stand side by side with the main one, by own window, store, category and weights', async () => {
    await world();
    const main = await segments();
    expect(await saveModel(at(), shop)).toMatchObject({ id: 'shop', scored: 3, main: false, nameZh: 'The shop' });
    expect(await saveModel(at(), tea)).toMatchObject({ scored: 1, weights: [1, 0, 1], category: 'k1' });
    expect((await scored('shop')).map(([id, orders]) => [id, orders])).toEqual([
      ...[
        ['c3', 1],
        ['c2', 1],
        ['c1', 1],
      ],
    ]);
    expect(await scored('tea')).toEqual([['c3', 1, 'rfm:recent']]);
    expect(await segments()).toEqual(main);
    expect((await rfmModels(at())).map(({ id }) => id)).toEqual(['main:CNY', 'shop', 'tea']);
    expect(await graph.read('value/rfm/shares', { model: 'shop' })).toContainEqual(
      expect.objectContaining({ customers: expect.any(Number), currency: 'CNY' }),
    );
  });

  it('follow orders and what they contain at once, and a removed one takes its grades along', async () => {
    await world();
    await saveModel(at(), shop);
    await saveModel(at(), tea);
    const later = at('2026-01-05T00:00:00Z');
    const order = {
      id: 'n1',
      customerId: 'c5',
      at: '2026-01-04T00:00:00Z',
      amountMinor: 700,
      currency: 'CNY',
      storeId: 's1',
    };
    expect((await intakeRows(later, 'orders', [order])).created).toBe(1);
    expect((await scored('shop'))[0]!.slice(0, 2)).toEqual(['c5', 1]);
    expect((await scored('tea')).map(([id]) => id)).toEqual(['c3']);
    await intakeRows(later, 'order-lines', [{ orderId: 'n1', productId: 'p1', quantity: 2 }]);
    expect((await scored('tea')).map(([id]) => id)).toEqual(['c5', 'c3']);
    await intakeRows(later, 'orders', [{ ...order, refundedAt: '2026-01-05T00:00:00Z' }]);
    expect([(await scored('shop')).length, (await scored('tea')).length]).toEqual([3, 1]);
    await removeModel(later, 'tea');
    expect(await run(graph, `MATCH ()-[s:SCORED_BY]->(m) RETURN DISTINCT m.id AS id`)).toEqual([{ id: 'shop' }]);
    await expect(gradeModel(later, 'tea')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    await expect(removeModel(later, 'main:CNY')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  });

  it('what is wrong with one is named by its field', async () => {
    await expect(saveModel(at(), { id: 'A b', name: '', currency: 'yuan' })).rejects.toMatchObject({
      kind: 'INPUT',
      message: expect.stringMatching(/id: .*; name: .*; currency: /),
    });
  });
});

describe('over time', () => {
  it('the matrix tells who moved between two dates, and the shares what each run held', async () => {
    await build(graph, FIVE);
    await rescoreRfm(at(), { asOf: new Date('2025-12-15T00:00:00Z') });
    await rescoreRfm(at(), { asOf: new Date('2025-12-25T00:00:00Z') });
    await build(graph, [input('new', 0, 1, 9000)]);
    await rescoreRfm(at());
    const asked = { from: new Date('2025-12-20T00:00:00Z'), to: AS_OF };
    const moves = await graph.read('value/rfm/migration', asked);
    const ends = moves.flatMap(({ before, after, customers }) => Array(customers).fill(`${before} → ${after}`));
    expect(ends).toHaveLength(6);
    expect(ends).toContain('null → rfm:potential-loyalists');
    const total = moves.filter(({ before }) => before === 'rfm:cannot-lose').reduce((sum, { share }) => sum + share, 0);
    expect(total).toBeCloseTo(1);
    const shares = await graph.read('value/rfm/shares', {});
    expect([...new Set(shares.map(({ at: when }) => when.toISOString().slice(0, 10)))]).toEqual([
      ...['2025-12-15', '2025-12-25', '2026-01-01'],
    ]);
    const last = shares.slice(-11);
    expect(last.reduce((sum, { customers }) => sum + customers, 0)).toBe(6);
    expect(last.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('segments of a set that is not in force any more end once nobody is in them', async () => {
    await build(graph, FIVE);
    await rescoreRfm(at(), { segments: 'rpackage' });
    expect((await graph.read('value/rfm-segments', {})).map(({ id }) => id)).toContain('rfm:others');
    await rescoreRfm(at());
    const ids = (await graph.read('value/rfm-segments', {})).map(({ id }) => id);
    expect(ids).toHaveLength(11);
    expect(ids).not.toContain('rfm:others');
    expect((await graph.read('value/segments', {})).map(({ id }) => id)).not.toContain('rfm:new');
  });
});
