import fc from 'fast-check';
import { bringersOf, WEIGHTS } from '../../../src/network/referral/brought-by.js';
import { kFactorOf, kFactorsOf, periodsOf, slopeOf, trendOf } from '../../../src/network/referral/k-factor.js';
import { type Candidate, potentialOf, whyOf } from '../../../src/network/referral/potential.js';
import { type Brought, summaryOfTree } from '../../../src/network/referral/tree.js';

describe('a referral tree', () => {
  const person = (
    customerId: string,
    level: number,
    converted: boolean,
    valueMinor: number,
    currency = 'CNY',
  ): Brought => {
    const spend = valueMinor === 0 ? [] : [{ currency, valueMinor, orders: 1 }];
    return { customerId, referrerId: 'r', level, status: null, at: null, converted, spend };
  };

  test('has depth, breadth by level, conversions and value by currency', () => {
    const people = [
      person('a', 1, true, 100),
      person('b', 1, false, 0),
      person('c', 2, true, 50),
      person('d', 3, true, 7, 'USD'),
    ];
    expect(summaryOfTree(people)).toMatchObject({
      people: 4,
      depth: 3,
      breadth: 2,
      conversions: 3,
      value: [
        { currency: 'CNY', valueMinor: 150, orders: 2 },
        { currency: 'USD', valueMinor: 7, orders: 1 },
      ],
      levels: [
        { level: 1, people: 2, conversions: 1 },
        { level: 2, people: 1 },
        { level: 3, people: 1, value: [{ currency: 'USD', valueMinor: 7, orders: 1 }] },
      ],
    });
    expect(summaryOfTree([])).toEqual({ people: 0, depth: 0, breadth: 0, conversions: 0, value: [], levels: [] });
  });
});

