import fc from 'fast-check';
import { markov } from '../../../src/campaigns/attribution/markov.js';
import { type Credits, type TouchPath, totalOf } from '../../../src/campaigns/attribution/paths.js';
import {
  firstTouch,
  lastTouch,
  linear,
  positionBased,
  shapley,
  timeDecay,
} from '../../../src/campaigns/attribution/rules.js';

const path = (text: string, conversions: number, nulls = 0): TouchPath => ({
  touches: text.split('>'),
  conversions,
  value: 10 * conversions,
  nulls,
});
const counted = (credits: Credits) =>
  Object.fromEntries([...credits].map(([touch, { conversions }]) => [touch, Number(conversions.toFixed(9))]));

test('three paths by removal effect: a fifth, two fifths, two fifths', () => {
  const paths = [path('C1>C2>C3', 1), path('C1', 0, 1), path('C2>C3', 0, 1)];
  expect(counted(markov(paths))).toEqual({ C1: 0.2, C2: 0.4, C3: 0.4 });
});

test('a path that comes back to itself settles, and higher orders tell what came before apart', () => {
  const paths = [path('A>A>B', 2, 2), path('B>A', 0, 4), path('A>B', 3, 1)];
  for (const order of [1, 2, 3]) {
    const sum = [...markov(paths, order).values()].reduce((total, { conversions }) => total + conversions, 0);
    expect(sum).toBeCloseTo(5, 9);
  }
  expect(counted(markov(paths, 1))).not.toEqual(counted(markov(paths, 2)));
});

test('five sets by the Shapley value: 15, 12, 2', () => {
  const paths = [path('A', 10), path('B', 6), path('A>B', 8), path('C>B', 2), path('B>A>C', 3)];
  expect(counted(shapley(paths))).toEqual({ A: 15, B: 12, C: 2 });
});

test('the Shapley value is what counting every order in which points may come gives', () => {
  const touches = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 1, maxLength: 5 });
  const one = fc.record({ touches, conversions: fc.integer({ min: 0, max: 9 }), value: fc.constant(0) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (paths) => {
      const points = [...new Set(paths.flatMap((path) => path.touches))];
      const worth = (set: readonly string[]) =>
        paths
          .filter((path) => path.touches.every((touch) => set.includes(touch)))
          .reduce((sum, { conversions }) => sum + conversions, 0);
      const orders = ordersOf(points);
      const credits = shapley(paths);
      for (const point of points) {
        const gains = orders.map((order) => {
          const before = order.slice(0, order.indexOf(point));
          return worth([...before, point]) - worth(before);
        });
        const mean = gains.reduce((sum, gain) => sum + gain, 0) / orders.length;
        expect(credits.get(point)!.conversions).toBeCloseTo(mean, 9);
      }
    }),
    { numRuns: 25 },
  );
});

function ordersOf(points: readonly string[]): string[][] {
  if (points.length <= 1) return [[...points]];
  return points.flatMap((point) => ordersOf(points.filter((one) => one !== point)).map((rest) => [point, ...rest]));
}

test('one path by its places', () => {
  const one = [path('A>B>C>A', 1)];
  expect(counted(firstTouch(one))).toMatchObject({ A: 1, B: 0, C: 0 });
  expect(counted(lastTouch(one))).toMatchObject({ A: 1, B: 0, C: 0 });
  expect(counted(linear(one))).toEqual({ A: 0.5, B: 0.25, C: 0.25 });
  expect(counted(positionBased(one))).toEqual({ A: 0.8, B: 0.1, C: 0.1 });
  const aged = [{ ...path('A>B', 1), ages: [7, 0] }];
  expect(counted(timeDecay(aged, 7))).toEqual({ A: Number((1 / 3).toFixed(9)), B: Number((2 / 3).toFixed(9)) });
});

test('whatever the model, the credits sum to what was converted', () => {
  const touches = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 6 });
  const amount = fc.integer({ min: 0, max: 9 });
  const one = fc.record({ touches, conversions: amount, value: amount, nulls: amount });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (paths) => {
      const wanted = totalOf(paths);
      for (const model of [firstTouch, lastTouch, linear, timeDecay, positionBased, shapley, markov]) {
        const values = [...model(paths).values()];
        const sum = values.reduce((total, { conversions }) => total + conversions, 0);
        expect(Math.abs(sum - wanted.conversions)).toBeLessThan(1e-9);
      }
    }),
  );
});
