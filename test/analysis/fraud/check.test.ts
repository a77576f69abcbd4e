import { resolvers } from '../../../src/analysis/fraud/resolvers.js';
import { checkReferrals, fraudQuality, reviewReward } from '../../../src/analysis/index.js';
import type { ApiContext } from '../../../src/api/context.js';
import { type Graph, openGraph } from '../../../src/graph/graph.js';
import { migrate } from '../../../src/graph/migrations.js';
import type { Role } from '../../../src/kernel/role.js';
import { recordConsent, withdrawConsent } from '../../../src/privacy/index.js';
import { run, servicesAt } from '../../privacy/world.js';
import { testDatabase } from '../../setup/database.js';
import { type FraudWorld, writeFraudWorld } from './world.js';

let graph: Graph;
const NOW = '2026-06-01T00:00:00Z';
const check = (options = {}) => checkReferrals(servicesAt(graph, NOW), options);
const about = (rows: readonly { customerId: string; strength: number; family: boolean }[]) =>
  Object.fromEntries(rows.map(({ customerId, strength, family }) => [customerId, family ? 'family' : strength]));
const held = async () => (await graph.read('analysis/fraud-held', {})).map(({ customerId }) => customerId).sort();
const world = (given: FraudWorld) => writeFraudWorld(graph, given);

beforeAll(async () => {
  graph = openGraph(testDatabase());
  await run(graph, 'MATCH (n) DETACH DELETE n');
  await migrate(graph);
});

afterAll(() => graph.close());

describe('each signal', () => {
  test('shared identity: payment, device, address count; a phone does not, nor does a relative', async () => {
    await world({
      referrals: [...'ace'].map((from, n) => [from, 'bdf'[n]!, 100 * n] as const),
      shared: [
        ['PAYMENT', 'a', 'b'],
        ['ADDRESS', 'a', 'b'],
        ['PHONE', 'c', 'd'],
        ['DEVICE', 'e', 'x', 'f'],
      ],
      family: [
        ['e', 'r'],
        ['r', 'f'],
      ],
    });
    const rows = await graph.read('analysis/fraud-shared', {});
    const both = expect.closeTo(1 - 0.1 * 0.6, 9);
    expect(about(rows)).toEqual({ a: both, b: both, e: 'family', f: 'family' });
    expect(rows.find(({ customerId }) => customerId === 'a')!.why).toBe(
      'referral between accounts with the same payment account and address',
    );
    expect(about(await graph.read('analysis/fraud-shared', { household: 2 }))).toMatchObject({ e: 0.8, f: 0.8 });
  });

  test('cycle of any length from three, reciprocal, and neither in a tree', async () => {
    const circle = Array.from({ length: 12 }, (_, n) => [`c${n}`, `c${(n + 1) % 12}`, 1000 * n] as const);
    await world({
      referrals: [...circle, ['c0', 'leaf', 1], ['a', 'b', 1], ['b', 'a', 500], ['p', 'q', 1], ['p', 'r', 900]],
    });
    await check();
    const rows = await graph.read('analysis/fraud-accounts', { minScore: 1 });
    const having = (name: string) =>
      rows
        .filter(({ signals }) => signals.includes(name))
        .map((r) => r.customerId)
        .sort();
    expect(having('CYCLE')).toEqual(circle.map(([id]) => id).sort());
    expect(having('RECIPROCAL')).toEqual(['a', 'b']);
    expect(rows.map(({ customerId }) => customerId)).not.toEqual(expect.arrayContaining(['p']));
  });

  test('star whose accounts do nothing after their first week; active ones and young ones make none', async () => {
    const star = (hub: string, hours: number) => [1, 2, 3, 4].map((n) => [hub, `${hub}${n}`, hours + 200 * n] as const);
    await world({
      referrals: [...star('idle', 0), ...star('busy', 0), ...star('young', 24 * 145)],
      orders: [1, 2, 3, 4].flatMap((n) => [[`idle${n}`, 200 * n + 1] as const, [`busy${n}`, 200 * n + 500] as const]),
    });
    const rows = await graph.read('analysis/fraud-stars', { asOf: new Date(NOW) });
    expect(about(rows)).toEqual({ idle: 1 });
    expect(rows[0]!.why).toBe('brought 4 accounts of which 0 did anything after their first week');
  });

  test('burst within 72 hours, by a hub or along a chain', async () => {
    await world({
      referrals: [
        ['h', 'h1', 0],
        ['h', 'h2', 40],
        ['h', 'h3', 72],
        ['x', 'y', 0],
        ['y', 'z', 60],
        ['s', 's1', 0],
        ['s', 's2', 73],
      ],
    });
    expect(about(await graph.read('analysis/fraud-bursts', {}))).toEqual({ h: 0.75, y: 0.5 });
    expect(about(await graph.read('analysis/fraud-bursts', { hours: 73 }))).toMatchObject({ s: 0.5 });
  });

  test('orders refunded after the reward, as a share; refunds before it and later orders do not count', async () => {
    await world({
      referrals: [
        ['a', 'b', 10],
        ['c', 'd', 10],
        ['e', 'f', 10, 'JOINED'],
        ['g', 'h', 10],
      ],
      orders: [
        ['b', 12, 200],
        ['b', 400],
        ['d', 5, 2],
        ['f', 12, 200],
        ['h', 12],
        ['h', 2000, 50],
      ],
    });
    const rows = await graph.read('analysis/fraud-refunds', {});
    expect(about(rows)).toEqual({ a: 0.5, b: 0.5 });
    expect(rows[0]!.why).toContain('1 of 2 orders');
  });

  test('invented ties: one side only between accounts made together, and ties without interaction', async () => {
    await world({
      referrals: [],
      follows: [
        ['a', 'b', 0],
        ['a', 'c', 0],
        ['a', 'd', 0],
        ['e', 'f', 9],
        ['f', 'e', 9],
        ['g', 'a', 5],
      ],
      joined: { a: 0, b: 1, c: 2, d: 23, e: 0, f: 1, g: 900 },
    });
    const third = expect.closeTo(1 / 3, 9);
    expect(about(await graph.read('analysis/fraud-one-sided', {}))).toEqual({ a: 1, b: third, c: third, d: third });
    expect(about(await graph.read('analysis/fraud-silent', {}))).toEqual({ a: 0.75 });
  });
});

