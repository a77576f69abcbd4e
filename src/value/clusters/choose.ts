import type { Random } from '../../kernel/random.js';
import { dbscan } from './dbscan.js';
import { kMeans, nearest, type Partition, type Point, squared } from './k-means.js';
import { silhouette } from './silhouette.js';

/** Points by which k is chosen and the silhouette told: it looks at every pair. */
export const SAMPLE = 1000;
const DRAWS = 3;

export interface Tried {
  readonly k: number;
  readonly silhouette: number;
}

/** The k of the highest silhouette, from 2 to `most`, on at most SAMPLE points. The smaller of two alike. */
export function chosenK(points: readonly Point[], most: number, random: Random): Tried[] {
  const sample = sampleOf(points, SAMPLE, random);
  const tried: Tried[] = [];
  for (let k = 2; k <= Math.min(most, sample.length - 1); k += 1) {
    const width = silhouette(sample, kMeans(sample, k, random, DRAWS).clusters);
    if (!Number.isNaN(width)) tried.push({ k, silhouette: width });
  }
  return tried.sort((a, b) => b.silhouette - a.silhouette || a.k - b.k);
}

/** K-Means over all points: centres are found on at most 20,000 of them, and everybody goes to the nearest. */
export function partition(points: readonly Point[], k: number, random: Random): Partition {
  const sample = sampleOf(points, 20_000, random);
  const found = kMeans(sample, k, random, DRAWS);
  if (sample.length === points.length) return found;
  const clusters = points.map((point) => nearest(point, found.centres));
  const inertia = points.reduce((sum, point, at) => sum + squared(point, found.centres[clusters[at]!]!), 0);
  return { clusters, centres: found.centres, inertia };
}

/** Mean silhouette on at most SAMPLE points that are in a cluster; NaN with fewer than two clusters. */
export function sampledSilhouette(points: readonly Point[], clusters: readonly number[], random: Random): number {
  const inside = points.flatMap((_, at) => (clusters[at]! >= 0 ? [at] : []));
  const places = sampleOf(inside, SAMPLE, random);
  return silhouette(
    places.map((at) => points[at]!),
    places.map((at) => clusters[at]!),
  );
}

/** DBSCAN with a radius that holds nine tenths of the distances to the `least`-th nearest, where none is given. */
export function dense(points: readonly Point[], least: number, radius: number | undefined, random: Random) {
  const taken = radius ?? usualDistance(points, least, random);
  return { clusters: dbscan(points, { radius: taken, least }), radius: taken };
}

function usualDistance(points: readonly Point[], least: number, random: Random): number {
  const from = sampleOf(points, 300, random);
  const distances = from.map((point) => {
    const all = points.map((other) => squared(point, other)).sort((a, b) => a - b);
    return Math.sqrt(all[Math.min(least, all.length - 1)]!);
  });
  const usual = distances.sort((a, b) => a - b)[Math.floor(0.9 * (distances.length - 1))]!;
  return Math.max(usual, 1e-9);
}

/** At most so many, drawn without repetition (Fisher–Yates). */
function sampleOf<T>(all: readonly T[], most: number, random: Random): readonly T[] {
  if (all.length <= most) return all;
  const drawn = [...all];
  for (let at = 0; at < most; at += 1) {
    const other = at + Math.floor(random.next() * (drawn.length - at));
    [drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!];
  }
  return drawn.slice(0, most);
}
