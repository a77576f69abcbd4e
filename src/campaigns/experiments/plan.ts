/** How many people an experiment takes, from what the same people did before. */
import { normalQuantile } from '../../kernel/special-functions.js';
import { METRICS, type MetricName } from './metrics.js';
import { designEffect, sampleSize } from './proportions.js';

/** Sums of a metric over the people of one community, or over one person without any. */
export interface ClusterSums {
  readonly people: number;
  readonly sum: number;
  readonly squares: number;
}

export interface Baseline {
  readonly people: number;
  readonly communities: number;
  /** People of a community as an average person sees it: Σn² / Σn. */
  readonly size: number;
  readonly mean: number;
  readonly variance: number;
  /** Intra-class correlation, 0..1 (analysis of variance, Donner 1986). */
  readonly icc: number;
  readonly designEffect: number;
}

export function baselineOf(clusters: readonly ClusterSums[]): Baseline {
  const total = (of: (one: ClusterSums) => number) => clusters.reduce((sum, one) => sum + of(one), 0);
  const people = total((one) => one.people);
  if (people < 2)
    return { people, communities: clusters.length, size: 1, mean: 0, variance: 0, icc: 0, designEffect: 1 };
  const mean = total((one) => one.sum) / people;
  const squares = total((one) => one.squares) - people * mean * mean;
  const between = total((one) => one.people * (one.sum / one.people - mean) ** 2);
  const size = total((one) => one.people ** 2) / people;
  const groups = clusters.length;
  const usual = groups < 2 ? 1 : (people - size) / (groups - 1);
  const among = groups < 2 ? 0 : between / (groups - 1);
  const within = people > groups ? (squares - between) / (people - groups) : 0;
  const icc = usual <= 1 || among + within === 0 ? 0 : (among - within) / (among + (usual - 1) * within);
  const bounded = Math.min(1, Math.max(0, icc));
  const effect = designEffect(size, bounded);
  return {
    people,
    communities: groups,
    size,
    mean,
    variance: squares / (people - 1),
    icc: bounded,
    designEffect: effect,
  };
}

export interface Sought {
  readonly metric: MetricName;
  /** Relative change to be seen, like .1 for 10 %. */
  readonly effect: number;
  readonly alpha: number;
  readonly power: number;
}

/** People an arm, drawn one by one, to see the change; null where the time before has none of it. */
export function peopleAnArm({ mean, variance }: Pick<Baseline, 'mean' | 'variance'>, sought: Sought): number | null {
  const { metric, effect, alpha, power } = sought;
  const difference = mean * effect;
  if (difference === 0 || variance === 0) return null;
  if (METRICS[metric].kind === 'SHARE') {
    const target = mean + difference;
    return target <= 0 || target >= 1 ? null : sampleSize(mean, target, { alpha, power });
  }
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  return Math.ceil((2 * variance * z * z) / difference ** 2);
}
