import fc from 'fast-check';
import { cascade, estimateOf } from '../../../src/analysis/seeds/cascade.js';
import { type CascadeGraph, type ChancedTie, cascadeGraph } from '../../../src/analysis/seeds/cascade-graph.js';
import { type GreedyQuestion, lazyGreedy } from '../../../src/analysis/seeds/lazy-greedy.js';
import { type LiveGroups, liveGroups } from '../../../src/analysis/seeds/live-groups.js';
import { drawLiveTies } from '../../../src/analysis/seeds/live-ties.js';
import type { Reach } from '../../../src/analysis/seeds/reach.js';
import { seededRandom } from '../../../src/kernel/random.js';
import { exactReach } from './exact-reach.js';

/** The example of GDS's documentation of CELF: ten friends, fourteen directed ties. */
const FRIENDS = ['Jimmy', 'Jack', 'Alice', 'Ceri', 'Mohammed', 'Michael', 'Ethan', 'Lara', 'Amir', 'Willie'];
const ties = (chance: number): ChancedTie[] =>
  ['bc', 'ca', 'cg', 'ch', 'ci', 'cj', 'dg', 'fe', 'fg', 'ga', 'gb', 'gh', 'ge', 'hi'].map(([from, to]) => ({
    from: from!.charCodeAt(0) - 97,
    to: to!.charCodeAt(0) - 97,
    chance,
  }));
/** Everyone's reach over worlds drawn from the seed. */
function drawn(graph: CascadeGraph, worlds: number, seed: number): LiveGroups {
  const random = seededRandom(seed);
  const groups = liveGroups(
    graph.people,
    Array.from({ length: graph.people }, (_, at) => at),
  );
  for (let at = 0; at < worlds; at++) groups.keep(drawLiveTies(graph, random));
  return groups;
}

const everyone = FRIENDS.map((_, at) => at);
const three: GreedyQuestion = {
  people: 10,
  candidates: everyone,
  costs: new Float64Array(10).fill(1),
  budget: 3,
  by: 'GAIN',
};

describe("GDS's own example, chance .1", () => {
  test('exactly: Alice 1.54781, then Ethan 2.7971, then Michael 3.8871', () => {
    const picks = [...lazyGreedy(exactReach(10, ties(0.1)), three)];
    expect(picks.map(({ person }) => FRIENDS[person])).toEqual(['Alice', 'Ethan', 'Michael']);
    const sums = picks.map((_, at) => picks.slice(0, at + 1).reduce((sum, { gain }) => sum + gain, 0));
    for (const [at, value] of [1.54781, 2.7971, 3.8871].entries())
      expect(Math.abs(sums[at]! - value)).toBeLessThan(1e-4);
  });

  test('by simulation within .15, and the 95 % interval is as wide as its error says', () => {
    const run = cascade(cascadeGraph(10, ties(0.1), true), 1);
    const estimate = estimateOf(Array.from({ length: 20_000 }, (_, world) => run(world, [2, 6, 5])));
    expect(Math.abs(estimate.mean - 3.8871)).toBeLessThan(Math.min(0.15, 4 * estimate.standardError));
    expect(estimate.high - estimate.low).toBeCloseTo(3.92 * estimate.standardError, 10);
  });
});

test('ties that pass both ways: groups of live ties and the cascade agree with the exact reach', () => {
  const both = ties(0.3);
  const graph = cascadeGraph(10, both);
  const groups = drawn(graph, 4_000, 3);
  const run = cascade(graph, 4);
  const exact = exactReach(10, bothWays(both.slice(0, 8)));
  const fewGroups = drawn(cascadeGraph(10, both.slice(0, 8)), 4_000, 5);
  for (const person of [1, 2, 6]) {
    const simulated = estimateOf(Array.from({ length: 4_000 }, (_, world) => run(world, [person])));
    expect(Math.abs(groups.gain(person) - simulated.mean)).toBeLessThan(8 * simulated.standardError);
    expect(Math.abs(fewGroups.gain(person) - exact.gain(person))).toBeLessThan(0.1);
  }
});

/** Each tie as two with coins of their own: the independent cascade as it is written down. */
function bothWays(list: readonly ChancedTie[]): ChancedTie[] {
  return list.flatMap(({ from, to, chance }) => [
    { from, to, chance },
    { from: to, to: from, chance },
  ]);
}

