import { DAY_MS } from '../../../src/kernel/clock.js';
import { type Grades, gradeOf, type RfmCuts } from '../../../src/value/rfm/rfm.js';

/** An order as RFM looks at it. */
export interface GradedOrder {
  readonly at: Date;
  /** Minor units; below 0 for a refund that came as an order of its own. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly refundedAt: Date | null;
}

/** What a run graded by: a single order, refund or late order is graded in the same frame until the next run. */
export interface Frame {
  readonly currency: string;
  /** Start of the window. */
  readonly since: Date;
  /** End of the window, exclusive; null where it is open, and later orders count as bought on the day of the run. */
  readonly until: Date | null;
  /** What days are counted to. */
  readonly asOf: Date;
  readonly cuts: RfmCuts;
}

export interface Figures {
  readonly days: number;
  readonly orders: number;
  readonly spendMinor: number;
}

/**
 * What a customer's orders come to in a frame, as of `now`; null without a purchase. A refunded order is none, and a
 * negative one neither renews recency nor counts: it lowers the spend.
 */
export function figuresOf(orders: readonly GradedOrder[], frame: Frame, now: Date): Figures | null {
  const inside = orders.filter(
    ({ at, currency, refundedAt }) =>
      refundedAt === null &&
      currency === frame.currency &&
      at >= frame.since &&
      (frame.until === null ? at <= now : at < frame.until),
  );
  const purchases = inside.filter(({ amountMinor }) => amountMinor >= 0);
  if (purchases.length === 0) return null;
  const lastAt = Math.max(...purchases.map(({ at }) => at.getTime()));
  return {
    days: Math.max(0, Math.floor((frame.asOf.getTime() - lastAt) / DAY_MS)),
    orders: purchases.length,
    spendMinor: inside.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}

/** Grades of figures by the cuts of a frame. */
export function gradesIn({ cuts }: Frame, { days, orders, spendMinor }: Figures): Grades {
  return [
    (6 - gradeOf(days, cuts.recency)) as Grades[0],
    gradeOf(orders, cuts.frequency),
    gradeOf(spendMinor, cuts.monetary),
  ];
}