/** Five accounts in a circle within two days on one payment account, each with one order refunded a week later; e0 also brought a friend. */
const RING: FraudWorld = {
  referrals: [
    ...[0, 1, 2, 3, 4].map((n) => [`e${n}`, `e${(n + 1) % 5}`, 10 * n] as const),
    ['e0', 'friend', 900],
    ['k', 'l', 0],
  ],
  shared: [['PAYMENT', 'e0', 'e1', 'e2', 'e3', 'e4']],
  orders: [...[0, 1, 2, 3, 4].map((n) => [`e${n}`, 10 * n + 1, 170] as const), ['l', 5], ['friend', 1500]],
};

/** A household of four on one address, device and payment account who brought each other in a day, both ways and round; one order refunded. */
const HOUSEHOLD: FraudWorld = {
  referrals: [
    ['ma', 'pa', 1],
    ['pa', 'kid', 2],
    ['kid', 'ma', 3],
    ['pa', 'ma', 4],
    ['kid', 'gran', 5],
  ],
  shared: ['ADDRESS', 'DEVICE', 'PAYMENT'].map((kind) => [kind, 'ma', 'pa', 'kid', 'gran'] as const),
  family: [
    ['ma', 'pa'],
    ['ma', 'kid'],
    ['kid', 'gran'],
  ],
  orders: [
    ['ma', 2, 100],
    ['pa', 2, 100],
    ['kid', 3],
    ['gran', 3],
  ],
};

