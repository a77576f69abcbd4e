import { checkReferrals } from '../../../src/analysis/index.js';
import { readTold } from '../../../src/insight/index.js';
import { servicesAt } from '../../consent/world.js';
import { fraudGraph, NOW } from './world.js';

const fraud = fraudGraph();
const { world } = fraud;
const check = () => checkReferrals(servicesAt(fraud.graph, NOW));
const about = (rows: readonly { customerId: string; strength: number; family: boolean }[]) =>
  Object.fromEntries(rows.map(({ customerId, strength, family }) => [customerId, family ? 'family' : strength]));

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
    const rows = await readTold(fraud.graph, 'fraud/shared', {});
    const both = expect.closeTo(1 - 0.1 * 0.6, 9);
    expect(about(rows)).toEqual({ a: both, b: both, e: 'family', f: 'family' });
    expect(rows.find(({ customerId }) => customerId === 'a')!.why).toBe(
      'referral between accounts with the same payment account and address',
    );
    expect(about(await fraud.graph.read('fraud/shared', { household: 2 }))).toMatchObject({ e: 0.8, f: 0.8 });
  });

  test('cycle of any length from three, reciprocal, and neither in a tree', async () => {
    const circle = Array.from({ length: 12 }, (_, n) => [`c${n}`, `c${(n + 1) % 12}`, 1000 * n] as const);
    await world({
      referrals: [...circle, ['c0', 'leaf', 1], ['a', 'b', 1], ['b', 'a', 500], ['p', 'q', 1], ['p', 'r', 900]],
    });
    await check();
    const rows = await fraud.graph.read('fraud/accounts', { minScore: 1 });
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
    const rows = await readTold(fraud.graph, 'fraud/stars', { asOf: new Date(NOW) });
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
    expect(about(await fraud.graph.read('fraud/bursts', {}))).toEqual({ h: 0.75, y: 0.5 });
    expect(about(await fraud.graph.read('fraud/bursts', { hours: 73 }))).toMatchObject({ s: 0.5 });
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
    const rows = await readTold(fraud.graph, 'fraud/refunds', {});
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
    expect(about(await fraud.graph.read('fraud/one-sided', {}))).toEqual({
      a: 1,
      b: third,
      c: third,
      d: third,
    });
    expect(about(await fraud.graph.read('fraud/silent', {}))).toEqual({ a: 0.75 });
  });
});
