import fc from 'fast-check';
import { bestPaths as search } from '../../../src/network/referral/best-paths.js';
import { addTies, type TieMap, type WeighedTie } from '../../../src/network/referral/tie-map.js';

const tie = (fromId: string, toId: string, closeness: number): WeighedTie => ({ fromId, toId, closeness });
const bestPaths = (ties: readonly WeighedTie[], q: { from: string; to: string; k: number; maxHops: number }) => {
  const map: TieMap = new Map();
  addTies(map, ties);
  return search(map, { ...q, from: new Set([q.from]), to: new Set([q.to]) }).paths;
};
const ask = { from: 'a', to: 'd', k: 3, maxHops: 6 };

test('a longer path over close ties beats a shorter one over loose ties', () => {
  const ties = [tie('a', 'b', 0.9), tie('b', 'c', 0.9), tie('c', 'd', 0.9), tie('a', 'd', 0.5), tie('a', 'c', 0.6)];
  const paths = bestPaths(ties, ask);
  expect(paths.map((p) => p.people.join(''))).toEqual(['abcd', 'acd', 'ad']);
  expect(paths.map((p) => Number(p.closeness.toFixed(4)))).toEqual([0.729, 0.54, 0.5]);
  expect(paths[1]!.steps.map((s) => Number(s.toFixed(4)))).toEqual([0.6, 0.9]);
});

test('the limit of steps holds, and a tie without closeness leads nowhere', () => {
  const ties = [tie('a', 'b', 1), tie('b', 'c', 1), tie('c', 'd', 1), tie('a', 'd', 0.1)];
  expect(bestPaths(ties, { ...ask, maxHops: 2 }).map((p) => p.people.join(''))).toEqual(['ad']);
  expect(bestPaths([tie('a', 'd', 0)], ask)).toEqual([]);
  expect(bestPaths([], ask)).toEqual([]);
});

test('equal paths come by fewer steps, then by id', () => {
  const ties = [tie('a', 'c', 0.5), tie('c', 'd', 0.5), tie('a', 'b', 0.5), tie('b', 'd', 0.5), tie('a', 'd', 0.25)];
  expect(bestPaths(ties, ask).map((p) => p.people.join(''))).toEqual(['ad', 'abd', 'acd']);
});

test('finds just what trying every path finds', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const network = fc.uniqueArray(
    fc.record({
      fromId: fc.constantFrom(...ids),
      toId: fc.constantFrom(...ids),
      closeness: fc.double({ min: 0.01, max: 1, noNaN: true }),
    }),
    { selector: (t) => [t.fromId, t.toId].sort().join(), maxLength: 18 },
  );
  fc.assert(
    fc.property(network, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }), (all, k, maxHops) => {
      const ties = all.filter((t) => t.fromId !== t.toId);
      const best = every(ties, ['a'], maxHops)
        .sort((x, y) => y - x)
        .slice(0, k);
      const found = bestPaths(ties, { from: 'a', to: 'd', k, maxHops }).map((p) => p.closeness);
      expect(found).toHaveLength(best.length);
      for (const [at, closeness] of found.entries()) expect(closeness).toBeCloseTo(best[at]!, 9);
    }),
    { numRuns: 300 },
  );
});

/** Closeness of every path without a loop to d, by trying. */
function every(ties: readonly WeighedTie[], people: readonly string[], hops: number): number[] {
  const last = people.at(-1)!;
  if (last === 'd') return [1];
  if (hops === 0) return [];
  return ties.flatMap(({ fromId, toId, closeness }) => {
    const next = fromId === last ? toId : toId === last ? fromId : null;
    if (next === null || people.includes(next)) return [];
    return every(ties, [...people, next], hops - 1).map((rest) => closeness * rest);
  });
}