describe('a check', () => {
  test('holds what a ring would earn, with reasons, names the ring, and releases what is not suspicious', async () => {
    await world(RING);
    const lines: string[] = [];
    const report = await checkReferrals(servicesAt(graph, NOW), { rewardMinor: 2000, currency: 'CNY' }, (l) =>
      lines.push(l),
    );
    expect(report).toMatchObject({ suspicious: 5, rings: 1, rewarded: 7, held: 6, released: 1 });
    expect(lines).toContain('cycle: 5 accounts');
    const [ring, ...more] = await graph.read('analysis/fraud-rings', {});
    expect(more).toEqual([]);
    expect(ring).toMatchObject({ size: 5, members: ['e0', 'e1', 'e2', 'e3', 'e4'], held: 6 });
    expect(ring!.why).toContain('CYCLE (5)');
    const [first] = await graph.read('analysis/fraud-held', {});
    expect(first).toMatchObject({ amountMinor: 2000, currency: 'CNY', ring: ring!.ringId });
    expect(first!.reasons).toContain('part of a closed circle of 5 accounts that referred each other');
    for (const reason of first!.reasons) expect(reason).not.toMatch(/e\d|friend/);
    const picture = await graph.picture('analysis/fraud-rings.picture', {});
    expect(picture.nodes).toHaveLength(6);
    expect(picture.ties).toHaveLength(10);
  });

  test('a second run changes nothing', async () => {
    expect(await check()).toMatchObject({ changed: 0, rewarded: 0, held: 0, released: 0, suspicious: 5 });
  });

  test('a household that shares everything and brought each other is not held', async () => {
    await world(HOUSEHOLD);
    const report = await check();
    expect(report).toMatchObject({ suspicious: 0, rings: 0, held: 0, rewarded: 5 });
    expect(await graph.read('analysis/fraud-accounts', { minScore: 30 })).toEqual([]);
    expect((await graph.read('analysis/fraud-shared', {})).every(({ family }) => family)).toBe(true);
    expect(await held()).toEqual([]);
  });

  test('one signal alone holds nothing', async () => {
    await world({
      referrals: [['a', 'b', 0]],
      shared: [
        ['PAYMENT', 'a', 'b'],
        ['DEVICE', 'a', 'b'],
      ],
    });
    expect(await check()).toMatchObject({ accounts: 2, suspicious: 0, held: 0, released: 1 });
  });

  test('what was released by itself is held again when signs show later; scores go when they are gone', async () => {
    const { orders: _orders, ...before } = RING;
    await world({ ...before, referrals: [['a', 'b', 0]], shared: [['PAYMENT', 'a', 'b']], orders: [['b', 5]] });
    expect(await check()).toMatchObject({ released: 1 });
    await run(graph, "MATCH (o:Order) SET o.refundedAt = datetime('2026-02-01')");
    expect(await check()).toMatchObject({ suspicious: 2, held: 1 });
    expect((await graph.read('analysis/fraud-held', {}))[0]!.releasedAt).toEqual(new Date(NOW));
    await run(graph, 'MATCH (:Customer)-[r:REFERRED]->() DELETE r');
    expect(await check()).toMatchObject({ suspicious: 0, changed: 2 });
    expect(await held()).toEqual(['a']);
  });

  test('looks at nobody without consent to profiling: their reward waits, unchecked', async () => {
    await world(RING);
    await run(graph, 'MATCH (c:Customer) WHERE c.id IN ["e0", "k"] REMOVE c:Profiled');
    expect(await check()).toMatchObject({ suspicious: 4, rewarded: 7 });
    expect(await held()).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(
      await run(graph, 'MATCH (c)-[:EARNED]->(r) WHERE r.checkedAt IS NULL RETURN c.id AS id, r.status AS s'),
    ).toEqual(
      expect.arrayContaining([
        { id: 'e0', s: 'PENDING' },
        { id: 'k', s: 'PENDING' },
      ]),
    );
    const [ring] = await graph.read('analysis/fraud-rings', {});
    expect(ring!.members).not.toContain('e0');
    expect((await graph.read('analysis/fraud-held', {})).map((r) => r.referredId)).not.toContain('e0');
  });

  test('one at a time, and wrong settings are named', async () => {
    const both = await Promise.allSettled([check(), check()]);
    expect(both.filter((r) => r.status === 'rejected').map((r) => (r as PromiseRejectedResult).reason.kind)).toEqual([
      'BUSY',
    ]);
    await expect(check({ threshold: 10 })).rejects.toMatchObject({
      kind: 'INPUT',
      message: expect.stringContaining('threshold'),
    });
  });
});

