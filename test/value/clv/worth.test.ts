import fc from 'fast-check';
import { simulated } from '../../../bench/value/simulated.js';
import { seededRandom } from '../../../src/kernel/random.js';
import {
  type BgNbd,
  bgNbdObjective,
  expectedPurchases,
  fitBgNbd,
  groupHistories,
} from '../../../src/value/clv/bg-nbd.js';
import { covarianceOf, parameterIntervals } from '../../../src/value/clv/intervals.js';
import { simpleClv, worthBy } from '../../../src/value/clv/worth.js';
import { creditsOf, networkValues } from '../../../src/value/network-value.js';

const MODELS = { purchases: { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 }, spend: { p: 6.25, q: 3.74, v: 15.44 } };

test('simple CLV is yearly spend over the lifetime at its margin, less what it cost to win the customer', () => {
  expect(simpleClv(120_000, { lifetimeYears: 3, margin: 0.4, acquisitionCost: 20_000 })).toBe(124_000);
});

test('without discount the worth is expected purchases times expected value', () => {
  const history = { repeats: 2, recency: 30.43, age: 38.86 };
  const options = { periods: 3, periodWeeks: 13, discount: 0, margin: 1 };
  const worth = worthBy(MODELS, options)({ history, spender: { purchases: 2, mean: 30 } });
  expect(worth.purchases).toBeCloseTo(expectedPurchases(MODELS.purchases, history, 39), 9);
  expect(worth.clv).toBeCloseTo(worth.purchases * worth.value, 9);
});

test('a discount lowers the worth, and one order gives the value of the population', () => {
  const once = { history: { repeats: 0, recency: 0, age: 10 }, spender: null };
  const plain = worthBy(MODELS, { periods: 12, periodWeeks: 4, discount: 0, margin: 1 })(once);
  const discounted = worthBy(MODELS, { periods: 12, periodWeeks: 4, discount: 0.1, margin: 1 })(once);
  expect(plain.value).toBeCloseTo((6.25 * 15.44) / 2.74, 9);
  expect(discounted.clv).toBeLessThan(plain.clv);
  expect(discounted.clv).toBeGreaterThan(plain.clv / 1.1);
});

test('95 % intervals of the parameters hold the true ones in 85 to 100 of 100 simulated refits', () => {
  const truth: BgNbd = { r: 0.8, alpha: 6, a: 0.9, b: 2.5 };
  const random = seededRandom(7);
  const held = [0, 0, 0, 0];
  for (let round = 0; round < 100; round += 1) {
    const grouped = groupHistories(Array.from({ length: 500 }, () => simulated(truth, 60, random.next)));
    const fit = fitBgNbd(grouped);
    const logs = [fit.r, fit.alpha, fit.a, fit.b].map(Math.log);
    const covariance = covarianceOf(bgNbdObjective(grouped), logs, fit.customers)!;
    const wanted = [truth.r, truth.alpha, truth.a, truth.b];
    parameterIntervals(logs, covariance).forEach((interval, at) => {
      const { low, high } = interval ?? { low: 0, high: Number.POSITIVE_INFINITY }; // null claims nothing
      if (low <= wanted[at]! && wanted[at]! <= high) held[at]! += 1;
    });
  }
  for (const count of held) expect(count).toBeGreaterThanOrEqual(85);
});

test('network value conserves the sum of CLV, whatever the referrals', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const id = fc.constantFrom(...ids);
  const referrals = fc.array(fc.record({ referrer: id, referred: id }), { maxLength: 15 });
  const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(referrals, values, (links, amounts) => {
      const clv = new Map(ids.map((one, at) => [one, amounts[at]!]));
      const credits = creditsOf(clv, links);
      const after = [...networkValues(clv, credits).values()].reduce((sum, value) => sum + value, 0);
      const before = amounts.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(after - before)).toBeLessThan(1e-9 * Math.max(1, before));
      expect(credits.every(({ from, to }) => from !== to)).toBe(true);
    }),
  );
});

test('a chain of three credits a fifth, a tenth and a twentieth upwards', () => {
  const clv = new Map([
    ['a', 0],
    ['b', 0],
    ['c', 0],
    ['d', 1000],
  ]);
  const chain = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
  ].map(([referrer, referred]) => ({ referrer: referrer!, referred: referred! }));
  const values = networkValues(clv, creditsOf(clv, chain));
  expect(Object.fromEntries(values)).toEqual({ a: 50, b: 100, c: 200, d: 650 });
  expect(() => creditsOf(clv, chain, { share: 0.9, decay: 1, hops: 2 })).toThrow(RangeError);
});

test('an interval wider than a factor of a thousand is none', () => {
  const spread = (of: number) => parameterIntervals([0], [[of ** 2]])[0];
  expect(spread(1.7)).toEqual({ low: expect.any(Number), high: expect.any(Number) });
  expect(spread(1.8)).toBeNull();
});
