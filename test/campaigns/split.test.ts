import fc from 'fast-check';
import { problemOfPlan } from '../../src/campaigns/plan.js';
import { problemOfVariants, splitPoint, variantFor } from '../../src/campaigns/split.js';
import { edits, nearest } from '../../src/kernel/words/nearest.js';

const anyShares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }).map((weights) => {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w, n) => ({ name: `V${n}`, share: w / sum }));
});

test('a customer always gets one of the variants, and the same one again', () => {
  fc.assert(
    fc.property(anyShares, fc.string(), fc.string(), (variants, campaign, customer) => {
      const variant = variantFor(campaign, customer, variants);
      expect(variants).toContain(variant);
      expect(variantFor(campaign, customer, variants)).toBe(variant);
      expect(problemOfVariants(variants)).toBeNull();
    }),
  );
});

test('shares are met on 20,000 customers within four standard errors', () => {
  const variants = [
    { name: 'A', share: 0.2 },
    { name: 'B', share: 0.3 },
    { name: 'C', share: 0.5 },
  ];
  const n = 20_000;
  const got = Array.from({ length: n }, (_, i) => variantFor('k', `c${i}`, variants).name);
  for (const { name, share } of variants)
    expect(Math.abs(got.filter((g) => g === name).length / n - share)).toBeLessThan(
      4 * Math.sqrt((share * (1 - share)) / n),
    );
});

test('another campaign splits the same customers anew', () => {
  const halves = [
    { name: 'A', share: 0.5 },
    { name: 'B', share: 0.5 },
  ];
  const same = Array.from(
    { length: 2000 },
    (_, i) => variantFor('k1', `c${i}`, halves).name === variantFor('k2', `c${i}`, halves).name,
  );
  expect(same.filter(Boolean).length).toBeGreaterThan(850);
  expect(same.filter(Boolean).length).toBeLessThan(1150);
});

test('a point is a number from 0 up to 1', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => splitPoint(a, b) >= 0 && splitPoint(a, b) < 1));
});

test.each([
  [[], 'at least one'],
  [
    [
      { name: 'A', share: 0.5 },
      { name: 'A', share: 0.5 },
    ],
    'same name',
  ],
  [
    [
      { name: 'A', share: 0 },
      { name: 'B', share: 1 },
    ],
    'above 0',
  ],
  [[{ name: 'A', share: Number.NaN }], 'above 0'],
  [
    [
      { name: 'A', share: 0.5 },
      { name: 'B', share: 0.4 },
    ],
    'add up to 0.900',
  ],
])('%j is refused: %s', (variants, problem) => expect(problemOfVariants(variants)?.en).toContain(problem));

test('a plan must reach people, by one channel, within its budget, in a currency', () => {
  const plan = {
    name: 'n',
    purpose: 'marketing' as const,
    channel: 'SMS' as const,
    segment: 'all',
    variants: [{ name: 'A', share: 1 }],
  };
  expect(problemOfPlan(plan)).toBeNull();
  expect(problemOfPlan({ ...plan, purpose: 'profiling', channel: 'ALL' })?.text).toContain('reaches nobody');
  expect(problemOfPlan({ ...plan, channel: 'ALL' })?.text).toContain('one way');
  expect(problemOfPlan({ ...plan, costMinor: 100 })?.path).toBe('currency');
  expect(problemOfPlan({ ...plan, costMinor: 100, budgetMinor: 99, currency: 'CNY' })?.text).toBe(
    'is above the budget',
  );
  expect(problemOfPlan({ ...plan, costMinor: 100, budgetMinor: 100, currency: 'CNY' })).toBeNull();
});

test('edits: worked examples, a distance, and the nearest names', () => {
  expect(edits('kitten', 'sitting')).toBe(3);
  expect(edits('', 'abc')).toBe(3);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => edits(a, b) === edits(b, a) && (edits(a, b) === 0) === (a === b)),
  );
  expect(nearest('rfm:champion', ['rfm:lost', 'rfm:champions', 'rfm:at-risk'], 1)).toEqual(['rfm:champions']);
});
