import fc from 'fast-check';
import { adjacencyOf, drawSources, pathsFrom } from '../../src/analysis/scores/brandes.js';
import { karatePairs } from './karate.js';

const everyone = (nodes: number) => Array.from({ length: nodes }, (_, at) => at);

test("from everyone it is betweenness: Zachary's karate club 231.071 and 160.552", async () => {
  const pairs = karatePairs().map(([a, b]) => [Number(a.slice(-2)) - 1, Number(b.slice(-2)) - 1] as const);
  const paths = await pathsFrom(everyone(34), adjacencyOf(34, pairs));
  expect(paths[0]).toBeCloseTo(231.071, 3);
  expect(paths[33]).toBeCloseTo(160.552, 3);
});

const networks = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })).filter(([a, b]) => a < b),
    {
      selector: ([a, b]) => 12 * a + b,
      maxLength: 40,
    },
  )
  .map((pairs) => adjacencyOf(12, pairs));

test('betweenness adds up to the steps between all pairs beyond the first, whatever the network', async () => {
  await fc.assert(
    fc.asyncProperty(networks, async (network) => {
      const total = (await pathsFrom(everyone(12), network)).reduce((sum, paths) => sum + paths, 0);
      expect(total).toBeCloseTo(everyone(12).reduce((sum, from) => sum + stepsBeyond(from, network), 0) / 2, 6);
    }),
  );
});

/** Sum over everyone reached of the people in between, by breadth first search. */
function stepsBeyond(from: number, { starts, known }: ReturnType<typeof adjacencyOf>): number {
  const distance = new Map([[from, 0]]);
  for (const at of distance.keys())
    for (const next of known.subarray(starts[at], starts[at + 1]))
      if (!distance.has(next)) distance.set(next, distance.get(at)! + 1);
  return [...distance.values()].reduce((sum, steps) => sum + Math.max(0, steps - 1), 0);
}

test('sources are different, within bounds, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 600 }), fc.nat(), (nodes, count, seed) => {
      const drawn = drawSources(nodes, count, seed);
      expect(new Set(drawn).size).toBe(Math.min(nodes, count));
      expect(drawn.every((at) => at >= 0 && at < nodes)).toBe(true);
      expect(drawSources(nodes, count, seed)).toEqual(drawn);
    }),
  );
});