const networks = fc.record({
  people: fc.integer({ min: 2, max: 14 }),
  pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 }),
  seed: fc.nat(1_000_000),
});

function reachOf({ people, pairs, seed }: { people: number; pairs: [number, number, number][]; seed: number }): Reach {
  const list = pairs
    .map(([a, b, chance]) => ({ from: a % people, to: b % people, chance }))
    .filter(({ from, to }) => from !== to);
  return drawn(cascadeGraph(people, list), 12, seed);
}

test('reach is monotone and submodular: a gain is never below 0 and never grows', () => {
  fc.assert(
    fc.property(networks, fc.array(fc.nat(), { maxLength: 8 }), (network, order) => {
      const reach = reachOf(network);
      const gains = () => Array.from({ length: network.people }, (_, person) => reach.gain(person));
      let before = gains();
      for (const person of order) {
        reach.take(person % network.people);
        const after = gains();
        after.forEach((gain, at) => {
          expect(gain).toBeGreaterThanOrEqual(0);
          expect(gain).toBeLessThanOrEqual(before[at]! + 1e-12);
        });
        before = after;
      }
      reach.clear();
      expect(reach.gain(0)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('lazy greedy chooses what plain greedy chooses, by gain and by gain for the cost', () => {
  const costs = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(
      networks,
      costs,
      fc.integer({ min: 1, max: 15 }),
      fc.constantFrom('GAIN' as const, 'RATIO' as const),
      (network, all, budget, by) => {
        const { people } = network;
        const candidates = Array.from({ length: people }, (_, at) => at).filter((at) => at % 4 !== 3);
        const question = { people, candidates, costs: Float64Array.from(all), budget, by };
        const lazy = [...lazyGreedy(reachOf(network), question)].map(({ person }) => person);
        expect(lazy).toEqual(plainGreedy(reachOf(network), question));
      },
    ),
  );
});

function plainGreedy(reach: Reach, { candidates, costs, budget, by }: GreedyQuestion): number[] {
  const chosen: number[] = [];
  for (let left = budget; ; ) {
    const open = candidates.filter((at) => !chosen.includes(at) && costs[at]! <= left);
    if (open.length === 0) return chosen;
    const key = (at: number) => (by === 'RATIO' ? reach.gain(at) / costs[at]! : reach.gain(at));
    const best = open.reduce((top, at) => (key(at) > key(top) ? at : top));
    reach.take(best);
    chosen.push(best);
    left -= costs[best]!;
  }
}

describe('floors', () => {
  /** Two stars: 0 knows 1..6, 7 knows 8, 9; word always passes. */
  const stars = [1, 2, 3, 4, 5, 6]
    .map((to) => ({ from: 0, to, chance: 1 }))
    .concat([8, 9].map((to) => ({ from: 7, to, chance: 1 })));
  const groups = () => drawn(cascadeGraph(12, stars), 1, 1);
  const costs = new Float64Array(12).fill(1);
  const base = { people: 12, candidates: Array.from({ length: 12 }, (_, at) => at), budget: 2, by: 'GAIN' as const };

  test('a community gets its seed before the rest of the budget is spent', () => {
    const floors = [{ community: 'alone', atLeast: 1, members: [10, 11] }];
    const picks = [...lazyGreedy(groups(), { ...base, costs, floors })];
    expect(picks.map(({ person, forFloor }) => [person, forFloor])).toEqual([
      [10, true],
      [0, false],
    ]);
    expect([...lazyGreedy(groups(), { ...base, costs })].map(({ person }) => person)).toEqual([0, 7]);
  });

  test('a dear pick is passed over where it would leave too little for the others', () => {
    const dear = Float64Array.from(costs);
    dear[0] = 5;
    const floors = [
      { community: 'a', atLeast: 1, members: [0, 1] },
      { community: 'b', atLeast: 2, members: [7, 8, 9] },
    ];
    const picks = [...lazyGreedy(groups(), { ...base, costs: dear, budget: 6, floors })];
    expect(picks.filter(({ forFloor }) => forFloor).map(({ person }) => person)).toEqual([1, 7, 8]);
    const rich = [...lazyGreedy(groups(), { ...base, costs: dear, budget: 7, floors })];
    expect(rich.filter(({ forFloor }) => forFloor).map(({ person }) => person)).toEqual([0, 7, 8]);
  });
});
