import fc from 'fast-check';
import { discreteLaplace, error95 } from '../../src/publish/statistic/discrete-laplace.js';
import { shuffled, systemBits, uniformBelow } from '../../src/publish/statistic/secure-bits.js';
import { seededBits } from './seeded-bits.js';

/** χ² of counts against expected ones; cells of fewer than five expected are put together. */
function chiSquare(counts: readonly number[], expected: readonly number[]): { statistic: number; cells: number } {
  let statistic = 0;
  let cells = 0;
  let [seen, due] = [0, 0];
  counts.forEach((count, at) => {
    seen += count;
    due += expected[at]!;
    if (due < 5 && at < counts.length - 1) return;
    statistic += (seen - due) ** 2 / due;
    cells++;
    [seen, due] = [0, 0];
  });
  return { statistic, cells };
}

test.each([
  ['count at epsilon 0.5', { over: 1_000_000n, under: 500_000n }, 2, 100_000],
  ['degree histogram at epsilon 0.7', { over: 4_000_000n, under: 700_000n }, 4 / 0.7, 20_000],
  ['count at epsilon 3', { over: 1_000_000n, under: 3_000_000n }, 1 / 3, 20_000],
])('%s: draws are two-sided geometric by χ² (bound: mean + 4 standard deviations)', (_name, fraction, scale, draws) => {
  const bits = seededBits(20_260_501);
  const most = Math.ceil(scale * 20);
  const counts = new Array<number>(2 * most + 1).fill(0);
  let within = 0;
  for (let draw = 0; draw < draws; draw++) {
    const noise = Number(discreteLaplace(bits, fraction));
    counts[Math.max(-most, Math.min(most, noise)) + most]!++;
    if (Math.abs(noise) <= error95(scale)) within++;
  }
  const alpha = Math.exp(-1 / scale);
  const expected = counts.map((_, at) => (draws * (1 - alpha) * alpha ** Math.abs(at - most)) / (1 + alpha));
  const { statistic, cells } = chiSquare(counts, expected);
  expect(statistic).toBeLessThan(cells - 1 + 4 * Math.sqrt(2 * (cells - 1)));
  expect(within / draws).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.05 * 0.95) / draws));
});

test('a test that is worth its name: noise of another scale fails it', () => {
  const bits = seededBits(1);
  const counts = new Array<number>(41).fill(0);
  for (let draw = 0; draw < 20_000; draw++) {
    const noise = Number(discreteLaplace(bits, { over: 22n, under: 10n }));
    counts[Math.max(-20, Math.min(20, noise)) + 20]!++;
  }
  const alpha = Math.exp(-1 / 2);
  const expected = counts.map((_, at) => (20_000 * (1 - alpha) * alpha ** Math.abs(at - 20)) / (1 + alpha));
  const { statistic, cells } = chiSquare(counts, expected);
  expect(statistic).toBeGreaterThan(cells - 1 + 4 * Math.sqrt(2 * (cells - 1)));
});

test('worked example: at scale 10 numbers are off by 30 or less 95 times of 100; less than 30 is not enough', () => {
  const beyond = (h: number) => (2 * Math.exp(-0.1) ** (h + 1)) / (1 + Math.exp(-0.1));
  expect(error95(10)).toBe(30);
  expect(beyond(30)).toBeLessThanOrEqual(0.05);
  expect(beyond(29)).toBeGreaterThan(0.05);
});

test('even draws stay below their bound, whatever it is, and reach every value', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.nat(), (bound, seed) => {
      const drawn = uniformBelow(seededBits(seed), bound);
      expect(drawn >= 0n && drawn < bound).toBe(true);
    }),
  );
  const bits = seededBits(3);
  const counts = new Array<number>(6).fill(0);
  for (let draw = 0; draw < 12_000; draw++) counts[Number(uniformBelow(bits, 6n))]!++;
  expect(chiSquare(counts, new Array<number>(6).fill(2_000)).statistic).toBeLessThan(5 + 4 * Math.sqrt(10));
  const order = shuffled(systemBits, [1, 2, 3, 4, 5]);
  expect([...order].sort()).toEqual([1, 2, 3, 4, 5]);
});
