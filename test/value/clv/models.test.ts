import { digamma, hypergeometric, lnGamma } from '../../../src/kernel/special-functions.js';
import {
  type BgNbd,
  bgNbdObjective,
  expectedOfNew,
  expectedPurchases,
  fitBgNbd,
  groupHistories,
  pAlive,
} from '../../../src/value/clv/bg-nbd.js';
import { expectedValue, fitGammaGamma, gammaGammaObjective } from '../../../src/value/clv/gamma-gamma.js';
import type { Objective } from '../../../src/value/clv/minimise.js';
import { cdnow } from './cdnow.js';

const PAPER: BgNbd = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };

test('the gamma functions have their known values', () => {
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect(lnGamma(10)).toBeCloseTo(Math.log(362_880), 10);
  expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 12);
  expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(-Math.log(0.5) / 0.5, 12);
});

test('BG/NBD on the CDNOW sample gives the parameters of the paper', () => {
  const { histories } = cdnow();
  const fit = fitBgNbd(histories);
  expect(fit).toMatchObject({ customers: 2357, converged: true });
  expect([fit.r, fit.alpha, fit.a, fit.b].map((value) => value.toPrecision(3))).toEqual([
    '0.243',
    '4.41',
    '0.793',
    '2.43',
  ]);
  expect(fit.logLikelihood).toBeGreaterThanOrEqual(-9582.44);
});

test('the worked example: P(alive), expected purchases of one customer and of a new one', () => {
  const history = { repeats: 2, recency: 30.43, age: 38.86 };
  expect(pAlive(PAPER, history)).toBeCloseTo(0.72661, 4);
  expect(expectedPurchases(PAPER, history, 39)).toBeCloseTo(1.226, 3);
  expect([1 / 7, 1, 3].map((time) => expectedOfNew(PAPER, time).toFixed(4))).toEqual(['0.0078', '0.0532', '0.1506']);
});

test('who never came back is alive, and expected to buy as a customer of that age', () => {
  const once = { repeats: 0, recency: 0, age: 20 };
  expect(pAlive(PAPER, once)).toBe(1);
  expect(expectedPurchases(PAPER, once, 10)).toBeLessThan(expectedOfNew(PAPER, 10));
});

test('Gamma-Gamma on the CDNOW repeat buyers gives the parameters of the paper', () => {
  const fit = fitGammaGamma(cdnow().spenders);
  expect(fit.customers).toBe(946);
  expect([fit.p.toFixed(2), fit.q.toFixed(2), fit.v.toFixed(2)]).toEqual(['6.25', '3.74', '15.44']);
  expect(fit.logLikelihood).toBeCloseTo(-4055.92, 1);
  expect(expectedValue(fit, null)).toBeCloseTo(35.2, 0);
});

test('the value expected of a customer lies between the own mean and that of all', () => {
  const model = { p: 6.25, q: 3.74, v: 15.44 };
  const all = expectedValue(model, null);
  expect(expectedValue(model, { purchases: 2, mean: 100 })).toBeGreaterThan(all);
  expect(expectedValue(model, { purchases: 2, mean: 100 })).toBeLessThan(100);
  expect(expectedValue({ ...model, q: 1 }, null)).toBeNaN();
});

test.each<[string, Objective, number[]]>([
  ['BG/NBD', bgNbdObjective(groupHistories(cdnow().histories.slice(0, 200))), [0.3, 1.1, -0.2, 0.7]],
  ['Gamma-Gamma', gammaGammaObjective(cdnow().spenders.slice(0, 100)), [1.2, 1.1, 2]],
])('the gradient of %s is that of its likelihood', (_name, of, point) => {
  const { gradient } = of(point);
  for (const [at, given] of gradient.entries()) {
    const moved = (by: number) => of(point.map((x, other) => (other === at ? x + by : x))).value;
    expect(given).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 6);
  }
});
