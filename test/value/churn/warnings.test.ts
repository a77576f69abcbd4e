import { DAY_MS } from '../../../src/kernel/clock.js';
import { type WarningFacts, warningsOf } from '../../../src/value/churn/warnings.js';

const NOW = new Date('2026-06-30T00:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const orders = (...given: [days: number, amount: number][]) =>
  given.map(([days, amountMinor], at) => ({ id: `o${at}`, at: ago(days), amountMinor }));

/** Spent 100 a month for five months, then nothing for two. */
const fading: WarningFacts = {
  orders: orders([200, 100], [170, 100], [140, 100], [110, 100], [80, 100]),
  firstOrderAt: ago(200),
  ...{ logins: 2, lastLoginAt: ago(20), moves: [], sent: 0, opened: 0, openedBefore: false },
};
const rulesOf = (given: Partial<WarningFacts>) => warningsOf({ ...fading, ...given }, NOW).map(({ rule }) => rule);

test('two months in a row under half of the usual, and less than a login a week', () => {
  const [warning] = warningsOf(fading, NOW);
  expect(warning).toMatchObject({ rule: 'SPEND', usualMinor: 100, latelyMinor: 0, beforeMinor: 0, logins: 2 });
  expect(rulesOf({ logins: 9 })).toEqual([]);
  expect(rulesOf({ logins: null })).toEqual(['SPEND']); // not kept: spend alone tells
  expect(rulesOf({ orders: [...fading.orders, ...orders([40, 50])] })).toEqual([]);
  expect(rulesOf({ orders: [...fading.orders, ...orders([40, 49])] })).toEqual(['SPEND']);
  expect(rulesOf({ orders: fading.orders.slice(-2) })).toEqual([]); // two orders are not a habit
  expect(rulesOf({ firstOrderAt: ago(149) })).toEqual([]);
});

test('three months without a login of who logged in before, or a basket a fifth smaller', () => {
  const calm = { orders: [], logins: 0 };
  expect(rulesOf({ ...calm, lastLoginAt: ago(91) })).toEqual(['SILENCE']);
  expect(rulesOf({ ...calm, lastLoginAt: ago(89) })).toEqual([]);
  expect(rulesOf({ ...calm, lastLoginAt: null })).toEqual([]);
  const baskets = (amount: number) =>
    orders([150, 100], [120, 100], [100, 100], [60, amount], [30, amount], [1, amount]);
  expect(warningsOf({ ...fading, orders: baskets(80) }, NOW)).toMatchObject([
    { rule: 'SILENCE', because: ['BASKET'], usualMinor: 100, latelyMinor: 80, orders: ['o3', 'o4', 'o5'] },
  ]);
  expect(rulesOf({ orders: baskets(81) })).toEqual([]);
});

test('who unfollowed or left and did not come back, or stopped opening what is sent', () => {
  const move = (key: string, type: string, days: number) => ({ key, type, at: ago(days) });
  const of = (given: Partial<WarningFacts>) => warningsOf({ ...fading, orders: [], ...given }, NOW);
  expect(of({ moves: [move('a', 'unfollowed', 30), move('b', 'left_group', 20)] })).toMatchObject([
    { rule: 'TOUCHPOINTS', because: ['UNFOLLOWED', 'LEFT'], events: ['a', 'b'] },
  ]);
  expect(of({ moves: [move('a', 'unfollowed', 30), move('b', 'followed', 20)] })).toEqual([]);
  expect(of({ sent: 3, openedBefore: true })).toMatchObject([{ because: ['UNOPENED'], sent: 3 }]);
  expect(of({ sent: 2, openedBefore: true })).toEqual([]);
  expect(of({ sent: 3 })).toEqual([]); // never opened any: nothing stopped
});