describe('who brought a customer', () => {
  test('one referral on the day of the first order has the whole weight of a referral', () => {
    const [only] = bringersOf([{ byId: 'a', kind: 'REFERRED', days: 0 }], 90);
    expect(only).toMatchObject({ byId: 'a', recorded: true, confidence: 0.9 });
    expect(only!.why).toBe('referred them on the day of the first order');
  });

  test('a third of the window halves it; two candidates share; after the first order it is only on record', () => {
    const found = bringersOf(
      [
        { byId: 'a', kind: 'FAMILY_OF', days: 30 },
        { byId: 'b', kind: 'FAMILY_OF', days: 30 },
        { byId: 'c', kind: 'REFERRED', days: -4 },
      ],
      90,
    );
    expect(found.map((b) => [b.byId, b.confidence, b.recorded])).toEqual([
      ['a', 0.125, false],
      ['b', 0.125, false],
      ['c', 0, true],
    ]);
    expect(found[2]!.why).toContain('4 days after');
  });

  const kinds = fc.constantFrom(...Object.keys(WEIGHTS));
  const evidence = fc.array(
    fc.record({
      byId: fc.constantFrom('a', 'b', 'c'),
      kind: kinds,
      days: fc.double({ min: -20, max: 200, noNaN: true }),
    }),
  );

  test('confidences are shares of one', () => {
    fc.assert(
      fc.property(evidence, (all) => {
        const found = bringersOf(all, 90);
        expect(found.reduce((sum, b) => sum + b.confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
        for (const { confidence } of found) expect(confidence).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('more evidence never makes someone less likely', () => {
    fc.assert(
      fc.property(evidence, kinds, fc.double({ min: 0, max: 90, noNaN: true }), (all, kind, days) => {
        const of = (those: typeof all) => bringersOf(those, 90).find((b) => b.byId === 'a')?.confidence ?? 0;
        expect(of([...all, { byId: 'a', kind, days }])).toBeGreaterThanOrEqual(of(all) - 1e-12);
      }),
    );
  });
});

describe('K-factor', () => {
  const span = (since: string, until: string) => ({
    since: new Date(since),
    until: new Date(until),
    by: 'MONTH' as const,
  });

  test('is invitations per customer × conversion', () => {
    expect(kFactorOf(500, 100, 1_000)).toEqual({ invitationsPerCustomer: 0.5, conversion: 0.2, kFactor: 0.1 });
    expect(kFactorOf(0, 0, 0).kFactor).toBe(0);
  });

  test('by period, with customers growing and quiet months at 0', () => {
    const invited = [{ period: '2026-02-01', invitations: 12, inviters: 6, conversions: 3 }];
    const joined = new Map([
      [null, 50],
      ['2026-02-01', 10],
    ] as [string | null, number][]);
    const all = kFactorsOf(span('2026-01-01', '2026-03-01'), invited, joined);
    expect(all.map((p) => [p.customers, p.invitations, p.kFactor])).toEqual([
      [50, 0, 0],
      [60, 12, 0.05],
    ]);
    expect(slopeOf(all.map((p) => p.kFactor))).toBeCloseTo(0.05, 12);
    expect(slopeOf([1])).toBe(0);
  });

  test('a part of a month is told as one, and is no trend', () => {
    const invited = ['2026-01-01', '2026-02-01', '2026-03-01'].map((period, at) => {
      return { period, invitations: [4, 8, 1][at]!, inviters: 1, conversions: [4, 8, 1][at]! };
    });
    const all = kFactorsOf(span('2026-01-01', '2026-03-14'), invited, new Map([[null, 10]]));
    expect(all.map(({ complete, kFactor }) => [complete, kFactor])).toEqual([
      [true, 0.4],
      [true, 0.8],
      [false, 0.1],
    ]);
    expect(trendOf(all)).toBeCloseTo(0.4, 12);
    const begun = kFactorsOf(span('2026-01-02', '2026-03-01'), invited, new Map([[null, 10]]));
    expect(begun.map(({ complete }) => complete)).toEqual([false, true]);
    expect(trendOf(begun)).toBe(0);
  });

  test('months start on the first, weeks on Monday', () => {
    const starts = (by: 'MONTH' | 'WEEK') =>
      periodsOf({ ...span('2026-01-15', '2026-03-01'), by }).map((day) => day.toISOString().slice(0, 10));
    expect(starts('MONTH')).toEqual(['2026-01-01', '2026-02-01']);
    expect(starts('WEEK').slice(0, 2)).toEqual(['2026-01-12', '2026-01-19']);
  });
});

describe('who to ask next', () => {
  const nobody: Candidate = {
    customerId: 'a',
    rating: null,
    daysSinceOrder: null,
    rfmLevel: null,
    newcomers: 0,
    room: 0,
    conversions: 0,
  };

  test('a worked example', () => {
    const candidate = {
      ...nobody,
      rating: 5,
      daysSinceOrder: 90,
      rfmLevel: 3,
      newcomers: 3,
      room: 2,
      conversions: 1,
    };
    const { score, parts } = potentialOf(candidate);
    const why = whyOf(candidate, ['SMS']);
    expect(parts).toEqual({ satisfied: 20, active: 10, value: 10, room: 15, record: 5 });
    expect(score).toBe(60);
    expect(why).toBe(
      'knows 3 who do not buy yet, or little, buys at level 3 of 5, ordered 90 days ago, rates 5.0 of 5, brought 1 before, may be asked by SMS',
    );
    expect(potentialOf(nobody).score).toBe(10);
  });

  test('stays within 0..100 and is the sum of its parts', () => {
    const any = fc.record({
      rating: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
      daysSinceOrder: fc.option(fc.double({ min: -1, max: 5000, noNaN: true })),
      rfmLevel: fc.option(fc.integer({ min: 1, max: 5 })),
      room: fc.double({ min: 0, max: 1000, noNaN: true }),
      conversions: fc.nat(1000),
    });
    fc.assert(
      fc.property(any, (some) => {
        const { score, parts } = potentialOf({ ...nobody, ...some });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBeCloseTo(score, 9);
      }),
    );
  });
});
