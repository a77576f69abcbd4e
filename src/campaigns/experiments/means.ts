/** Comparing means of two variants: Welch's test. */
import { studentQuantile, studentTail } from '../../kernel/special-functions.js';
import type { Comparison } from './proportions.js';

/** What a test of means needs of an arm. */
export interface Moments {
  readonly people: number;
  readonly mean: number;
  /** Sample variance (n − 1). */
  readonly variance: number;
}

/** Welch's t test (1947) with Satterthwaite's degrees of freedom, and the interval that belongs to it. */
export function compareMeans(a: Moments, b: Moments, confidence = 0.95): Comparison {
  const [errorA, errorB] = [a.variance / a.people, b.variance / b.people];
  const difference = b.mean - a.mean;
  const error = Math.sqrt(errorA + errorB);
  if (error === 0)
    return { difference, interval: { low: difference, high: difference }, statistic: 0, p: 1, method: 'Welch t' };
  const df = (errorA + errorB) ** 2 / (errorA ** 2 / (a.people - 1) + errorB ** 2 / (b.people - 1));
  const statistic = difference / error;
  const spread = studentQuantile((1 + confidence) / 2, df) * error;
  return {
    difference,
    interval: { low: difference - spread, high: difference + spread },
    statistic,
    p: 2 * studentTail(Math.abs(statistic), df),
    method: 'Welch t',
  };
}
