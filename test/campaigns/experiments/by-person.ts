import type { ArmParts } from '../../../src/campaigns/experiments/exposure.js';
import type { Moments } from '../../../src/campaigns/experiments/means.js';
import { QUANTITIES, type Quantity } from '../../../src/campaigns/experiments/metrics.js';
import { folding } from '../../../src/campaigns/experiments/outcomes.service.js';

/** One person of an experiment, as one would measure them by hand. */
export interface Member extends Record<Exclude<Quantity, 'people'>, number> {
  readonly cluster: string;
  /** Neighbours in the experiment; of them those with the same variant, and with another than the control. */
  readonly neighbours: number;
  readonly alike: number;
  readonly treated: number;
}

const NOTHING = Object.fromEntries(QUANTITIES.map((name) => [name, 0])) as Record<Quantity, number>;

export function memberOf(given: Partial<Member>): Member {
  return { ...NOTHING, cluster: 'p', neighbours: 0, alike: 0, treated: 0, ...given };
}

/** The sums of an arm of such people, as the graph would sum up one person at a time. */
export function partsOf(members: readonly Member[], exposure = 0.8): ArmParts {
  const folded = folding(['arm']);
  for (const one of [...members].sort((a, b) => (a.cluster < b.cluster ? -1 : 1))) {
    const { orders: o, spendMinor: s, ordersBefore: p, spendBeforeMinor: q } = one;
    folded.add({
      ...{ ...one, people: 1, variantId: 'arm', last: 'p' },
      ...{ exposed: one.neighbours === 0 || one.alike >= exposure * one.neighbours, touched: one.treated > 0 },
      ...{ orders2: o * o, spend2: s * s, ordersSpend: o * s, ordersBefore2: p * p, spendBefore2: q * q },
      ...{ ordersBoth: o * p, spendBoth: s * q },
    });
  }
  return folded.end().get('arm')!;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean and sample variance, value by value. */
export function momentsOf(values: readonly number[]): Moments {
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  return { people: values.length, mean: middle, variance };
}

/** Of a ratio of two sums, value by value (delta method). */
export function ratioMoments(pairs: readonly { readonly above: number; readonly below: number }[]): Moments {
  const [above, below] = [momentsOf(pairs.map((pair) => pair.above)), momentsOf(pairs.map((pair) => pair.below))];
  const products = pairs.map((pair) => (pair.above - above.mean) * (pair.below - below.mean));
  const covariance = (mean(products) * pairs.length) / (pairs.length - 1);
  const ratio = above.mean / below.mean;
  const variance = (above.variance - 2 * ratio * covariance + ratio ** 2 * below.variance) / below.mean ** 2;
  return { people: pairs.length, mean: ratio, variance };
}

/** The same over communities. */
export function clusterMoments(rows: readonly { cluster: string; above: number; below: number }[]): Moments {
  const sums = new Map<string, { above: number; below: number }>();
  for (const { cluster, above, below } of rows) {
    const own = sums.get(cluster) ?? { above: 0, below: 0 };
    sums.set(cluster, { above: own.above + above, below: own.below + below });
  }
  return ratioMoments([...sums.values()]);
}

/** CUPED, value by value. */
export function cuped(arms: readonly (readonly { value: number; before: number }[])[]): number[][] {
  const all = arms.flat();
  const [value, before] = [mean(all.map((one) => one.value)), mean(all.map((one) => one.before))];
  const covariance = mean(all.map((one) => (one.value - value) * (one.before - before)));
  const variance = mean(all.map((one) => (one.before - before) ** 2));
  return arms.map((arm) => arm.map((one) => one.value - (covariance / variance) * (one.before - before)));
}