test('rewards of a file take the place of made ones, and only the roles that may check, review or count', async () => {
  await world({ referrals: [['a', 'b', 0]] });
  await run(
    graph,
    'MATCH (a {id: "a"}), (b {id: "b"}) CREATE (a)-[:EARNED]->(:Reward {id: "w", status: "PENDING", at: datetime("2026-01-02")})-[:FOR_REFERRAL_OF]->(b)',
  );
  expect(await check()).toMatchObject({ rewarded: 0, released: 1 });
  await world({ referrals: [['a', 'b', 0]] });
  expect(await check({ makeRewards: false })).toMatchObject({ rewarded: 0, released: 0 });
  const as = (role: Role) => ({ services: servicesAt(graph, NOW, role) }) as ApiContext;
  const args = { reward: 'w', decision: 'RELEASED', reason: 'a friend' };
  expect(() => resolvers.Mutation.reviewReward(null, args, as('analyst'))).toThrow('may not');
  expect(() => resolvers.Mutation.reviewReward(null, { ...args, reason: '' }, as('marketer'))).toThrow('reason');
  expect(() => resolvers.Mutation.checkReferrals(null, {}, as('marketer'))).toThrow('may not');
  expect(() => resolvers.Query.fraudQuality(null, {}, as('privacy-officer'))).toThrow('may not');
  expect(() => resolvers.Query.fraudQuality(null, { threshold: 0 }, as('analyst'))).toThrow('threshold');
});

describe('a review', () => {
  const decide = (reward: string, decision: 'RELEASED' | 'REFUSED', reason = 'looked at the accounts') =>
    reviewReward(servicesAt(graph, NOW), { reward, decision, reason });

  beforeAll(async () => {
    await world(RING);
    await check();
  });

  test('tells nothing before anything was reviewed', async () => {
    expect(await fraudQuality(servicesAt(graph), 50)).toMatchObject({ reviewed: 0, precision: null, recall: null });
  });

  test('decides, leaves its trace, and is safe to repeat; another decision is refused', async () => {
    const reward = await decide('referral:e1|e2', 'REFUSED');
    expect(reward).toMatchObject({ status: 'REFUSED', reviewedBy: 'test-admin', reason: 'looked at the accounts' });
    expect(await decide('referral:e1|e2', 'REFUSED', 'again')).toEqual(reward);
    await expect(decide('referral:e1|e2', 'RELEASED')).rejects.toMatchObject({ kind: 'CONFLICT' });
    await expect(decide('nothing', 'RELEASED')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    expect(
      await run(graph, 'MATCH (a:AuditEntry) RETURN a.action AS action, a.viewer AS viewer, a.customers AS customers'),
    ).toEqual([{ action: 'REWARD_REFUSED', viewer: 'test-admin', customers: ['e1', 'e2'] }]);
    expect(await check()).toMatchObject({ held: 0, changed: 0 });
  });

  test('feeds precision and recall', async () => {
    await decide('referral:e2|e3', 'REFUSED');
    await decide('referral:e0|friend', 'RELEASED', 'a real friend');
    expect(await fraudQuality(servicesAt(graph), 50)).toEqual({
      reviewed: 3,
      truePositives: 2,
      falsePositives: 1,
      falseNegatives: 0,
      trueNegatives: 0,
      precision: 2 / 3,
      recall: 1,
    });
    expect(await fraudQuality(servicesAt(graph), 100)).toMatchObject({ precision: null, recall: 0, falseNegatives: 2 });
  });

  test('withdrawing profiling takes the score and the place in the ring; the reward keeps its reasons, which name nobody', async () => {
    const services = servicesAt(graph, NOW);
    const profiling = { customerId: 'e3', purpose: 'profiling' as const, channel: 'ALL' as const, via: 'form' };
    await recordConsent(services, { ...profiling, at: new Date('2026-03-01') });
    await withdrawConsent(services, { ...profiling, at: new Date('2026-03-02') });
    const [left] = await run(
      graph,
      'MATCH (c {id: "e3"})-[:EARNED]->(r) RETURN keys(c) AS keys, r.status AS status, r.reasons AS reasons',
    );
    expect((left!.keys as string[]).filter((key) => key.startsWith('fraud'))).toEqual([]);
    expect(left).toMatchObject({
      status: 'HELD',
      reasons: expect.arrayContaining([expect.stringContaining('closed circle')]),
    });
    expect((await graph.read('analysis/fraud-rings', {}))[0]!.members).not.toContain('e3');
  });
});
