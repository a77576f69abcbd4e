/** How well clusters are apart (Rousseeuw 1987). */
import { type Point, squared } from './k-means.js';

/** Mean silhouette, −1..1, over all points; a point alone in its cluster counts 0. NaN with fewer than two clusters. */
export function silhouette(points: readonly Point[], clusters: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  if (sizes.size < 2) return Number.NaN;
  const total = points.reduce((sum, point, at) => sum + widthOf(point, clusters[at]!), 0);
  return total / points.length;

  function widthOf(point: Point, own: number): number {
    if (sizes.get(own) === 1) return 0;
    const distances = new Map<number, number>();
    points.forEach((other, at) => {
      const cluster = clusters[at]!;
      distances.set(cluster, (distances.get(cluster) ?? 0) + Math.sqrt(squared(point, other)));
    });
    const inside = distances.get(own)! / (sizes.get(own)! - 1);
    const others = [...distances].filter(([cluster]) => cluster !== own);
    const outside = Math.min(...others.map(([cluster, sum]) => sum / sizes.get(cluster)!));
    return (outside - inside) / Math.max(inside, outside);
  }
}
