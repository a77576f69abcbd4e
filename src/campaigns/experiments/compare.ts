import { alwaysValid, PLANNED } from './always-valid.js';
import { compareMeans, type Moments } from './means.js';
import { METRICS, type MetricName, type Quantity } from './metrics.js';
import { type Comparison, compareProportions, type Interval } from './proportions.js';
import { addSums, type Form, momentsOf, noSums, productOf, type Sums, totalOf } from './sums.js';

/** What is known of an arm, or of a part of it: over its people, and over the communities that drew as a whole. */
export interface ArmSums {
  readonly persons: Sums;
  readonly communities: Sums;
}

export interface Contrast extends Comparison {
  /** Holds at every look; null below the people or communities from which it does. */
  readonly alwaysValid: Interval | null;
  /** With what the time before explains taken out; null for metrics without one. */
  readonly cuped: Comparison | null;
}

export interface ContrastOptions {
  readonly confidence: number;
  /** People (or communities) an arm for which the always-valid interval is tuned. */
  readonly planned: number;
  /** Compares communities instead of persons. */
  readonly byCommunity: boolean;
}

/** Units an arm below which the always-valid interval, an asymptotic one, is not told. */
export const FEWEST = { PERSON: 50, COMMUNITY: 20 } as const;

/** The second arm against the first by a metric; null while one of them has fewer than two units. */
export function contrast(metric: MetricName, a: ArmSums, b: ArmSums, options: ContrastOptions): Contrast | null {
  const { confidence, planned, byCommunity } = options;
  const [first, second] = [momentsBy(metric, a, byCommunity), momentsBy(metric, b, byCommunity)];
  if (first.people < 2 || second.people < 2 || !Number.isFinite(first.mean) || !Number.isFinite(second.mean))
    return null;
  const shares = METRICS[metric].kind === 'SHARE' && !byCommunity;
  const compared = shares
    ? compareProportions(countsOf(metric, a), countsOf(metric, b), confidence)
    : compareMeans(first, second, confidence);
  const enough = Math.min(first.people, second.people) >= FEWEST[byCommunity ? 'COMMUNITY' : 'PERSON'];
  const tuned = { confidence, planned: planned > 0 ? 2 * planned : PLANNED };
  return {
    ...compared,
    method: shares ? compared.method : methodOf(byCommunity),
    alwaysValid: enough && first.variance + second.variance > 0 ? alwaysValid(first, second, tuned) : null,
    cuped: adjusted(metric, a, b, options),
  };
}

/** Mean and variance of a metric over persons or over communities. */
export function momentsBy(metric: MetricName, arm: ArmSums, byCommunity: boolean): Moments {
  const { value, below } = METRICS[metric];
  return momentsOf(byCommunity ? arm.communities : arm.persons, just(value), just(below));
}

const just = (name: Quantity): Form => [[name, 1]];

/**
 * Values less what the time before explains of them (CUPED, Deng, Xu, Kohavi & Walker 2013): the same means in
 * expectation, less variance. One θ for both arms, of their people, so that arms stay comparable.
 */
function adjusted(
  metric: MetricName,
  a: ArmSums,
  b: ArmSums,
  { confidence, byCommunity }: ContrastOptions,
): Comparison | null {
  const { value, before } = METRICS[metric];
  if (!before) return null;
  const both = noSums();
  for (const { persons } of [a, b]) addSums(both, persons);
  const mean = (name: Quantity) => totalOf(both, just(name)) / both.units;
  const covariance = (one: Quantity) =>
    productOf(both, just(one), just(before)) / both.units - mean(one) * mean(before);
  const theta = covariance(before) <= 0 ? 0 : covariance(value) / covariance(before);
  const less: Form = [
    [value, 1],
    [before, -theta],
    ['people', theta * mean(before)],
  ];
  const [first, second] = [a, b].map((arm) =>
    momentsOf(byCommunity ? arm.communities : arm.persons, less, just('people')),
  ) as [Moments, Moments];
  return { ...compareMeans(first, second, confidence), method: methodOf(byCommunity) };
}

function countsOf(metric: MetricName, { persons }: ArmSums) {
  return { people: persons.units, conversions: totalOf(persons, just(METRICS[metric].value)) };
}

function methodOf(byCommunity: boolean): Comparison['method'] {
  return byCommunity ? 'Welch t over communities' : 'Welch t';
}
