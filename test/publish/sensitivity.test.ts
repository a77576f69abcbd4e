import fc from 'fast-check';
import { protectionOf } from '../../src/publish/statistic/sensitivity.js';
import { canonical, entryIdOf, statisticInput } from '../../src/publish/statistic/statistic-input.js';
import { type Bin, binsOf, degreeBins, histogram, sizeBins } from '../../src/publish/table/bins.js';

/** How far an answer moved: the sum of what each number changed. */
function moved(before: readonly Bin[], after: readonly Bin[]): number {
  expect(after.map(({ bin }) => bin)).toEqual(before.map(({ bin }) => bin));
  return before.reduce((sum, { value }, at) => sum + Math.abs(value - after[at]!.value), 0);
}

const sensitivityOf = (question: object) => protectionOf(statisticInput.parse(question)).sensitivity;

function degreesAfter(ties: readonly (readonly [number, number])[], people: number, most: number): Bin[] {
  const degrees = new Array<number>(people).fill(0);
  for (const node of ties.flat()) degrees[node]!++;
  return degreeBins(
    most,
    degrees.map((degree) => ({ degree, people: 1 })),
  );
}

test('worked example: a tie between people of degree 1 and 3 moves four people in the histogram, and one tie', () => {
  const ties = [
    [0, 1],
    [2, 3],
    [2, 4],
    [2, 5],
  ] as const;
  const before = degreesAfter(ties, 6, 10);
  const after = degreesAfter([...ties, [0, 2]], 6, 10);
  expect(moved(before, after)).toBe(4);
  expect([sensitivityOf({ ask: 'DEGREES' }), sensitivityOf({ ask: 'TIES' })]).toEqual([4, 1]);
});

test('one tie never moves the degree histogram by more than 4, whatever the largest degree told apart', () => {
  const person = fc.nat({ max: 7 });
  const drawn = fc.record({
    ties: fc.array(fc.tuple(person, person), { maxLength: 20 }),
    one: fc.tuple(person, person).filter(([a, b]) => a !== b),
    most: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(drawn, ({ ties, one, most }) => {
      expect(moved(degreesAfter(ties, 8, most), degreesAfter([...ties, one], 8, most))).toBeLessThanOrEqual(4);
    }),
  );
});

test('one member never moves the bands of community sizes by more than 2, and does move them by 2', () => {
  const bands = (sizes: readonly number[]) =>
    sizeBins(sizes.filter((size) => size > 0).map((size) => ({ size, communities: 1 })));
  expect(moved(bands([9, 30]), bands([10, 30]))).toBe(2);
  expect(moved(bands([30]), bands([30, 1]))).toBe(1);
  const sizes = fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.nat(), (all, which) => {
      const after = all.map((size, at) => (at === which % all.length ? size + 1 : size));
      expect(moved(bands(all), bands(after))).toBeLessThanOrEqual(sensitivityOf({ ask: 'COMMUNITY_SIZES' }));
    }),
  );
});

test('one person moves a count and a histogram by 1, known value or not', () => {
  const bins = binsOf('gender', undefined);
  const before = histogram(bins, [{ value: 'female', people: 4 }]);
  for (const value of ['male', 'female', 'never heard of', null])
    expect(
      moved(
        before,
        histogram(bins, [
          { value: 'female', people: 4 },
          { value, people: 1 },
        ]),
      ),
    ).toBe(1);
  expect(sensitivityOf({ ask: 'COUNT' })).toBe(1);
  expect(sensitivityOf({ ask: 'HISTOGRAM', by: 'gender' })).toBe(1);
  expect(() => binsOf('city', undefined)).toThrow('bins of city');
});

test('one person moves a sum by the larger bound, below zero too', () => {
  expect(sensitivityOf({ ask: 'SUM', of: 'orders', upper: 30 })).toBe(30);
  expect(sensitivityOf({ ask: 'SUM', of: 'spendMinor', lower: -500, upper: 200 })).toBe(500);
  expect(statisticInput.safeParse({ ask: 'SUM', of: 'orders', lower: 3, upper: 3 }).success).toBe(false);
});

test('the same question is the same however it is written; another epsilon, version or data set is another', () => {
  const idOf = (question: object, version = 1) =>
    entryIdOf('customers', version, canonical(statisticInput.parse(question)));
  const plain = {
    ask: 'COUNT',
    where: [
      { column: 'gender', values: ['a', 'b'] },
      { column: 'city', values: ['x'] },
    ],
  };
  const written = {
    epsilon: 0.1,
    purpose: 'research',
    where: [
      { column: 'city', values: ['x', 'x'] },
      { values: ['b', 'a'], column: 'gender' },
    ],
    ask: 'COUNT',
    by: null,
  };
  expect(idOf(written)).toBe(idOf(plain));
  const sum = { ask: 'SUM', of: 'orders', upper: 5 };
  expect(idOf({ ...sum, lower: 0 })).toBe(idOf(sum));
  const others = [idOf(plain, 2), idOf({ ...plain, epsilon: 0.2 }), idOf({ ask: 'COUNT' }), idOf(sum)];
  expect(new Set([idOf(plain), ...others]).size).toBe(5);
  expect(statisticInput.safeParse({ ask: 'COUNT', epsilon: 0.0000001 }).success).toBe(false);
  expect(statisticInput.safeParse({ ask: 'COUNT', epsilon: 0.12345678 }).success).toBe(false);
});
