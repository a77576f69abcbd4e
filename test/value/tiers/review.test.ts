import * as fc from 'fast-check';
import { DAY_MS } from '../../../src/kernel/clock.js';
import { type Held, type Review, reviewed, type TierOrder } from '../../../src/value/tiers/review.js';
import { TIERS_FILE, type TierRules, tiersInForce } from '../../../src/value/tiers/rules.js';

const rules: TierRules = {
  ...{ version: 1, currency: 'CNY', windowDays: 365, noticeDays: 30, keepDays: 90 },
  tiers: [
    { id: 'gold', name: 'Gold', nameZh: '金', needs: [{ spendMinor: 1000 }, { orders: 6, clvMinor: 50 }] },
    { id: 'silver', name: 'Silver', nameZh: '银', needs: [{ spendMinor: 500, orders: 2 }] },
    { id: 'bronze', name: 'Bronze', nameZh: '铜', needs: [] },
  ],
};
const START = Date.UTC(2026, 0, 1);
const day = (n: number) => new Date(START + n * DAY_MS);
const bought = (at: number, amountMinor: number): TierOrder => ({ at: day(at), amountMinor });
const NEW: Held = { tier: null, since: null, noticedAt: null, clvMinor: null };
const next = ({ tier, since, notice }: Review, clvMinor: number | null = null): Held => ({
  ...{ tier, since, noticedAt: notice?.noticedAt ?? null, clvMinor },
});

test('the highest tier counts of which one line of needs is met whole', () => {
  const of = (orders: TierOrder[], clvMinor: number | null = null) =>
    reviewed({ orders, held: { ...NEW, clvMinor }, rules }, day(1)).tier;
  expect(of([])).toBe('bronze');
  expect(of([bought(0, 700)])).toBe('bronze'); // silver needs two purchases as well
  expect(of([bought(0, 400), bought(1, 100)])).toBe('silver');
  expect(of([bought(0, 1200), bought(1, -300)])).toBe('bronze'); // 900, one purchase
  expect(of([bought(0, 1000)])).toBe('gold');
  expect(
    of(
      Array.from({ length: 6 }, () => bought(0, 1)),
      50,
    ),
  ).toBe('gold');
});

test('thirty days before purchases run out, it is told when the fall comes, to which tier and what would keep it', () => {
  const orders = [bought(0, 1000), bought(200, 300), bought(210, 300)];
  const first = reviewed({ orders, held: NEW, rules }, day(1));
  expect(first).toEqual({ tier: 'gold', since: day(1), notice: null });
  expect(reviewed({ orders, held: next(first), rules }, day(334)).notice).toBeNull();
  const told = reviewed({ orders, held: next(first), rules }, day(335));
  expect(told.notice).toEqual({
    ...{ noticedAt: day(335), fallsAt: day(365), fallsTo: 'silver', keepMinor: 400, keepOrders: 1 },
  });
  expect(reviewed({ orders, held: next(told), rules }, day(364)).tier).toBe('gold');
  expect(reviewed({ orders, held: next(told), rules }, day(365))).toMatchObject({ tier: 'silver', since: day(365) });
  const more = [...orders, bought(360, 400)];
  expect(reviewed({ orders: more, held: next(told), rules }, day(365))).toMatchObject({ tier: 'gold', notice: null });
});

test('a refund that takes the tier away is followed by a notice, not by a fall; a rise is kept for ninety days', () => {
  const held: Held = { tier: 'gold', since: day(0), noticedAt: null, clvMinor: null };
  const now = reviewed({ orders: [bought(0, 10)], held, rules }, day(100));
  expect(now).toMatchObject({ tier: 'gold', notice: { fallsAt: day(130), fallsTo: 'bronze', keepMinor: 990 } });
  const young = reviewed({ orders: [], held: { ...held, since: day(80) }, rules }, day(100));
  expect(young.notice).toBeNull(); // day 170 is more than thirty days ahead
  expect(reviewed({ orders: [], held: { ...held, since: day(80) }, rules }, day(145)).notice!.fallsAt).toEqual(
    day(175),
  );
});

const orders = fc.array(
  fc
    .record({ at: fc.integer({ min: 0, max: 300 }), amount: fc.integer({ min: -200, max: 700 }) })
    .map(({ at, amount }) => bought(at, amount)),
  { maxLength: 8 },
);

test('nobody falls without a notice of thirty days, what is told comes true, and what would keep the tier keeps it', () => {
  const rank = (id: string) => rules.tiers.findIndex((tier) => tier.id === id);
  fc.assert(
    fc.property(orders, (list) => {
      let review = reviewed({ orders: list, held: NEW, rules }, day(300));
      for (let n = 301; n < 900; n += 1) {
        const before = review;
        review = reviewed({ orders: list, held: next(before), rules }, day(n));
        const { notice } = before;
        if (rank(review.tier) > rank(before.tier)) {
          expect([notice!.fallsAt, notice!.fallsTo]).toEqual([day(n), review.tier]);
          expect(n - (notice!.noticedAt.getTime() - START) / DAY_MS).toBeGreaterThanOrEqual(30);
          const kept = Array.from({ length: Math.max(1, notice!.keepOrders) }, (_, k) =>
            bought(n - 1, k === 0 ? notice!.keepMinor : 0),
          );
          const saved = reviewed({ orders: [...list, ...kept], held: next(before), rules }, day(n));
          expect(rank(saved.tier)).toBeLessThanOrEqual(rank(before.tier));
        }
      }
      expect(review).toMatchObject({ tier: 'bronze', notice: null });
    }),
    { numRuns: 60 },
  );
});

test('the file that is shipped is right; one without a lowest tier, or with an id twice, is refused with its place', () => {
  const shipped = tiersInForce();
  expect(shipped.tiers.map(({ id }) => id)).toEqual(['jade', 'gold', 'silver', 'bronze']);
  const [first, ...rest] = shipped.tiers;
  const wrong = TIERS_FILE.safeParse({ ...shipped, tiers: [first, first, { ...rest[0]!, needs: [] }, rest[1]] });
  expect(wrong.error!.issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
    'tiers.1 jade stands there twice',
    'tiers.2 needs nothing: only the lowest tier may',
    'tiers.3 the lowest tier must need nothing: needs: []',
  ]);
});
