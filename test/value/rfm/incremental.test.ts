import * as fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import { intakeRows } from '../../../src/intake/index.js';
import { recutRfm } from '../../../src/value/rfm/recut.service.js';
import { cutsFor, quintileCuts } from '../../../src/value/rfm/rfm.js';
import { rescoreRfm } from '../../../src/value/rfm/rfm.service.js';
import { segmentOf } from '../../../src/value/rfm/segment-sets.js';
import { clear, emptyGraph } from '../../setup/world.js';
import { type Frame, figuresOf, gradesIn } from './frame.js';
import { AS_OF, build, FIVE, run, services } from './rfm.setup.js';
import { after, events, history, momentOf, orderOf, type StreamOrder } from './streams.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => clear(graph));
afterAll(() => graph.close());

const SINCE = new Date('2025-01-01T00:00:00Z');
const frameBy = (cuts: Frame['cuts']): Frame => ({ currency: 'CNY', since: SINCE, until: null, asOf: AS_OF, cuts });
const ofCustomer = (orders: Iterable<StreamOrder>, id: string) => [...orders].filter((one) => one.customerId === id);

/** The grades of a customer as a text, or null: the rule alone. */
function graded(orders: Iterable<StreamOrder>, id: string, frame: Frame, now: Date): string | null {
  const figures = figuresOf(ofCustomer(orders, id), frame, now);
  if (!figures) return null;
  const grades = gradesIn(frame, figures);
  return [...grades, segmentOf(grades), figures.days, figures.orders, figures.spendMinor].join(' ');
}

function cutsOf(orders: readonly StreamOrder[]): Frame['cuts'] {
  const none = { recency: [], frequency: [], monetary: [] };
  const ids = [...new Set(orders.map(({ customerId }) => customerId))];
  const all = ids.flatMap((id) => figuresOf(ofCustomer(orders, id), frameBy(none), AS_OF) ?? []);
  const plain = {
    recency: quintileCuts(all.map(({ days }) => days)),
    frequency: quintileCuts(all.map(({ orders: count }) => count)),
    monetary: quintileCuts(all.map(({ spendMinor }) => spendMinor)),
  };
  return cutsFor('type7', plain, 100);
}

test('grading only whom an event touches equals grading everybody anew by the same cuts, on 1,000 streams', () => {
  fc.assert(
    fc.property(history, events, (before, stream) => {
      const orders = new Map(before.map((row, n) => [`h${n}`, orderOf(row, `h${n}`)]));
      const frame = frameBy(cutsOf([...orders.values()]));
      const ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
      const now = momentOf(stream.length);
      const grades = new Map(ids.map((id) => [id, graded(orders.values(), id, frame, now)]));
      stream.forEach((event, place) => {
        const { order, touched } = after(orders, event, place);
        orders.set(order.id, order);
        for (const id of touched) grades.set(id, graded(orders.values(), id, frame, now));
      });
      for (const id of ids) expect(grades.get(id)).toBe(graded(orders.values(), id, frame, now));
    }),
    { numRuns: 1000 },
  );
});

const send = (order: StreamOrder, at: Date) =>
  intakeRows(services(graph, at.toISOString(), 'admin'), 'orders', [order as never]);

async function stored(): Promise<Map<string, string>> {
  const rows = await run(
    graph,
    `MATCH (c:Customer)-[:IN_SEGMENT]->(s:Segment {kind: 'RFM'}) WHERE c.rfmSegment = s.id
     RETURN c.id AS id, [c.recency, c.frequency, c.monetary, s.id, c.rfmDays, c.rfmOrders, c.rfmSpendMinor] AS found ORDER BY id`,
  );
  return new Map(rows.map(({ id, found }) => [id as string, (found as unknown[]).join(' ')]));
}

test('orders, late orders, refunds and new buyers move grades at once, as grading everybody anew by the same cuts would', async () => {
  const longer = fc.tuple(events, events).map((parts) => parts.flat());
  const streams = fc.asyncProperty(history, longer, async (before, stream) => {
    await clear(graph);
    await run(graph, `UNWIND range(1, 6) AS n CREATE (:Customer:Profiled {id: 'c' + n})`);
    const orders = new Map(before.map((row, n) => [`h${n}`, orderOf(row, `h${n}`)]));
    await intakeRows(services(graph, AS_OF.toISOString(), 'admin'), 'orders', [...orders.values()] as never);
    await rescoreRfm(services(graph), { currency: 'CNY' });
    const [cuts] = await run(graph, `MATCH (m:RfmModel {id: 'main:CNY'}) RETURN m {.*} AS m`);
    if (!cuts) return; // nobody bought in CNY: no cuts to grade by
    const frame = frameBy(cutsOf([...orders.values()]));
    for (const [place, event] of stream.entries()) {
      const { order } = after(orders, event, place);
      orders.set(order.id, order);
      expect((await send(order, momentOf(place))).rejected).toEqual([]);
    }
    const now = momentOf(stream.length);
    const expected = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].flatMap((id) => {
      const found = graded(orders.values(), id, frame, now);
      return found === null ? [] : [[id, found] as const];
    });
    expect([...(await stored())]).toEqual(expected);
  });
  await fc.assert(streams, { numRuns: Number(process.env.STREAMS ?? 5), endOnFailure: true });
});

test('a move keeps the stay before it, and the daily job cuts anew', async () => {
  await build(graph, FIVE);
  await rescoreRfm(services(graph));
  const order = { id: 'n1', customerId: 'c5', at: momentOf(-1), amountMinor: 100, currency: 'CNY', refundedAt: null };
  await send(order, momentOf(0));
  const stays = () =>
    run(
      graph,
      `MATCH (:Customer {id: 'c5'})-[stay:IN_SEGMENT|WAS_IN_SEGMENT]->(s)
       RETURN s.id AS segment, stay.because AS because, stay.left AS left ORDER BY stay.since`,
    );
  expect(await stays()).toEqual([
    { segment: 'rfm:cannot-lose', because: 'R1 F5 M5', left: 'REGRADED' },
    { segment: 'rfm:champions', because: 'R5 F5 M5', left: null },
  ]);
  const later = services(graph, '2026-02-01T00:00:00Z');
  expect(await recutRfm(later)).toMatchObject({ models: 1, scored: 5 });
  const [model] = await graph.read('value/steps/rfm/models', { id: 'main:CNY' });
  expect(model).toMatchObject({ asOf: later.clock.now(), scored: 5, windowMonths: 12, segmentSet: 'grid' });
  await send({ ...order, refundedAt: later.clock.now() }, later.clock.now());
  expect((await graph.read('value/rfm', {})).find(({ customerId }) => customerId === 'c5')).toMatchObject({
    orders: 5,
  });
});

test('who has nothing left but refunds loses the grade at once', async () => {
  await build(graph, FIVE);
  await rescoreRfm(services(graph));
  await send(
    { id: 'c1-0', customerId: 'c1', at: momentOf(-30), amountMinor: 100, currency: 'CNY', refundedAt: momentOf(0) },
    momentOf(0),
  );
  const [left] = await run(
    graph,
    `MATCH (c:Customer {id: 'c1'}) OPTIONAL MATCH (c)-[stay:WAS_IN_SEGMENT|IN_SEGMENT]->(s:Segment)
     RETURN c.rfmSegment AS segment, c.recency AS recency, collect([type(stay), s.id, stay.left]) AS stays`,
  );
  expect(left).toEqual({ segment: null, recency: null, stays: [['WAS_IN_SEGMENT', 'rfm:recent', 'NO_PURCHASE']] });
});
