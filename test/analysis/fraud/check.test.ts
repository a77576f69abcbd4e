import { resolvers } from '../../../src/analysis/fraud/resolvers.js';
import { checkReferrals, fraudQuality, reviewReward } from '../../../src/analysis/index.js';
import { operationsOf } from '../../../src/api/gate/operations.js';
import { recordConsent, withdrawConsent } from '../../../src/consent/index.js';
import { readTold } from '../../../src/insight/index.js';
import type { Role } from '../../../src/kernel/role.js';
import type { ApiContext } from '../../../src/security/services.js';
import { run, servicesAt } from '../../consent/world.js';
import { HOUSEHOLD, RING } from './rings.js';
import { fraudGraph, NOW } from './world.js';

const fraud = fraudGraph();
const { world } = fraud;
/** All that a check may do with rewards. */
const ALL = { makeRewards: true, releaseRewards: true };
const check = (options = {}) => checkReferrals(servicesAt(fraud.graph, NOW), { ...ALL, ...options });
const held = async () => (await fraud.graph.read('fraud/held', {})).map(({ customerId }) => customerId).sort();

describe('a check', () => {
  test('holds what a ring would earn, with reasons, names the ring, and releases what is not suspicious', async () => {
    await world(RING);
    const lines: string[] = [];
    const asked = { ...ALL, rewardMinor: 2000, currency: 'CNY' };
    const report = await checkReferrals(servicesAt(fraud.graph, NOW), asked, (line) => lines.push(line));
    expect(report).toMatchObject({ suspicious: 5, rings: 1, rewarded: 7, held: 6, released: 1 });
    expect(lines).toContain('cycle: 5 accounts');
    const [ring, ...more] = await readTold(fraud.graph, 'fraud/rings', {});
    expect(more).toEqual([]);
    expect(ring).toMatchObject({ size: 5, members: ['e0', 'e1', 'e2', 'e3', 'e4'], held: 6 });
    expect(ring!.why).toContain('CYCLE (5)');
    const [first] = await fraud.graph.read('fraud/held', {});
    expect(first).toMatchObject({ amountMinor: 2000, currency: 'CNY', ring: ring!.ringId });
    expect(first!.reasons).toContain('part of a closed circle of 5 accounts that referred each other');
    expect(first!.reasonsZh).toContain('处于 5 个账户互相推荐的闭环中');
    for (const reason of first!.reasons) expect(reason).not.toMatch(/e\d|friend/);
    const picture = await fraud.graph.picture('fraud/rings.picture', {});
    expect(picture.nodes).toHaveLength(6);
    expect(picture.ties).toHaveLength(10);
  });

  test('a second run changes nothing', async () => {
    expect(await check()).toMatchObject({ changed: 0, rewarded: 0, held: 0, released: 0, suspicious: 5 });
  });

  test('makes and releases rewards only when asked to, and holds them unless told not to', async () => {
    await world(RING);
    const only = (options: object) => checkReferrals(servicesAt(fraud.graph, NOW), options);
    expect(await only({})).toMatchObject({ suspicious: 5, rewarded: 0, held: 0, released: 0 });
    expect(await only({ makeRewards: true, holdRewards: false })).toMatchObject({ rewarded: 7, held: 0, released: 0 });
    expect(await only({})).toMatchObject({ rewarded: 0, held: 6, released: 0 });
    expect(await only({ releaseRewards: true })).toMatchObject({ rewarded: 0, held: 0, released: 1 });
  });

  test('a household that shares everything and brought each other is not held', async () => {
    await world(HOUSEHOLD);
    const report = await check();
    expect(report).toMatchObject({ suspicious: 0, rings: 0, held: 0, rewarded: 5 });
    expect(await fraud.graph.read('fraud/accounts', { minScore: 30 })).toEqual([]);
    expect((await fraud.graph.read('fraud/shared', {})).every(({ family }) => family)).toBe(true);
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
    await run(fraud.graph, "MATCH (o:Order) SET o.refundedAt = datetime('2026-02-01')");
    expect(await check()).toMatchObject({ suspicious: 2, held: 1 });
    expect((await fraud.graph.read('fraud/held', {}))[0]!.releasedAt).toEqual(new Date(NOW));
    await run(fraud.graph, 'MATCH (:Customer)-[r:REFERRED]->() DELETE r');
    expect(await check()).toMatchObject({ suspicious: 0, changed: 2 });
    expect(await held()).toEqual(['a']);
  });

  test('looks at nobody without consent to profiling: their reward waits, unchecked', async () => {
    await world(RING);
    await run(fraud.graph, 'MATCH (c:Customer) WHERE c.id IN ["e0", "k"] REMOVE c:Profiled');
    expect(await check()).toMatchObject({ suspicious: 4, rewarded: 7 });
    expect(await held()).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(
      await run(fraud.graph, 'MATCH (c)-[:EARNED]->(r) WHERE r.checkedAt IS NULL RETURN c.id AS id, r.status AS s'),
    ).toEqual(
      expect.arrayContaining([
        { id: 'e0', s: 'PENDING' },
        { id: 'k', s: 'PENDING' },
      ]),
    );
    const [ring] = await fraud.graph.read('fraud/rings', {});
    expect(ring!.members).not.toContain('e0');
    expect((await fraud.graph.read('fraud/held', {})).map((r) => r.referredId)).not.toContain('e0');
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
    fraud.graph,
    'MATCH (a {id: "a"}), (b {id: "b"}) CREATE (a)-[:EARNED]->(:Reward {id: "w", status: "PENDING", at: datetime("2026-01-02")})-[:FOR_REFERRAL_OF]->(b)',
  );
  expect(await check()).toMatchObject({ rewarded: 0, released: 1 });
  await world({ referrals: [['a', 'b', 0]] });
  expect(await check({ makeRewards: false })).toMatchObject({ rewarded: 0, released: 0 });
  const as = (role: Role) => ({ services: servicesAt(fraud.graph, NOW, role) }) as ApiContext;
  const args = { reward: 'w', decision: 'RELEASED', reason: 'a friend' };
  expect(() => resolvers.Mutation.reviewReward(null, { ...args, reason: '' }, as('marketer'))).toThrow('reason');
  expect(() => resolvers.Query.fraudQuality(null, { threshold: 0 }, as('analyst'))).toThrow('threshold');
  const rolesOf = (name: string) => operationsOf(fraud.graph.library).get(name)!.roles;
  expect([...rolesOf('reviewReward')].sort()).toEqual(['admin', 'marketer']);
  expect(rolesOf('checkReferrals')).not.toContain('marketer');
  expect(rolesOf('fraudQuality')).not.toContain('privacy-officer');
});

describe('a review', () => {
  const decide = (reward: string, decision: 'RELEASED' | 'REFUSED', reason = 'looked at the accounts') =>
    reviewReward(servicesAt(fraud.graph, NOW), { reward, decision, reason });

  beforeAll(async () => {
    await world(RING);
    await check();
  });

  test('tells nothing before anything was reviewed', async () => {
    expect(await fraudQuality(servicesAt(fraud.graph), 50)).toMatchObject({
      reviewed: 0,
      precision: null,
      recall: null,
    });
  });

  test('decides, leaves its trace, and is safe to repeat; another decision is refused', async () => {
    const reward = await decide('referral:e1|e2', 'REFUSED');
    expect(reward).toMatchObject({ status: 'REFUSED', reviewedBy: 'test-admin', reason: 'looked at the accounts' });
    expect(await decide('referral:e1|e2', 'REFUSED', 'again')).toEqual(reward);
    await expect(decide('referral:e1|e2', 'RELEASED')).rejects.toMatchObject({ kind: 'CONFLICT' });
    await expect(decide('nothing', 'RELEASED')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    expect(
      await run(
        fraud.graph,
        'MATCH (a:AuditEntry) RETURN a.action AS action, a.viewer AS viewer, a.customers AS customers',
      ),
    ).toEqual([{ action: 'REWARD_REFUSED', viewer: 'test-admin', customers: ['e1', 'e2'] }]);
    expect(await check()).toMatchObject({ held: 0, changed: 0 });
  });

  test('feeds precision and recall', async () => {
    await decide('referral:e2|e3', 'REFUSED');
    await decide('referral:e0|friend', 'RELEASED', 'a real friend');
    expect(await fraudQuality(servicesAt(fraud.graph), 50)).toEqual({
      reviewed: 3,
      truePositives: 2,
      falsePositives: 1,
      falseNegatives: 0,
      trueNegatives: 0,
      precision: 2 / 3,
      recall: 1,
    });
    expect(await fraudQuality(servicesAt(fraud.graph), 100)).toMatchObject({
      precision: null,
      recall: 0,
      falseNegatives: 2,
    });
  });

  test('withdrawing profiling takes the score and the place in the ring; the reward keeps its reasons, which name nobody', async () => {
    const services = servicesAt(fraud.graph, NOW);
    const profiling = { customerId: 'e3', purpose: 'profiling' as const, channel: 'ALL' as const, via: 'form' };
    await recordConsent(services, { ...profiling, at: new Date('2026-03-01') });
    await withdrawConsent(services, { ...profiling, at: new Date('2026-03-02') });
    const [left] = await run(
      fraud.graph,
      'MATCH (c {id: "e3"})-[:EARNED]->(r) RETURN keys(c) AS keys, r.status AS status, r.reasons AS reasons',
    );
    expect((left!.keys as string[]).filter((key) => key.startsWith('fraud'))).toEqual([]);
    expect(left).toMatchObject({
      status: 'HELD',
      reasons: expect.arrayContaining([expect.stringContaining('closed circle')]),
    });
    expect((await fraud.graph.read('fraud/rings', {}))[0]!.members).not.toContain('e3');
  });
});
