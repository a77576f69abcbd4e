import type { Truth } from '../../seed/world/index.js';
import { byCustomer, column, HOUR, loadWorld, ofKind, rows } from './default-world.js';
import { groupBy } from './read-csv.js';

let truth: Truth;
beforeAll(async () => {
  truth = await loadWorld();
});

/** Customers tied to each customer. */
function neighbours(): Map<string, Set<string>> {
  const around = new Map([...column('customers', 'id')].map((id) => [id, new Set<string>()]));
  for (const { fromId, toId } of rows('ties')) {
    around.get(fromId!)!.add(toId!);
    around.get(toId!)!.add(fromId!);
  }
  return around;
}

function identities(kind: string): Map<string, Set<string>> {
  const held = rows('identities').filter((row) => row.kind === kind);
  return new Map(
    [...groupBy(held, (row) => row.customerId!)].map(([id, all]) => [id, new Set(all.map((r) => r.value!))]),
  );
}

test('no pair has two ties of one kind, nobody is tied to themselves', () => {
  const keys = rows('ties').map(({ fromId, toId, kind }) => `${[fromId, toId].sort().join(' ')} ${kind}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(rows('ties').filter(({ fromId, toId }) => fromId === toId)).toEqual([]);
  const span = rows('ties').map((row) => Number(row.closeness));
  expect([Math.min(...span) > 0, Math.max(...span) < 1]).toEqual([true, true]);
});

test('communities, leaders, bridges and marginals are what their names say', () => {
  const around = neighbours();
  const degree = (id: string) => around.get(id)!.size;
  const foreign = (id: string) =>
    new Set([...around.get(id)!].map((other) => truth.communityOf[other]).filter((c) => c !== truth.communityOf[id]))
      .size;
  expect(truth.communities).toHaveLength(25);
  expect([truth.leaders.length, truth.bridges.length, truth.marginals.length]).toEqual([20, 20, 50]);
  const top = [...around.keys()].sort((a, b) => degree(b) - degree(a)).slice(0, 20);
  expect(new Set(top)).toEqual(new Set(truth.leaders));
  for (const id of truth.bridges) expect(foreign(id)).toBeGreaterThanOrEqual(6);
  expect(truth.voices.length).toBeGreaterThan(3);
  for (const id of truth.leaders)
    if (truth.voices.includes(id)) expect(foreign(id)).toBeGreaterThanOrEqual(10);
    else expect(foreign(id)).toBeLessThanOrEqual(4);
  for (const id of truth.marginals) expect(degree(id)).toBeLessThanOrEqual(1);
  const outside = rows('ties').filter(({ fromId, toId }) => truth.communityOf[fromId!] !== truth.communityOf[toId!]);
  expect(outside.length / rows('ties').length).toBeLessThan(0.1);
});

test('the ring shares devices and payment, closes a circle in 72 hours, refunds after the reward, and is no family', () => {
  const [ring] = truth.rings as [string[]];
  const devices = identities('DEVICE');
  const joined = ring.map((id) => Date.parse(rows('customers').find((row) => row.id === id)!.joinedAt!));
  expect(ring).toHaveLength(10);
  expect(new Set(ring.flatMap((id) => [...devices.get(id)!])).size).toBe(2);
  expect(new Set(ring.flatMap((id) => [...identities('PAYMENT').get(id)!])).size).toBe(1);
  for (const [id, held] of devices)
    if (!ring.includes(id))
      expect([...held].filter((device) => ring.some((r) => devices.get(r)!.has(device)))).toEqual([]);
  expect(Math.max(...joined) - Math.min(...joined)).toBeLessThan(72 * HOUR);
  const next = new Map(ofKind('REFERRED').map((t) => [t.fromId!, t.toId!]));
  const walk = ring.reduce((path) => [...path, next.get(path.at(-1)!)!], [ring[0]!]);
  expect(walk).toEqual([...ring, ring[0]]);
  const rewards = new Map(
    rows('events')
      .filter((e) => e.type === 'referral_reward')
      .map((e) => [e.customerId!, e.at!]),
  );
  const placed = byCustomer('orders');
  for (const id of ring) {
    const orders = placed.get(id)!;
    expect(orders).toHaveLength(1);
    expect(orders[0]!.refundedAt! > rewards.get(id)!).toBe(true);
  }
  expect(truth.households.flat().filter((id) => ring.includes(id))).toEqual([]);
  expect(
    rows('ties').filter((t) => t.kind === 'FAMILY_OF' && (ring.includes(t.fromId!) || ring.includes(t.toId!))),
  ).toEqual([]);
});

test('households are families under one address', () => {
  const address = new Map(rows('customers').map((row) => [row.id!, row.address!]));
  const family = new Set(ofKind('FAMILY_OF').flatMap((t) => [`${t.fromId} ${t.toId}`, `${t.toId} ${t.fromId}`]));
  expect(truth.households.length).toBeGreaterThan(200);
  for (const household of truth.households) {
    expect(new Set(household.map((id) => address.get(id))).size).toBe(1);
    for (const a of household) for (const b of household) if (a !== b) expect(family.has(`${a} ${b}`)).toBe(true);
  }
});

test('every chain in a company walks REPORTS_TO up to the decision maker', () => {
  const superior = new Map(ofKind('REPORTS_TO').map((t) => [t.fromId!, t.toId!]));
  const level = new Map(rows('employment').map((row) => [row.customerId!, Number(row.level)]));
  expect(truth.companies.length).toBeGreaterThan(20);
  for (const { decisionMaker, chains } of truth.companies)
    for (const chain of chains) {
      expect(chain.at(-1)).toBe(decisionMaker);
      chain.slice(1).forEach((boss, i) => {
        expect(superior.get(chain[i]!)).toBe(boss);
        expect(level.get(boss)!).toBeGreaterThan(level.get(chain[i]!)!);
      });
    }
});

test('referral trees are trees, and whoever refers was there first', () => {
  const joined = new Map(rows('customers').map((row) => [row.id!, row.joinedAt!]));
  expect(truth.referrals.length).toBeGreaterThan(20);
  for (const { root, edges } of truth.referrals) {
    const reached = new Set([root]);
    for (const [from, to] of edges) {
      expect([reached.has(from), reached.has(to), joined.get(from)! <= joined.get(to)!]).toEqual([true, false, true]);
      reached.add(to);
    }
  }
});
