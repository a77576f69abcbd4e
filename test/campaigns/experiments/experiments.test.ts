import { type Member, memberOf, partsOf } from '../../../seed/experiment/members.js';
import { alwaysValid } from '../../../src/campaigns/experiments/always-valid.js';
import { assigned } from '../../../src/campaigns/experiments/assign.js';
import { contrast, momentsBy } from '../../../src/campaigns/experiments/compare.js';
import { compareMeans } from '../../../src/campaigns/experiments/means.js';
import {
  compareProportions,
  designEffect,
  sampleRatio,
  sampleSize,
  wilson,
} from '../../../src/campaigns/experiments/proportions.js';
import { seededRandom } from '../../../src/kernel/random.js';
import { chiSquaredTail, normalQuantile, studentQuantile, studentTail } from '../../../src/kernel/special-functions.js';
import { clusterMoments, cuped, momentsOf, ratioMoments } from './by-person.js';

test('distributions have their tabled values', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959_963_984_540_054, 10);
  expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228_138_852, 8);
  expect(studentTail(2, 1)).toBeCloseTo(0.147_583_617_65, 10);
  expect(chiSquaredTail(3.841_458_82, 1)).toBeCloseTo(0.05, 9);
});

test('200 of 2000 against 250 of 2000', () => {
  const { statistic, p, interval } = compareProportions(
    { people: 2000, conversions: 200 },
    { people: 2000, conversions: 250 },
  );
  expect(statistic).toBeCloseTo(2.50196, 5);
  expect(p).toBeCloseTo(0.01235, 5);
  expect(interval.low).toBeGreaterThan(0);
});

test('nothing of twenty against nothing of twenty answers: no difference, and anything up to a sixth', () => {
  const { statistic, p, interval } = compareProportions({ people: 20, conversions: 0 }, { people: 20, conversions: 0 });
  expect([statistic, p]).toEqual([0, 1]);
  expect(interval.high).toBeCloseTo(0.1611, 4);
  expect(wilson({ people: 0, conversions: 0 })).toEqual({ low: 0, high: 1 });
});

test('sample size, sample ratio, design effect', () => {
  expect(sampleSize(0.1, 0.12)).toBe(3841);
  expect(sampleRatio([5000, 5200], [1, 1]).chi2).toBeCloseTo(3.9216, 4);
  expect(designEffect(20, 0.05)).toBeCloseTo(1.95, 12);
});

const OPTIONS = { confidence: 0.95, planned: 0, byCommunity: false };
const arm = (members: readonly Partial<Member>[]) => partsOf(members.map(memberOf)).all;

test("Welch's test on two small samples by hand", () => {
  const [a, b] = [
    [1, 2, 3, 4],
    [2, 4, 6, 8],
  ].map((values) => arm(values.map((spendMinor) => ({ spendMinor }))));
  const { statistic, p, difference } = contrast('REVENUE', a!, b!, OPTIONS)!;
  expect(difference).toBe(2.5);
  expect(statistic).toBeCloseTo(2.5 / Math.sqrt(5 / 12 + 5 / 3), 12);
  expect(p).toBeCloseTo(0.151_6, 3);
});

test('CUPED leaves the difference and takes the variance that the time before explains', () => {
  const random = seededRandom(5);
  const person = (lift: number) => {
    const spendBeforeMinor = 100 * random.next();
    return { spendBeforeMinor, spendMinor: spendBeforeMinor + lift + 10 * (random.next() - 0.5) };
  };
  const [a, b] = [0, 5].map((lift) => arm(Array.from({ length: 500 }, () => person(lift))));
  const plain = contrast('REVENUE', a!, b!, OPTIONS)!;
  expect(plain.cuped!.difference).toBeCloseTo(5, 0);
  const width = ({ interval }: { interval: { low: number; high: number } }) => interval.high - interval.low;
  expect(width(plain.cuped!)).toBeLessThan(0.2 * width(plain));
});

test('a ratio metric is the ratio of the sums', () => {
  const pairs = [
    [10, 1],
    [30, 2],
    [20, 3],
  ].map(([spendMinor, orders]) => ({ spendMinor: spendMinor!, orders: orders! }));
  expect(momentsBy('ORDER_VALUE', arm(pairs), false).mean).toBeCloseTo(10, 12);
});

