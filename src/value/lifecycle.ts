/** Where a customer stands in their time with the company, from their orders alone. */
import { DAY_MS } from '../kernel/clock.js';

export const LIFECYCLE = ['new', 'growth', 'stable', 'decline', 'dormant'] as const;
export type Lifecycle = (typeof LIFECYCLE)[number];

export interface LifecycleKnobs {
  /** Days since the first order below which a customer is new. */
  readonly newDays: number;
  /** Days without an order from which on a customer is dormant. */
  readonly dormantDays: number;
  /** Length of each of the three windows of spend, days. */
  readonly windowDays: number;
  /** Times the own mean interval between orders from where on silence is decline. */
  readonly lateFactor: number;
}

export const LIFECYCLE_KNOBS: LifecycleKnobs = { newDays: 90, dormantDays: 180, windowDays: 60, lateFactor: 1.5 };

export interface Buying {
  readonly firstOrderAt: Date;
  readonly lastOrderAt: Date;
  readonly orders: number;
  /** Spend of the three latest windows, oldest first, minor units. */
  readonly spend: readonly [number, number, number];
}

export interface Stage {
  readonly stage: Lifecycle;
  /** What decided: days and amounts that a sentence can be made of. */
  readonly because: {
    readonly daysSinceFirst: number;
    readonly daysSinceLast: number;
    /** Mean days between orders; null with one order. */
    readonly meanInterval: number | null;
    /** Change of spend a window, minor units: the least-squares slope over three windows. */
    readonly slope: number;
  };
}

/**
 * Dormant and new first, then decline (falling spend, or later than 1.5 times the own interval), growth, else stable.
 */
export function stageOf(buying: Buying, now: Date, knobs: LifecycleKnobs = LIFECYCLE_KNOBS): Stage {
  const { firstOrderAt, lastOrderAt, orders, spend } = buying;
  const daysSinceFirst = days(firstOrderAt, now);
  const daysSinceLast = days(lastOrderAt, now);
  const meanInterval = orders > 1 ? days(firstOrderAt, lastOrderAt) / (orders - 1) : null;
  const slope = (spend[2] - spend[0]) / 2;
  const late = meanInterval !== null && meanInterval > 0 && daysSinceLast > knobs.lateFactor * meanInterval;
  const stage = () => {
    if (daysSinceLast >= knobs.dormantDays) return 'dormant';
    if (daysSinceFirst < knobs.newDays) return 'new';
    if (slope < 0 || late) return 'decline';
    return slope > 0 ? 'growth' : 'stable';
  };
  return { stage: stage(), because: { daysSinceFirst, daysSinceLast, meanInterval, slope } };
}

function days(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}
