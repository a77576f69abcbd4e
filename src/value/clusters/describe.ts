import { featureName } from './features.js';
import type { Point } from './k-means.js';

/** What sets a cluster apart in one feature. */
export interface Apart {
  readonly feature: string;
  /** Mean in the cluster, and of everybody. */
  readonly mean: number;
  readonly overall: number;
  /** How far the cluster is from everybody on the scale of the feature, in standard deviations. */
  readonly deviations: number;
}

export interface Described {
  readonly customers: number;
  /** Strongest first. */
  readonly apart: readonly Apart[];
  readonly name: string;
  readonly nameZh: string;
}

/** Standard deviations from which on a cluster is set apart by a feature. */
const LEAST = 0.3;
const MOST_NAMED = 3;

interface Told {
  readonly features: readonly string[];
  /** As they are, and on the scales. */
  readonly points: readonly Point[];
  readonly scaled: readonly Point[];
  readonly clusters: readonly number[];
}

/** Each cluster by its number: how many are in it, and in words what sets it apart from everybody. */
export function described({ features, points, scaled, clusters }: Told): Map<number, Described> {
  const everybody = points.map((_, at) => at);
  const overall = meansOf(points, everybody);
  const usual = meansOf(scaled, everybody);
  const members = new Map<number, number[]>();
  for (const at of everybody) {
    const others = members.get(clusters[at]!);
    if (others) others.push(at);
    else members.set(clusters[at]!, [at]);
  }
  return new Map(
    [...members]
      .filter(([cluster]) => cluster >= 0)
      .map(([cluster, places]) => {
        const [means, scales] = [meansOf(points, places), meansOf(scaled, places)];
        const all = features.map((feature, axis) => ({
          ...{ feature, mean: means[axis]!, overall: overall[axis]! },
          deviations: scales[axis]! - usual[axis]!,
        }));
        const apart = all.sort((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations));
        return [cluster, { customers: places.length, apart, ...namesOf(apart) }];
      }),
  );
}

function namesOf(apart: readonly Apart[]): { name: string; nameZh: string } {
  const telling = apart.filter(({ deviations }) => Math.abs(deviations) >= LEAST).slice(0, MOST_NAMED);
  if (telling.length === 0) return { name: 'like everybody', nameZh: '与整体相近' };
  const name = telling
    .map(({ feature, deviations }) => `${degree(deviations)[0]} ${featureName(feature)[0]}`)
    .join(', ');
  const nameZh = telling
    .map(({ feature, deviations }) => `${featureName(feature)[1]}${degree(deviations)[1]}`)
    .join('、');
  return { name: name.charAt(0).toUpperCase() + name.slice(1), nameZh };
}

function degree(deviations: number): readonly [english: string, chinese: string] {
  if (deviations >= 1) return ['very high', '很高'];
  if (deviations > 0) return ['high', '偏高'];
  return deviations <= -1 ? ['very low', '很低'] : ['low', '偏低'];
}

function meansOf(points: readonly Point[], places: readonly number[]): number[] {
  const sums = (points[0] ?? []).map(() => 0);
  for (const at of places)
    points[at]!.forEach((value, axis) => {
      sums[axis]! += value;
    });
  return sums.map((sum) => sum / places.length);
}
