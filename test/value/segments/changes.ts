import * as fc from 'fast-check';

/** Something that happens to the small world of the refresh's test. */
export interface Change {
  readonly kind: 'order' | 'event' | 'city' | 'tie' | 'interest' | 'consent' | 'goods' | 'scores' | 'time';
  /** 0..23 */
  readonly who: number;
  readonly other: number;
  /** 0..2 */
  readonly what: number;
  /** 1..60 */
  readonly days: number;
}

const kinds = ['order', 'event', 'city', 'tie', 'interest', 'consent', 'goods', 'scores', 'time'] as const;
const often = ['order', 'tie', 'consent', 'time'] as const;

export const CHANGES: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...kinds, ...often, ...often),
  who: fc.integer({ min: 0, max: 23 }),
  other: fc.integer({ min: 0, max: 23 }),
  what: fc.integer({ min: 0, max: 2 }),
  days: fc.integer({ min: 1, max: 60 }),
});

/** A rule of each kind that changes touch, and of each way that time passes. */
export const RULES: readonly object[] = [
  { property: { name: 'city', in: ['成都'] } },
  { property: { name: 'joinedAt', withinDays: 30, beforeDays: 7 } },
  { property: { name: 'lastOrderAt', beforeDays: 20 } },
  { any: [{ ordered: { days: 30, category: 'g1' } }, { spent: { days: 20, atLeastMinor: 2000, currency: 'CNY' } }] },
  { not: { interest: { id: 'i0', weightAtLeast: 0.4 } } },
  { any: [{ consents: { purpose: 'marketing' } }, { event: { type: 'login', days: 15 } }] },
  { closeTie: { closenessAtLeast: 0.3, ordered: { days: 30, product: 'p1' } } },
  { closeTie: { closenessAtLeast: 0.2, quietDays: 25 } },
  { any: [{ near: { role: 'KOL', steps: 3 } }, { lifecycle: { in: ['dormant'] } }] },
  { inCommunity: { shareAtLeast: 0.3, ordered: { days: 40 } } },
  { broughtBy: { tier: ['gold'] } },
  { any: [{ broughtBy: { rfmSegment: 'rfm:champions' } }, { score: { name: 'degree', atLeast: 3 } }] },
];
