import fc from 'fast-check';
import {
  joinsOf,
  type MarkedTies,
  type PermutationTest,
  permutationTest,
} from '../../../src/analysis/contagion/permutation-test.js';
import { verdictOf } from '../../../src/analysis/contagion/verdict.js';
import { seededRandom } from '../../../src/kernel/random.js';

function tested(sample: MarkedTies, permutations = 999, seed = 1): PermutationTest {
  const work = permutationTest(sample, { permutations, seed });
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

const ends = (...pairs: [number, number][]) => Int32Array.from(pairs.flat());

/** Every way to deal `marks` marks to `people`. */
function deals(people: number, marks: number): Uint8Array[] {
  const all = Array.from({ length: 2 ** people }, (_, bits) =>
    Uint8Array.from({ length: people }, (_, at) => (bits >> at) & 1),
  );
  return all.filter((deal) => deal.reduce((sum, mark) => sum + mark, 0) === marks);
}

test('worked example: two triangles, one of them marked; 2 of 20 deals have three joins, so p is .1', () => {
  const triangles = ends([0, 1], [1, 2], [0, 2], [3, 4], [4, 5], [3, 5]);
  const marked = Uint8Array.from([1, 1, 1, 0, 0, 0]);
  const joins = deals(6, 3).map((deal) => joinsOf(deal, triangles));
  expect([joins.length, joins.filter((count) => count >= 3).length]).toEqual([20, 2]);
  const exactMean = joins.reduce((sum, count) => sum + count, 0) / 20;
  const found = tested({ marked, ends: triangles }, 4_999);
  expect(found).toMatchObject({ people: 6, ties: 6, marked: 3, joins: 3, share: 0.5, permutations: 4_999 });
  expect(Math.abs(found.p - 0.1)).toBeLessThan(0.02);
  expect(Math.abs(found.expected - exactMean / 6)).toBeLessThan(0.02);
  expect(verdictOf(found, { watch: 'CHURNED', strata: 'NONE' })).toContain('no sign that churn follows ties: 3 ties');
});

/**
 * Two hundred people in a ring of circles of ten; each knows the next three of their circle, the first of each the next
 * circle.
 */
const network = Array.from({ length: 200 }, (_, at) => at).flatMap((at) => {
  const circle = Math.floor(at / 10) * 10;
  const inside = [1, 2, 3].map((step) => [at, circle + ((at + step) % 10)] as [number, number]);
  return at % 10 === 0 ? [...inside, [at, (at + 10) % 200] as [number, number]] : inside;
});

test('planted contagion is found: whole circles are marked', () => {
  const marked = Uint8Array.from({ length: 200 }, (_, at) => (at < 40 ? 1 : 0));
  const found = tested({ marked, ends: ends(...network) });
  expect(found.p).toBe(0.001);
  expect(found.lift).toBeGreaterThan(3);
  expect(found.z).toBeGreaterThan(5);
  expect(verdictOf(found, { watch: 'UNHAPPY', strata: 'DEGREE' })).toContain('discontent follows ties among people');
});

test('marks dealt at random are taken for contagion about as often as the level says', () => {
  const tries = 200;
  const found = Array.from({ length: tries }, (_, seed) => {
    const random = seededRandom(1_000 + seed);
    const marked = Uint8Array.from({ length: 200 }, () => (random.next() < 0.2 ? 1 : 0));
    return tested({ marked, ends: ends(...network) }, 99, seed).p;
  });
  const falsely = found.filter((p) => p <= 0.05).length;
  expect(falsely).toBeLessThanOrEqual(22); // 10 expected, 4 standard deviations of 3.1
  expect(found.reduce((sum, p) => sum + p, 0) / tries).toBeGreaterThan(0.4);
});

test('within strata: circles that are marked as a whole are no sign of contagion inside circles', () => {
  const marked = Uint8Array.from({ length: 200 }, (_, at) => (at < 40 ? 1 : 0));
  const strata = Array.from({ length: 200 }, (_, at) => Math.floor(at / 10));
  expect(tested({ marked, ends: ends(...network), strata }, 99)).toMatchObject({ p: 1, lift: 1, z: null });
});

test('p lies in (0, 1], joins never exceed ties, and nothing to see is no sign', () => {
  const samples = fc.record({
    marks: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 30 }),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
  });
  fc.assert(
    fc.property(samples, ({ marks, pairs }) => {
      const sample = {
        marked: Uint8Array.from(marks),
        ends: ends(...pairs.map(([a, b]) => [a % marks.length, b % marks.length] as [number, number])),
      };
      const { p, joins, ties, share } = tested(sample, 49);
      expect(p).toBeGreaterThanOrEqual(1 / 50);
      expect(p).toBeLessThanOrEqual(1);
      expect(joins).toBeLessThanOrEqual(ties);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
  const nothing = tested({ marked: new Uint8Array(3), ends: ends() }, 99);
  expect(nothing).toMatchObject({ p: 1, lift: null, z: null, share: 0 });
  expect(verdictOf(nothing, { watch: 'CHURNED', strata: 'NONE' })).toContain('nothing can be said');
});
