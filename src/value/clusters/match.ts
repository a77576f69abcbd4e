/** Share of two clusters' members that both hold, from which on the newer carries on the id of the older. */
const SAME = 0.3;

/**
 * Ids of the clusters of a run: that of the cluster of the last run with which one shares most (Jaccard index, 0.3 or
 * more), each given once; a new one for the rest. Place by place: the cluster of a customer now, −1 for none, and the
 * id of the one before.
 */
export function matchedIds(
  now: readonly number[],
  before: readonly (string | null)[],
  fresh: () => string,
): ReadonlyMap<number, string> {
  const sizes = new Map<number, number>();
  const former = new Map<string, number>();
  const shared = new Map<string, { cluster: number; id: string; both: number }>();
  now.forEach((cluster, at) => {
    const id = before[at] ?? null;
    if (cluster >= 0) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    if (id !== null) former.set(id, (former.get(id) ?? 0) + 1);
    if (cluster < 0 || id === null) return;
    const pair = shared.get(`${cluster}|${id}`) ?? { cluster, id, both: 0 };
    pair.both += 1;
    shared.set(`${cluster}|${id}`, pair);
  });
  const pairs = [...shared.values()]
    .map((pair) => ({ ...pair, overlap: pair.both / (sizes.get(pair.cluster)! + former.get(pair.id)! - pair.both) }))
    .filter(({ overlap }) => overlap >= SAME)
    .sort((a, b) => b.overlap - a.overlap || a.id.localeCompare(b.id));
  const ids = new Map<number, string>();
  const given = new Set<string>();
  for (const { cluster, id } of pairs) {
    if (ids.has(cluster) || given.has(id)) continue;
    ids.set(cluster, id);
    given.add(id);
  }
  for (const cluster of [...sizes.keys()].sort((a, b) => a - b)) if (!ids.has(cluster)) ids.set(cluster, fresh());
  return ids;
}
