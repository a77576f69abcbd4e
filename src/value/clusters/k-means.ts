/**
 * K-Means with k-means++ seeds (Lloyd 1982; Arthur & Vassilvitskii 2007), and DBSCAN (Ester et al. 1996), on scaled
 * features.
 */
import type { Random } from '../../kernel/random.js';

export type Point = readonly number[];

export interface Partition {
  /** Cluster of each point, from 0. */
  readonly clusters: readonly number[];
  readonly centres: readonly Point[];
  /** Sum of squared distances to the own centre. */
  readonly inertia: number;
}

/** The best of `draws` runs by inertia. Fewer different points than `k` give fewer clusters. */
export function kMeans(points: readonly Point[], k: number, random: Random, draws = 10): Partition {
  let best: Partition | undefined;
  for (let draw = 0; draw < draws; draw += 1) {
    const found = lloyd(points, seeds(points, k, random));
    if (!best || found.inertia < best.inertia) best = found;
  }
  return best!;
}

const MOST_ROUNDS = 300;

function lloyd(points: readonly Point[], start: readonly Point[]): Partition {
  let centres = start;
  let clusters: number[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = points.map((point) => nearest(point, centres));
    if (clusters.length > 0 && next.every((cluster, at) => cluster === clusters[at])) break;
    clusters = next;
    centres = meansOf(points, clusters, centres);
  }
  const inertia = points.reduce((sum, point, at) => sum + squared(point, centres[clusters[at]!]!), 0);
  return { clusters, centres, inertia };
}

/** Each further seed is drawn with a chance in proportion to its squared distance from the seeds so far. */
function seeds(points: readonly Point[], k: number, random: Random): Point[] {
  const chosen = [points[Math.floor(random.next() * points.length)]!];
  const distances = points.map((point) => squared(point, chosen[0]!));
  while (chosen.length < k) {
    const total = distances.reduce((sum, d) => sum + d, 0);
    if (total === 0) break;
    let left = random.next() * total;
    const at = distances.findIndex((d) => {
      left -= d;
      return left < 0;
    });
    const seed = points[at === -1 ? points.length - 1 : at]!;
    chosen.push(seed);
    points.forEach((point, other) => {
      distances[other] = Math.min(distances[other]!, squared(point, seed));
    });
  }
  return chosen;
}

/** Place of the centre that is nearest to a point, the first of several. */
export function nearest(point: Point, centres: readonly Point[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  centres.forEach((centre, at) => {
    const distance = squared(point, centre);
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

/** A centre without points stays where it was. */
function meansOf(points: readonly Point[], clusters: readonly number[], before: readonly Point[]): Point[] {
  const sums = before.map((centre) => centre.map(() => 0));
  const counts = before.map(() => 0);
  points.forEach((point, at) => {
    const cluster = clusters[at]!;
    counts[cluster]! += 1;
    point.forEach((value, axis) => {
      sums[cluster]![axis]! += value;
    });
  });
  return sums.map((sum, at) => (counts[at] === 0 ? before[at]! : sum.map((value) => value / counts[at]!)));
}

/** Squared Euclidean distance. */
export function squared(a: Point, b: Point): number {
  let sum = 0;
  for (let axis = 0; axis < a.length; axis += 1) sum += (a[axis]! - b[axis]!) ** 2;
  return sum;
}
