/** DBSCAN (Ester, Kriegel, Sander & Xu 1996): clusters where points lie densely; the rest is noise. */
import { type Point, squared } from './k-means.js';

/** What is in no cluster. */
export const NOISE = -1;

/** Cluster of each point from 0, or NOISE. A point is dense with `least` points, itself counted, within `radius`. */
export function dbscan(points: readonly Point[], { radius, least }: { radius: number; least: number }): number[] {
  const clusters = points.map(() => Number.NaN);
  const around = neighboursBy(points, radius);
  let cluster = -1;
  for (let at = 0; at < points.length; at += 1) {
    if (!Number.isNaN(clusters[at])) continue;
    const first = around(at);
    if (first.length < least) {
      clusters[at] = NOISE;
      continue;
    }
    cluster += 1;
    clusters[at] = cluster;
    const waiting = [...first];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (clusters[next] === NOISE) clusters[next] = cluster; // at the edge: reached, not dense itself
      if (!Number.isNaN(clusters[next])) continue;
      clusters[next] = cluster;
      const more = around(next);
      if (more.length >= least) waiting.push(...more);
    }
  }
  return clusters;
}

/** Indices within the radius of a point, by a grid over the first two axes. */
function neighboursBy(points: readonly Point[], radius: number): (at: number) => number[] {
  const cellOf = (point: Point) => [Math.floor(point[0]! / radius), Math.floor((point[1] ?? 0) / radius)] as const;
  const cells = new Map<string, number[]>();
  points.forEach((point, at) => {
    const key = cellOf(point).join('|');
    cells.set(key, [...(cells.get(key) ?? []), at]);
  });
  const near = [-1, 0, 1];
  return (at) => {
    const [x, y] = cellOf(points[at]!);
    const found = near.flatMap((dx) => near.flatMap((dy) => cells.get(`${x + dx}|${y + dy}`) ?? []));
    return found.filter((other) => squared(points[at]!, points[other]!) <= radius ** 2);
  };
}
