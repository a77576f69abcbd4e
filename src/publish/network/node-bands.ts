import { sizeBand } from '../table/bins.js';

/**
 * The band of the size of each node's community, told only where every band of that degree is told of `k` nodes or
 * more: a band must not make a degree rarer than k. Null where it is not told.
 */
export function toldBands(
  communities: readonly (string | null)[],
  degrees: ArrayLike<number>,
  k: number,
): (string | null)[] {
  const sizes = new Map<string | null, number>();
  for (const community of communities) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const bands = communities.map((community) => (community === null ? 'none' : sizeBand(sizes.get(community)!)));
  const counts = new Map<string, number>();
  bands.forEach((band, node) => {
    const key = `${degrees[node]}|${band}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const hidden = new Set([...counts].filter(([, count]) => count < k).map(([key]) => key.split('|')[0]));
  return bands.map((band, node) => (hidden.has(String(degrees[node])) ? null : band));
}
