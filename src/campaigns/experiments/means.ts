/** Comparing means of two variants: Welch's test, CUPED, ratio metrics. */
import { studentQuantile, studentTail } from '../../kernel/special-functions.js';
import type { Comparison } from './proportions.js';

/** What a test of means needs of an arm. */
export interface Moments {
  readonly people: number;
  readonly mean: number;
  /** Sample variance (n − 1). */
  readonly variance: number;
}

export function momentsOf(values: readonly number[]): Moments {
  const people = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / people;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (people - 1);
  return { people, mean, variance };
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

/** A value of one person during the experiment, and the same measured before it. */
export interface Paired {
  readonly value: number;
  readonly before: number;
}

/**
 * Values less what the time before explains of them (CUPED, Deng, Xu, Kohavi & Walker 2013): the same means in
 * expectation, less variance. One θ for all arms, so that arms stay comparable.
 */
export function cuped(arms: readonly (readonly Paired[])[]): { readonly theta: number; readonly arms: number[][] } {
  const all = arms.flat();
  const mean = (of: (one: Paired) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const [meanValue, meanBefore] = [mean(({ value }) => value), mean(({ before }) => before)];
  const covariance = mean(({ value, before }) => (value - meanValue) * (before - meanBefore));
  const variance = mean(({ before }) => (before - meanBefore) ** 2);
  const theta = variance === 0 ? 0 : covariance / variance;
  return { theta, arms: arms.map((arm) => arm.map(({ value, before }) => value - theta * (before - meanBefore))) };
}

/** A ratio of two sums over people, like revenue for each order: mean and variance by the delta method. */
export function ratioMoments(pairs: readonly { readonly above: number; readonly below: number }[]): Moments {
  const above = momentsOf(pairs.map((pair) => pair.above));
  const below = momentsOf(pairs.map((pair) => pair.below));
  const covariance =
    pairs.reduce((sum, pair) => sum + (pair.above - above.mean) * (pair.below - below.mean), 0) / (pairs.length - 1);
  const mean = above.mean / below.mean;
  const variance = (above.variance - 2 * mean * covariance + mean ** 2 * below.variance) / below.mean ** 2;
  return { people: pairs.length, mean, variance };
}
