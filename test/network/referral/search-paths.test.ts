import fc from 'fast-check';
import { type Random, seededRandom } from '../../../src/kernel/random.js';
import { type AskTies, searchPaths } from '../../../src/network/referral/search-paths.js';
import type { WeighedTie } from '../../../src/network/referral/tie-map.js';
import { yen } from './yen.js';

const id = (n: number) => `p${n}`;

/** Who knows whom at random: mostly neighbours round a ring, a few far away, now and then a hub. */
function network(random: Random, people: number, degree: number): WeighedTie[] {
  const pairs = new Map<string, WeighedTie>();
  const any = (below: number) => Math.floor(random.next() * below);
  for (let n = 0; n < (people * degree) / 2; n++) {
    const a = n % 3 === 0 ? any(Math.max(1, people / 50)) : any(people);
    const b = n % 2 === 0 ? (a + 1 + any(6)) % people : any(people);
    if (a === b || pairs.has(`${b}|${a}`)) continue;
    pairs.set(`${a}|${b}`, { fromId: id(a), toId: id(b), closeness: 0.02 + 0.98 * random.next() });
  }
  return [...pairs.values()];
}

/** The ties as the database hands them out. */
function askTies(ties: readonly WeighedTie[], most = 2_000): AskTies {
  const known = new Map<string, [string, number][]>();
  const put = (a: string, b: string, c: number) => known.set(a, [...(known.get(a) ?? []), [b, c]]);
  for (const { fromId, toId, closeness } of ties) {
    put(fromId, toId, closeness);
    put(toId, fromId, closeness);
  }
  return async (ids) =>
    ids.map((personId) => {
      const all = (known.get(personId) ?? []).sort((a, b) => b[1] - a[1]);
      const shown = all.slice(0, most);
      return { personId, known: shown.map((t) => t[0]), closeness: shown.map((t) => t[1]), cut: all.length > most };
    });
}

async function same(seed: number, people: number, k: number, maxHops: number, degree = 6): Promise<number> {
  const random = seededRandom(seed);
  const ties = network(random, people, degree);
  const [from, to] = [id(Math.floor(random.next() * people)), id(Math.floor(random.next() * people))];
  if (from === to) return 0;
  const ask = { from: new Set([from]), to: new Set([to]), k, maxHops };
  const { paths, exact } = await searchPaths(askTies(ties), ask);
  expect(exact).toBe(true);
  expect(paths.map((p) => p.people)).toEqual(yen(ties, from, to, k, maxHops).map((p) => p.people));
  return paths.length;
}

test('finds the same paths as Yen, on any network and for any number of steps', async () => {
  const sizes = fc.integer({ min: 2, max: 60 });
  const one = fc.asyncProperty(
    fc.integer(),
    sizes,
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 6 }),
    async (...g) => {
      await same(...g);
    },
  );
  await fc.assert(one, { numRuns: 200 });
});

test.each([
  [1, 400, 4],
  [2, 400, 12],
  [3, 1_000, 6],
  [4, 2_000, 6],
  [5, 2_000, 3],
])('finds the same as Yen with seed %i over %i people of degree %i', async (seed, people, degree) => {
  let found = 0;
  for (let n = 0; n < 8; n++) found += await same(seed * 100 + n, people, 3, 6, degree);
  expect(found).toBeGreaterThan(3);
});

test('a path goes from one of a group into another, touching each once', async () => {
  const tie = (fromId: string, toId: string, closeness: number): WeighedTie => ({ fromId, toId, closeness });
  const ties = [
    tie('a', 'b', 0.9),
    tie('b', 'x', 0.5),
    tie('a', 'x', 0.4),
    tie('x', 'c', 0.5),
    tie('c', 'd', 1),
    tie('x', 'd', 0.6),
  ];
  const { paths } = await searchPaths(askTies(ties), {
    from: new Set(['a', 'b']),
    to: new Set(['c', 'd']),
    k: 9,
    maxHops: 6,
  });
  expect(paths.map((p) => p.people.join(''))).toEqual(['bxd', 'bxc', 'axd', 'axc']);
  const both = await searchPaths(askTies(ties), {
    from: new Set(['a', 'b']),
    to: new Set(['b', 'c']),
    k: 1,
    maxHops: 6,
  });
  expect(both.paths).toEqual([{ people: ['b'], steps: [], closeness: 1 }]);
});

test('says so when it did not see every tie', async () => {
  const hub = Array.from({ length: 30 }, (_, n) => ({ fromId: 'hub', toId: id(n), closeness: 0.9 - n / 100 }));
  const ask = { from: new Set(['hub']), to: new Set([id(29)]), k: 1, maxHops: 2 };
  expect(await searchPaths(askTies(hub), ask)).toMatchObject({ exact: true });
  expect(await searchPaths(askTies(hub, 10), ask)).toMatchObject({ exact: false, paths: [{ people: ['hub', 'p29'] }] });
});
