/**
 * Betweenness of everyone in a small network without weights (Freeman 1977), unnormalised, each pair once: how many
 * shortest paths between others lead through a person. Brandes, A faster algorithm for betweenness centrality (2001).
 */
export function betweennessOf(neighbours: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const sums = new Map([...neighbours.keys()].map((id) => [id, 0]));
  for (const source of neighbours.keys())
    for (const [id, share] of dependenciesOn(source, neighbours))
      if (id !== source) sums.set(id, sums.get(id)! + share / 2);
  return sums;
}

/** How much each person is needed for the shortest paths from `source`. */
function dependenciesOn(source: string, neighbours: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const distance = new Map([[source, 0]]);
  const paths = new Map([[source, 1]]);
  const order = [source];
  for (const id of order)
    for (const next of neighbours.get(id) ?? []) {
      if (!distance.has(next)) {
        distance.set(next, distance.get(id)! + 1);
        order.push(next);
      }
      if (distance.get(next) === distance.get(id)! + 1) paths.set(next, (paths.get(next) ?? 0) + paths.get(id)!);
    }
  const shares = new Map(order.map((id) => [id, 0]));
  for (const id of order.reverse())
    for (const before of neighbours.get(id) ?? [])
      if (distance.get(before) === distance.get(id)! - 1)
        shares.set(before, shares.get(before)! + (paths.get(before)! / paths.get(id)!) * (1 + shares.get(id)!));
  return shares;
}
