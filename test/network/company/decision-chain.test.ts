import fc from 'fast-check';
import { betweennessOf } from '../../../src/network/company/betweenness.js';
import {
  chainsOfAll,
  chainsTo,
  decisionMakerOf,
  gatekeepersOf,
  influencersOf,
  type WorkTie,
  workMap,
} from '../../../src/network/company/decision-chain.js';
import { karatePairs } from '../../analysis/karate.js';

const one = (customerId: string, level: number) => ({ customerId, role: `role ${level}`, level });
const reports = (fromId: string, toId: string, closeness: number): WorkTie => ({
  fromId,
  toId,
  kind: 'REPORTS_TO',
  closeness,
});
const works = (fromId: string, toId: string, closeness: number): WorkTie => ({
  fromId,
  toId,
  kind: 'WORKS_WITH',
  closeness,
});

/** d decides; h and g head departments; s supervises under h; c and e work. c knows e well, e knows g well. */
const staff = [one('c', 2), one('d', 5), one('e', 2), one('g', 4), one('h', 4), one('s', 3)];
const ties = [
  reports('h', 'd', 0.5),
  reports('g', 'd', 0.8),
  reports('s', 'h', 0.5),
  reports('c', 's', 0.5),
  reports('e', 's', 0.4),
  works('c', 'e', 0.9),
  works('e', 'g', 0.6),
];
const map = workMap(ties);

test('who decides is the most senior', () => {
  expect(decisionMakerOf(staff, ties)!.customerId).toBe('d');
  expect(decisionMakerOf([one('a', 4), one('b', 4)], [reports('a', 'b', 0.5)])!.customerId).toBe('b');
  expect(decisionMakerOf([], [])).toBeNull();
});

test('the surest chain is the one of highest product, formal or not', () => {
  const chains = chainsTo(map, ties, { from: ['c'], to: 'd', k: 3 });
  expect(chains.map((c) => [c.people.join(''), Number(c.closeness.toFixed(4)), c.formal])).toEqual([
    ['cegd', 0.432, false],
    ['cshd', 0.125, true],
    ['csegd', 0.096, false],
  ]);
});

test('a pair tied in two ways is as close as both together', () => {
  const [chain] = chainsTo(workMap([reports('a', 'b', 0.5), works('b', 'a', 0.5)]), [], { from: ['a'], to: 'b', k: 1 });
  expect(chain!.closeness).toBeCloseTo(0.75, 12);
});

test('influence is probability times weight of the role; a gatekeeper lies on the chains of others', () => {
  const maker = one('d', 5);
  const all = chainsOfAll(map, ties, staff, 'd');
  expect(all.map((c) => c.people.join(''))).toEqual(['gd', 'hd', 'egd', 'cegd', 'shd']);
  const influencers = influencersOf(all, staff, maker);
  expect(influencers.map((i) => [i.customerId, Number(i.score.toFixed(3))])).toEqual([
    ['g', 0.64],
    ['h', 0.4],
    ['e', 0.192],
    ['c', 0.173],
    ['s', 0.15],
  ]);
  expect(influencers[0]!.why).toBe('role 4, 1 step from the decision, heard with 80 %');
  const gates = gatekeepersOf(map, all, staff, maker);
  expect(gates.map((g) => [g.customerId, g.chains])).toEqual([
    ['g', 2],
    ['e', 1],
    ['h', 1],
  ]);
});

test('of equals whom most report to decides, then the first id; an unknown level is below every other', () => {
  const equals = [one('b', 4), one('a', 4), { customerId: 'z', role: null, level: null }];
  expect(decisionMakerOf(equals, [])!.customerId).toBe('a');
  expect(decisionMakerOf(equals, [works('a', 'z', 0.5), reports('z', 'b', 0.5)])!.customerId).toBe('b');
  const unknown = equals.map(({ customerId }) => ({ customerId, role: null, level: null }));
  expect(decisionMakerOf(unknown, [reports('a', 'z', 0.5)])!.customerId).toBe('z');
});

test('equal chains stand in the order of their ids; without a level of the decision maker all roles weigh the same', () => {
  const nobody = (customerId: string) => ({ customerId, role: null, level: null });
  const people = ['y', 'x', 'd', 'n', 'm'].map(nobody);
  const square = [works('x', 'd', 0.5), works('y', 'd', 0.5), works('m', 'y', 0.5), works('n', 'x', 0.5)];
  const squared = workMap(square);
  const all = chainsOfAll(squared, square, people, 'd');
  expect(all.map((c) => c.people.join(''))).toEqual(['xd', 'yd', 'myd', 'nxd']);
  const influencers = influencersOf(all, people, nobody('d'));
  expect(influencers.map((i) => [i.customerId, i.weight, i.score])).toEqual([
    ['x', 1, 0.5],
    ['y', 1, 0.5],
    ['m', 1, 0.25],
    ['n', 1, 0.25],
  ]);
  expect(influencers[3]!.why).toBe('no known role, 2 steps from the decision, heard with 25 %');
  const led = influencersOf(all, people, one('d', 5));
  expect(led.map((i) => [i.customerId, i.weight])).toEqual(['m', 'n', 'x', 'y'].map((id) => [id, 0]));
  expect(gatekeepersOf(squared, all, people, nobody('d')).map((g) => g.customerId)).toEqual(['x', 'y']);
});

test('betweenness of the karate club is the reference', () => {
  const neighbours = new Map<string, Set<string>>();
  for (const [a, b] of karatePairs())
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      neighbours.set(x, (neighbours.get(x) ?? new Set()).add(y));
  const found = betweennessOf(neighbours);
  expect(found.get('karate-01')).toBeCloseTo(231.071, 3);
  expect(found.get('karate-34')).toBeCloseTo(160.552, 3);
});

test('no chain is surer than its weakest step', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const some = fc.array(
    fc.record({
      fromId: id,
      toId: id,
      kind: fc.constantFrom('REPORTS_TO', 'WORKS_WITH'),
      closeness: fc.double({ min: 0.01, max: 1, noNaN: true }),
    }),
  );
  fc.assert(
    fc.property(some, (any) => {
      const own = any.filter((t) => t.fromId !== t.toId);
      for (const { closeness, steps } of chainsTo(workMap(own), own, { from: ['a'], to: 'e', k: 5 }))
        expect(closeness).toBeLessThanOrEqual(Math.min(...steps) + 1e-12);
    }),
  );
});
