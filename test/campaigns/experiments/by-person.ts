import type { Moments } from '../../../src/campaigns/experiments/means.js';

/** The formulas value by value, as one would work them out by hand: what sums are compared to. */
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