test('sums give what the same formulas give value by value, of people and of communities', () => {
  const random = seededRandom(8);
  const draw = (lift: number) =>
    Array.from({ length: 400 }, (_, i) => {
      const ordersBefore = Math.floor(4 * random.next());
      const orders = Math.floor(3 * random.next()) + (random.next() < lift ? 1 : 0);
      const spendMinor = orders * Math.floor(1000 + 8000 * random.next());
      const spendBeforeMinor = ordersBefore * Math.floor(1000 + 8000 * random.next());
      return memberOf({ cluster: `k${i % 37}`, orders, spendMinor, ordersBefore, spendBeforeMinor });
    });
  const arms = [draw(0.1), draw(0.3)] as const;
  const [a, b] = arms.map((members) => partsOf(members).all);
  const close = (found: object, wanted: object) => {
    for (const [key, value] of Object.entries(wanted)) {
      const ours = (found as Record<string, number>)[key]!;
      expect([key, Math.abs(ours / (value as number) - 1) < 1e-9]).toEqual([key, true]);
    }
  };
  const above = (one: Member) => one.spendMinor;
  close(momentsBy('REVENUE', a!, false), momentsOf(arms[0].map(above)));
  close(
    momentsBy('REVENUE', a!, true),
    clusterMoments(arms[0].map((one) => ({ cluster: one.cluster, above: above(one), below: 1 }))),
  );
  const pairs = arms[0].map((one) => ({ cluster: one.cluster, above: one.spendMinor, below: one.orders }));
  close(momentsBy('ORDER_VALUE', a!, false), ratioMoments(pairs));
  close(momentsBy('ORDER_VALUE', a!, true), clusterMoments(pairs));
  const less = cuped(arms.map((arm) => arm.map((one) => ({ value: one.spendMinor, before: one.spendBeforeMinor }))));
  const [first, second] = less.map(momentsOf);
  const wanted = compareMeans(first!, second!);
  const found = contrast('REVENUE', a!, b!, OPTIONS)!.cuped!;
  close({ ...found.interval, ...found }, { ...wanted.interval, difference: wanted.difference, p: wanted.p });
  const byCluster = arms.map((arm, at) =>
    clusterMoments(arm.map(({ cluster }, i) => ({ cluster, above: less[at]![i]!, below: 1 }))),
  );
  const inCommunities = contrast('REVENUE', a!, b!, { ...OPTIONS, byCommunity: true })!.cuped!;
  close(inCommunities.interval, compareMeans(byCluster[0]!, byCluster[1]!).interval);
});

test('of 2,000 trials without a difference 3.5 to 6.5 % seem to differ at the end, and at most 5.5 % on any of 20 looks', () => {
  const random = seededRandom(42);
  let atTheEnd = 0;
  let ever = 0;
  for (let trial = 0; trial < 2000; trial += 1) {
    const arms = [
      { people: 0, conversions: 0 },
      { people: 0, conversions: 0 },
    ];
    let stopped = false;
    for (let look = 0; look < 20; look += 1) {
      for (const arm of arms)
        for (let n = 0; n < 100; n += 1) {
          arm.people += 1;
          if (random.next() < 0.2) arm.conversions += 1;
        }
      const { low, high } = alwaysValid(rate(arms[0]!), rate(arms[1]!));
      stopped ||= low > 0 || high < 0;
    }
    if (stopped) ever += 1;
    if (compareProportions(arms[0]!, arms[1]!).p < 0.05) atTheEnd += 1;
  }
  expect(atTheEnd / 2000).toBeGreaterThan(0.035);
  expect(atTheEnd / 2000).toBeLessThan(0.065);
  expect(ever / 2000).toBeLessThanOrEqual(0.055);
});

test('people keep their variant, shares come out, and experiments are independent', () => {
  const variants = [
    { id: 'A', share: 3 },
    { id: 'B', share: 1 },
  ];
  const people = Array.from({ length: 4000 }, (_, at) => `c${at}`);
  const inA = (experiment: string) => people.filter((one) => assigned(experiment, one, variants) === 'A');
  expect(inA('x')).toEqual(inA('x'));
  expect(sampleRatio([inA('x').length, 4000 - inA('x').length], [3, 1]).p).toBeGreaterThan(0.001);
  const both = inA('x').filter((one) => assigned('y', one, variants) === 'A').length;
  expect(both / inA('x').length).toBeCloseTo(0.75, 1);
});

function rate({ people, conversions }: { people: number; conversions: number }) {
  const mean = conversions / people;
  return { people, mean, variance: (mean * (1 - mean) * people) / (people - 1) };
}
