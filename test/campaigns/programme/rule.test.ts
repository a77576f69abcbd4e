import { creditsOf, type PastReferral, simulate } from '../../../src/campaigns/programme/rule.js';

const RULE = {
  ...{ rewardMinor: 2000, levels: 3, decay: 0.5, capMinor: 3200, most: 2, mostDays: 30 },
  ...{ windowDays: 14, minOrderMinor: 1000 },
};
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const past = (id: string, ordered: number | null, more: Partial<PastReferral> = {}): PastReferral => ({
  ...{
    customerId: id,
    at: day(1),
    orderMinor: ordered === null ? null : 5000,
    orderAt: ordered === null ? null : day(ordered),
  },
  ...{ valueMinor: 8000, chain: ['a'], scores: [0, 0], ...more },
});

test('each level gets half of the one before, and all together no more than the cap', () => {
  expect(creditsOf(RULE, ['a', 'b', 'c', 'd'])).toEqual([
    { customerId: 'a', level: 1, amountMinor: 2000 },
    { customerId: 'b', level: 2, amountMinor: 1000 },
    { customerId: 'c', level: 3, amountMinor: 200 },
  ]);
  expect(creditsOf({ ...RULE, levels: 1 }, ['a', 'b'])).toHaveLength(1);
});

test('a rule over the past counts who bought enough in time, limits each person, and says who would be held', () => {
  const rows = [
    past('c1', 5),
    past('c2', 6),
    past('c3', 7),
    past('late', 20),
    past('none', null),
    past('poor', 5, { orderMinor: 900 }),
    past('odd', 8, { chain: ['b', 'a'], scores: [70, 0, 10] }),
  ];
  const found = simulate(RULE, rows, 50);
  expect(found).toMatchObject({
    referrals: 7,
    converted: 4,
    rewards: 3,
    limited: 2,
    amountMinor: 6000,
    revenueMinor: 32000,
  });
  expect(found.held).toEqual([{ customerId: 'b', rewards: 1, amountMinor: 2000, score: 70 }]);
  expect(found).toMatchObject({ heldRewards: 1, heldMinor: 2000, perReferralMinor: 1500 });
  expect(found.roi).toBeCloseTo(26 / 6, 9);
  expect(simulate(RULE, [], 50)).toMatchObject({ perReferralMinor: null, roi: null });
});
