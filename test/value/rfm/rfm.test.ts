import * as fc from 'fast-check';
import {
  cutsFor,
  EQUAL_WEIGHTS,
  GRADE_TABLE,
  type Grades,
  gradeOf,
  levelOf,
  quintileCuts,
  type RfmInput,
} from '../../../src/value/rfm/rfm.js';
import { OTHERS, RPACKAGE_SEGMENTS } from '../../../src/value/rfm/rpackage.js';
import { segmentOf, segmentsOf } from '../../../src/value/rfm/segment-sets.js';
import { monthsBefore } from '../../../src/value/window.js';
import { scoreRfm } from './score-rfm.js';

const customer = (n: number, recencyDays: number, orders: number, spendMinor: number): RfmInput => ({
  customerId: `c${n}`,
  recencyDays,
  orders,
  spendMinor,
});

test('five customers, one in each fifth', () => {
  const scores = scoreRfm([1, 2, 3, 4, 5].map((n) => customer(n, 10 * n, n, 100 * n)));
  expect(scores.map((s) => [s.recency, s.frequency, s.monetary, s.level])).toEqual([
    [5, 1, 1, 2],
    [4, 2, 2, 3],
    [3, 3, 3, 3],
    [2, 4, 4, 3],
    [1, 5, 5, 4],
  ]);
  expect(scores.map((s) => s.segment)).toEqual([
    'rfm:recent',
    'rfm:promising',
    'rfm:needing-attention',
    'rfm:at-risk',
    'rfm:cannot-lose',
  ]);
});

test('a value on a cut takes the lower bin', () => {
  const scores = scoreRfm(Array.from({ length: 10 }, (_, n) => customer(n, 7, 1, 500)));
  expect(new Set(scores.map((s) => `${s.recency}${s.frequency}${s.monetary}`))).toEqual(new Set(['511']));
  expect([20, 21].map((value) => gradeOf(value, [100, 200, 300, 400]))).toEqual([1, 2]);
});

test('cuts are type 7 quantiles times five', () => {
  expect(quintileCuts([4, 1, 3, 2])).toEqual([8, 11, 14, 17]); // 1.6, 2.2, 2.8, 3.4
  expect(quintileCuts([9])).toEqual([45, 45, 45, 45]);
  expect(quintileCuts([])).toEqual([]);
  expect(scoreRfm([])).toEqual([]);
});

test('the R package moves every cut up by one unit, and its bins are open above', () => {
  const cuts = { recency: [8], frequency: [10], monetary: [1000] };
  const moved = cutsFor('rpackage', cuts, 100);
  // days: 1.6 + 1 = 2.6; orders: 2 + 1 = 3; money: 200 + 100 = 300 minor units
  expect([2, 3].map((days) => gradeOf(days, moved.recency))).toEqual([1, 2]);
  expect([2, 3].map((orders) => gradeOf(orders, moved.frequency))).toEqual([1, 2]);
  expect([299, 300].map((spend) => gradeOf(spend, moved.monetary))).toEqual([1, 2]);
  expect(cutsFor('type7', cuts, 100)).toEqual(cuts);
});

test.each<[Grades, string]>([
  [[5, 5, 5], 'Champions'],
  [[3, 3, 2], 'Potential Loyalist'], // also within Loyal, which comes later
  [[2, 2, 2], 'Loyal'],
  [[3, 1, 5], 'Promising'],
  [[5, 1, 1], 'New'],
  [[1, 3, 5], "Can't Lose"],
  [[1, 5, 5], 'At Risk'],
  [[2, 5, 3], 'Need Attention'],
  [[2, 1, 1], 'About To Sleep'],
  [[1, 1, 1], 'Lost'],
  [[5, 5, 1], 'Others'],
])('by the R package, grades %j are %s', (grades, name) => {
  expect(segmentsOf('rpackage').find(({ id }) => id === segmentOf(grades, 'rpackage'))!.name).toBe(name);
});

test('by the R package, ten of the 125 combinations belong to no named segment', () => {
  const others = GRADE_TABLE.filter((grades) => segmentOf(grades, 'rpackage') === OTHERS.id);
  expect(others.map((grades) => grades.join(''))).toEqual([
    ...['215', '241', '251', '252', '341', '351', '441', '451', '541', '551'],
  ]);
  expect(GRADE_TABLE[25 * 4 + 5 * 2 + 0]).toEqual([5, 3, 1]);
  expect(new Set([...RPACKAGE_SEGMENTS, OTHERS].map((s) => s.id)).size).toBe(11);
});

test('the level is the weighted mean, a half upwards', () => {
  expect(levelOf([5, 4, 4], EQUAL_WEIGHTS)).toBe(4);
  expect(levelOf([2, 3, 1], { recency: 1, frequency: 1, monetary: 0 })).toBe(3);
  expect(levelOf([5, 1, 1], { recency: 50, frequency: 30, monetary: 20 })).toBe(3);
  expect(levelOf([1, 1, 5], { recency: 0, frequency: 0, monetary: 7 })).toBe(5);
});

const grade = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const);
const share = fc.integer({ min: 0, max: 100 });

test('a level lies between the lowest and the highest grade', () => {
  fc.assert(
    fc.property(grade, grade, grade, share, share, share, (r, f, m, wr, wf, wm) => {
      fc.pre(wr + wf + wm > 0);
      const level = levelOf([r, f, m], { recency: wr, frequency: wf, monetary: wm });
      return level >= Math.min(r, f, m) && level <= Math.max(r, f, m);
    }),
  );
});

const customers = fc.array(
  fc.record({
    customerId: fc.uuid(),
    recencyDays: fc.integer({ min: 0, max: 400 }),
    orders: fc.integer({ min: 1, max: 30 }),
    spendMinor: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

test('whoever is better at something never gets a lower grade for it, and order of input does not matter', () => {
  fc.assert(
    fc.property(customers, (list) => {
      const scores = scoreRfm(list);
      const backwards = scoreRfm([...list].reverse()).reverse();
      expect(backwards).toEqual(scores);
      list.forEach((a, i) => {
        list.forEach((b, j) => {
          if (a.recencyDays <= b.recencyDays) expect(scores[i]!.recency).toBeGreaterThanOrEqual(scores[j]!.recency);
          if (a.spendMinor >= b.spendMinor) expect(scores[i]!.monetary).toBeGreaterThanOrEqual(scores[j]!.monetary);
        });
      });
    }),
    { numRuns: 30 },
  );
});

test('at most a fifth of the customers lies above the highest cut', () => {
  fc.assert(
    fc.property(customers, (list) => {
      const best = scoreRfm(list).filter((s) => s.monetary === 5).length;
      return best <= Math.ceil((list.length - 1) / 5);
    }),
  );
});

test('months before a date keep the day where the month has it', () => {
  const before = (at: string, months: number) => monthsBefore(new Date(at), months).toISOString();
  expect(before('2026-03-31T08:00:00Z', 1)).toBe('2026-02-28T08:00:00.000Z');
  expect(before('2026-01-15T00:00:00Z', 12)).toBe('2025-01-15T00:00:00.000Z');
});
