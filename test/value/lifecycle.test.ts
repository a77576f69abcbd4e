import { stageOf } from '../../src/value/lifecycle.js';

const NOW = new Date('2026-06-30T00:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const buying = (first: number, last: number, orders: number, spend: [number, number, number]) => ({
  firstOrderAt: ago(first),
  lastOrderAt: ago(last),
  orders,
  spend,
});

test.each<[string, ReturnType<typeof buying>]>([
  ['dormant', buying(400, 180, 5, [0, 0, 0])],
  ['new', buying(89, 5, 2, [0, 100, 50])],
  ['decline', buying(300, 20, 10, [300, 200, 100])],
  ['decline', buying(310, 60, 10, [100, 100, 100])],
  ['growth', buying(300, 5, 10, [100, 200, 300])],
  ['stable', buying(300, 5, 10, [100, 300, 100])],
  ['stable', buying(100, 100, 1, [0, 0, 0])],
])('%s', (stage, facts) => {
  expect(stageOf(facts, NOW).stage).toBe(stage);
});

test('the bounds are days and factors that can be set', () => {
  expect(
    stageOf(buying(60, 5, 2, [0, 0, 10]), NOW, { newDays: 30, dormantDays: 180, windowDays: 60, lateFactor: 9 }).stage,
  ).toBe('growth');
});
