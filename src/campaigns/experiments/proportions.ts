/** Comparing conversion rates of two variants, and how many people that takes. */
import { chiSquaredTail, normalQuantile, normalTail } from '../../kernel/special-functions.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Arm {
  readonly people: number;
  readonly conversions: number;
}

export interface Comparison {
  /** Of the second against the first: difference of rates or means. */
  readonly difference: number;
  readonly interval: Interval;
  /** Test statistic; 0 where nothing differs. */
  readonly statistic: number;
  /** Two-sided, 0..1. */
  readonly p: number;
  /** How it was tested, and the interval made. */
  readonly method: 'two-proportion z, Newcombe interval' | 'Welch t' | 'Welch t over communities';
}

/**
 * Pooled two-proportion z test; the interval is Newcombe's (1998, method 10) of two Wilson intervals, which holds for
 * small counts.
 */
export function compareProportions(a: Arm, b: Arm, confidence = 0.95): Comparison {
  const [rateA, rateB] = [a.conversions / a.people, b.conversions / b.people];
  const pooled = (a.conversions + b.conversions) / (a.people + b.people);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.people + 1 / b.people));
  const difference = rateB - rateA;
  const statistic = error === 0 ? 0 : difference / error;
  const [ofA, ofB] = [wilson(a, confidence), wilson(b, confidence)];
  const interval = {
    low: difference - Math.hypot(rateB - ofB.low, ofA.high - rateA),
    high: difference + Math.hypot(ofB.high - rateB, rateA - ofA.low),
  };
  const p = 2 * normalTail(Math.abs(statistic));
  return { difference, interval, statistic, p, method: 'two-proportion z, Newcombe interval' };
}

/** Interval of a rate (Wilson 1927); 0 of 0 people is anywhere. */
export function wilson({ people, conversions }: Arm, confidence = 0.95): Interval {
  if (people === 0) return { low: 0, high: 1 };
  const z = normalQuantile((1 + confidence) / 2);
  const rate = conversions / people;
  const share = (z * z) / people;
  const middle = (rate + share / 2) / (1 + share);
  const spread = (z * Math.sqrt((rate * (1 - rate)) / people + share / (4 * people))) / (1 + share);
  return { low: Math.max(0, middle - spread), high: Math.min(1, middle + spread) };
}

/**
 * People for each arm to see a change of rate from `base` to `target` (Fleiss 1981, without continuity correction),
 * two-sided.
 */
export function sampleSize(base: number, target: number, { alpha = 0.05, power = 0.8 } = {}): number {
  const middle = (base + target) / 2;
  const seen = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * middle * (1 - middle));
  const missed = normalQuantile(power) * Math.sqrt(base * (1 - base) + target * (1 - target));
  return Math.ceil((seen + missed) ** 2 / (target - base) ** 2);
}

/**
 * Whether people were split as planned: chi-squared over the arms. A p below .001 is an alarm: something else than
 * chance assigned them.
 */
export function sampleRatio(people: readonly number[], shares: readonly number[]): { chi2: number; p: number } {
  const total = people.reduce((sum, n) => sum + n, 0);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const chi2 = people.reduce((sum, n, at) => {
    const expected = (total * shares[at]!) / whole;
    return sum + (n - expected) ** 2 / expected;
  }, 0);
  return { chi2, p: chiSquaredTail(chi2, people.length - 1) };
}

/** Variance of a mean over clusters of `size` people against that of as many single ones. */
export function designEffect(size: number, intraClassCorrelation: number): number {
  return 1 + (size - 1) * intraClassCorrelation;
}
