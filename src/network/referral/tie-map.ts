/** A tie between two people, walked either way. `closeness` 0..1 is the chance that an introduction is passed on. */
export interface WeighedTie {
  readonly fromId: string;
  readonly toId: string;
  readonly closeness: number;
}

/** Whom everyone knows, with the cost −ln closeness of each tie; of several ties of a pair the closest counts. */
export type TieMap = Map<string, Map<string, number>>;

/** Adds ties to the map; one without closeness leads nowhere and is left out. */
export function addTies(map: TieMap, ties: readonly WeighedTie[]): void {
  for (const { fromId, toId, closeness } of ties) {
    if (closeness <= 0) continue;
    const cost = Math.max(0, -Math.log(Math.min(1, closeness)));
    put(map, fromId, toId, cost);
    put(map, toId, fromId, cost);
  }
}

function put(map: TieMap, one: string, other: string, cost: number): void {
  const known = map.get(one) ?? new Map<string, number>();
  if (known.size === 0) map.set(one, known);
  const before = known.get(other);
  if (before === undefined || cost < before) known.set(other, cost);
}

/**
 * Least cost from anyone of `start` to everyone within 0, 1, …, `hops` steps, one map a step (Bellman's recursion). A
 * path of introductions is over when it reaches one of `last`, so none is walked past.
 */
export function leastCosts(
  map: TieMap,
  start: Iterable<string>,
  last: ReadonlySet<string>,
  hops: number,
): Map<string, number>[] {
  let changed = new Map<string, number>([...start].map((id) => [id, 0]));
  const rounds = [new Map(changed)];
  for (let hop = 1; hop <= hops; hop++) {
    const all = new Map(rounds[hop - 1]);
    const better = new Map<string, number>();
    for (const [id, cost] of changed) {
      if (last.has(id)) continue;
      for (const [other, step] of map.get(id) ?? []) {
        if (cost + step >= (all.get(other) ?? Number.POSITIVE_INFINITY)) continue;
        all.set(other, cost + step);
        better.set(other, cost + step);
      }
    }
    changed = better;
    rounds.push(all);
  }
  return rounds;
}
