/** How many members of a new community were in an old one (or in none). */
export interface Overlap {
  readonly raw: number;
  readonly old: string | null;
  readonly members: number;
}

export interface MatchOptions {
  /** Least Jaccard overlap with which an id lives on, 0..1. */
  readonly minOverlap: number;
  readonly newId: () => string;
}

interface Pair {
  readonly raw: number;
  readonly old: string;
  readonly members: number;
  readonly jaccard: number;
}

/**
 * The lasting id of every new community, by its number: the old community that it shares most with, by Jaccard overlap
 * of members, the best pairs first and each id once; ties by shared members, then by id. Communities of one member get
 * none. Greedy as in Greene, Doyle, Cunningham 2010 (tracking communities), one match each.
 */
export function matchCommunities(overlaps: readonly Overlap[], { minOverlap, newId }: MatchOptions) {
  const sizes = sumBy(overlaps, (o) => o.raw);
  const oldSizes = sumBy(overlaps, (o) => o.old);
  const pairs = overlaps.flatMap(({ raw, old, members }): Pair[] => {
    if (old === null || sizes.get(raw)! < 2) return [];
    return [{ raw, old, members, jaccard: members / (sizes.get(raw)! + oldSizes.get(old)! - members) }];
  });
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  for (const { raw, old, jaccard } of pairs.sort(bestFirst)) {
    if (jaccard < minOverlap || ids.has(raw) || taken.has(old)) continue;
    ids.set(raw, old);
    taken.add(old);
  }
  for (const [raw, size] of sizes) if (size > 1 && !ids.has(raw)) ids.set(raw, newId());
  return ids;
}

function bestFirst(a: Pair, b: Pair): number {
  return b.jaccard - a.jaccard || b.members - a.members || compare(a.old, b.old) || a.raw - b.raw;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sumBy<K>(overlaps: readonly Overlap[], keyOf: (overlap: Overlap) => K): Map<K, number> {
  const sums = new Map<K, number>();
  for (const overlap of overlaps) sums.set(keyOf(overlap), (sums.get(keyOf(overlap)) ?? 0) + overlap.members);
  return sums;
}
