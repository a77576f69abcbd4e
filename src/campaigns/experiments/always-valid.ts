/** Intervals that hold at every look: whoever peeks daily and stops when 0 is outside is wrong no more often than α. */

import type { Moments } from './means.js';
import type { Interval } from './proportions.js';

/** People in both arms at which the interval is at its tightest. */
export const PLANNED = 2_000;

/**
 * Asymptotic confidence sequence of the difference of means (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024,
 * theorem 2.2). `planned` tunes where it is tightest, and must be set before the first look; looks before a few dozen
 * people an arm are not covered.
 */
export function alwaysValid(a: Moments, b: Moments, { confidence = 0.95, planned = PLANNED } = {}): Interval {
  const alpha = 1 - confidence;
  const n = a.people + b.people;
  const rho2 = (2 * Math.log(1 / alpha) + Math.log(1 + 2 * Math.log(1 / alpha))) / planned;
  const scale = n * (a.variance / a.people + b.variance / b.people);
  const width = Math.sqrt(((scale * (n * rho2 + 1)) / (n * n * rho2)) * Math.log((n * rho2 + 1) / (alpha * alpha)));
  const difference = b.mean - a.mean;
  return { low: difference - width, high: difference + width };
}
