import { alwaysValid, PLANNED } from './always-valid.js';
import { compareMeans, cuped, type Moments, momentsOf, ratioMoments } from './means.js';
import { METRICS, type MetricName, type Outcome } from './metrics.js';
import { type Comparison, compareProportions, type Interval } from './proportions.js';

/** One person of an experiment. */
export interface Member extends Outcome {
  /** The community that got the variant as a whole; a person without one is their own. */
  readonly cluster: string;
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
export function contrast(
  metric: MetricName,
  a: readonly Member[],
  b: readonly Member[],
  options: ContrastOptions,
): Contrast | null {
  const { confidence, planned, byCommunity } = options;
  const arms = [a, b].map((arm) => momentsBy(metric, arm, byCommunity));
  const [first, second] = arms as [Moments, Moments];
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

/** Mean and variance of a metric over persons or over communities, by the delta method where it is a ratio of sums. */
export function momentsBy(metric: MetricName, arm: readonly Member[], byCommunity: boolean): Moments {
  const { value, below } = METRICS[metric];
  if (byCommunity) return clusterMoments(arm.map((one) => ({ ...parts(one), cluster: one.cluster })));
  if (below) return ratioMoments(arm.map(parts));
  return momentsOf(arm.map((one) => value(one)));

  function parts(one: Member) {
    return { above: value(one), below: below ? below(one) : 1 };
  }
}

/**
 * A metric over communities that got their variant as a whole: a ratio of sums over communities, so that its error is
 * that of communities and not of persons (delta method, Deng, Knoblich & Lu 2018; what cluster-robust errors are to a
 * difference of means).
 */
export function clusterMoments(
  rows: readonly { readonly cluster: string; readonly above: number; readonly below: number }[],
): Moments {
  const sums = new Map<string, { above: number; below: number }>();
  for (const { cluster, above, below } of rows) {
    const own = sums.get(cluster) ?? { above: 0, below: 0 };
    own.above += above;
    own.below += below;
    sums.set(cluster, own);
  }
  return ratioMoments([...sums.values()]);
}

function adjusted(
  metric: MetricName,
  a: readonly Member[],
  b: readonly Member[],
  { confidence, byCommunity }: ContrastOptions,
): Comparison | null {
  const { value, before } = METRICS[metric];
  if (!before) return null;
  const { arms } = cuped([a, b].map((arm) => arm.map((one) => ({ value: value(one), before: before(one) }))));
  const [first, second] = [a, b].map((members, at) =>
    byCommunity
      ? clusterMoments(members.map(({ cluster }, i) => ({ cluster, above: arms[at]![i]!, below: 1 })))
      : momentsOf(arms[at]!),
  ) as [Moments, Moments];
  return { ...compareMeans(first, second, confidence), method: methodOf(byCommunity) };
}

function countsOf(metric: MetricName, arm: readonly Member[]) {
  const { value } = METRICS[metric];
  return { people: arm.length, conversions: arm.reduce((sum, one) => sum + value(one), 0) };
}

function methodOf(byCommunity: boolean): Comparison['method'] {
  return byCommunity ? 'Welch t over communities' : 'Welch t';
}
