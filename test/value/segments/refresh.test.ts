import * as fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import { intakeRows, type KindName } from '../../../src/intake/index.js';
import { noteScoreRun } from '../../../src/scores/index.js';
import type { Services } from '../../../src/security/index.js';
import { segmentMoves } from '../../../src/value/index.js';
import { refreshSegment, refreshSegments } from '../../../src/value/segments/refresh.service.js';
import { saveSegment } from '../../../src/value/segments/segments.service.js';
import { emptyGraph, NOW, run, servicesWith } from '../../setup/world.js';
import { CHANGES, type Change, RULES } from './changes.js';

const DAY = 86_400_000;
let graph: Graph;
let now = new Date(NOW).getTime();
const services = (): Services => servicesWith(graph, { now: new Date(now).toISOString() });

beforeAll(async () => {
  graph = await emptyGraph();
  const ids = Array.from({ length: 24 }, (_, n) => `c${n}`);
  await take(
    'customers',
    ids.map((id, n) => ({ id, city: n % 2 ? '成都' : '北京', joinedAt: day(n * 9), tier: n % 3 ? 'gold' : 'silver' })),
  );
  await take(
    'categories',
    ['g0', 'g1'].map((id) => ({ id, name: id })),
  );
  await take(
    'products',
    ['p0', 'p1', 'p2'].map((id, n) => ({ id, name: id, categoryId: `g${n % 2}` })),
  );
  await take(
    'interests',
    ['i0', 'i1'].map((id) => ({ id, name: id })),
  );
  await take(
    'consents',
    ids.filter((_, n) => n % 6 < 5).map((id) => consent(id, 'profiling', 'GIVEN')),
  );
  await take(
    'ties',
    ids.slice(1).map((id, n) => ({ fromId: ids[n]!, toId: id, kind: 'FAMILY_OF', closeness: ((n * 7) % 10) / 10 })),
  );
  await run(
    graph,
    `UNWIND range(0, 23) AS n MATCH (c:Profiled {id: 'c' + n}) MERGE (k:Community {id: 'k' + (n % 3)}) SET k.size = 6 CREATE (c)-[:MEMBER_OF]->(k)`,
  );
  for (const [n, rule] of RULES.entries()) await saveSegment(services(), { id: `s${n}`, name: `s${n}`, rule });
  await refreshSegments(services());
});
afterAll(() => graph.close());

const day = (ago: number) => new Date(now - ago * DAY).toISOString();
let next = 0;
const consent = (customerId: string, purpose: string, action: string, until?: string) => ({
  ...{ id: `e${next++}`, customerId, purpose, action, at: new Date(now + next).toISOString(), until },
});

async function take(kind: KindName, rows: Record<string, unknown>[]): Promise<void> {
  const { rejected } = await intakeRows(services(), kind, rows);
  expect(rejected).toEqual([]);
}

/** Makes a change the way the product makes it. */
async function apply(change: Change): Promise<void> {
  const { who, other, what, days } = change;
  const id = `c${who}`;
  switch (change.kind) {
    case 'order':
      await take('orders', [
        { id: `o${next}`, customerId: id, at: day(days), amountMinor: 100 * days, currency: 'CNY' },
      ]);
      return take('order-lines', [{ orderId: `o${next++}`, productId: `p${what}`, quantity: 1 }]);
    case 'event':
      return take('events', [
        { source: 's', id: `v${next++}`, type: what ? 'login' : 'view', at: day(days), customerId: id },
      ]);
    case 'city':
      return take('customers', [{ id, city: ['成都', '北京', '上海'][what], joinedAt: day(days) }]);
    case 'tie':
      if (who === other) return;
      return take('ties', [
        { fromId: id, toId: `c${other}`, kind: what ? 'FOLLOWS' : 'REFERRED', closeness: days / 60, at: day(days) },
      ]);
    case 'interest':
      return take('customer-interests', [{ customerId: id, interestId: `i${what % 2}`, weight: days / 60 }]);
    case 'consent':
      return take('consents', [
        what === 0
          ? consent(id, 'marketing', 'GIVEN', day(-days))
          : consent(id, what === 1 ? 'profiling' : 'marketing', other % 2 ? 'GIVEN' : 'WITHDRAWN'),
      ]);
    case 'goods':
      return take('products', [{ id: `p${what}`, name: 'p', categoryId: `g${who % 2}` }]);
    case 'scores':
      await run(
        graph,
        `MATCH (c:Profiled {id: $id}) SET c.roles = $roles, c.lifecycle = $stage, c.rfmSegment = $segment`,
        {
          ...{ id, roles: what ? ['KOL'] : [], stage: ['new', 'dormant', 'stable'][what] },
          segment: ['rfm:champions', 'rfm:lost', null][what],
        },
      );
      for (const one of ['analysis', 'lifecycle', 'rfm'] as const) await noteScoreRun(services(), one);
      return;
    case 'time':
      now += days * DAY * 0.4;
  }
}

test('after a refresh of who changed, a look at everybody finds nobody to move, whatever changed and however time passed', async () => {
  let narrow = 0;
  const held = fc.asyncProperty(fc.array(CHANGES, { minLength: 3, maxLength: 6 }), async (changes) => {
    for (const change of changes) await apply(change);
    now += 5 * 60_000;
    const done = await refreshSegments(services());
    narrow += done.filter(({ looked }) => looked !== null).length;
    for (const [n, rule] of RULES.entries()) {
      const { entered, left } = await refreshSegment(services(), `s${n}`);
      expect({ rule, changes, entered, left }).toEqual({ rule, changes, entered: 0, left: 0 });
    }
  });
  await fc.assert(held, { numRuns: Number(process.env.CHANGES ?? 4), endOnFailure: true });
  expect(narrow).toBeGreaterThan(0);
});

test('nothing changed, nobody is looked at; one who changed is, with those who know them', async () => {
  await refreshSegments(services());
  now += 2 * 60_000;
  expect((await refreshSegments(services())).map(({ looked }) => looked)).toEqual(RULES.map(() => 0));
  await apply({ kind: 'city', who: 3, other: 0, what: 2, days: 1 });
  const looked = (await refreshSegments(services())).map((one) => one.looked!);
  expect(looked[0]).toBe(1);
  expect(Math.max(...looked)).toBeGreaterThan(1);
  expect(await run(graph, 'MATCH (n:Changed|Refreshing) RETURN n')).toEqual([]);
});

test('who entered and left since a time is told in the order of moves', async () => {
  const since = new Date(now);
  now += DAY;
  await apply({ kind: 'city', who: 4, other: 0, what: 0, days: 1 });
  await refreshSegments(services());
  now += DAY;
  await apply({ kind: 'city', who: 4, other: 0, what: 2, days: 1 });
  await refreshSegments(services());
  const moves = await segmentMoves(services(), { segments: ['s0'], since });
  expect(moves.map(({ customerId, move, because }) => [customerId, move, because])).toEqual([
    ['c4', 'ENTERED', 'MEETS_RULE'],
    ['c4', 'LEFT', 'NO_LONGER_MET'],
  ]);
  expect(await segmentMoves(services(), { segments: ['s0'], since, after: moves[0]!.key })).toEqual(moves.slice(1));
});
