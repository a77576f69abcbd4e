import type { WeighedTie } from '../../../src/network/referral/tie-map.js';

type Costs = ReadonlyMap<string, readonly (readonly [string, number])[]>;
interface Route {
  readonly people: readonly string[];
  readonly cost: number;
}

/**
 * Yen, Finding the K shortest loopless paths in a network (Management Science 17, 1971), written for the tests alone:
 * spur by spur over a Bellman–Ford of at most `maxHops` steps. Slow, and of another kind than what the product does.
 */
export function yen(ties: readonly WeighedTie[], from: string, to: string, k: number, maxHops: number): Route[] {
  const costs = costsOf(ties);
  const first = shortest(costs, from, to, maxHops, new Set(), new Set());
  const found = first ? [first] : [];
  const candidates = new Map<string, Route>();
  while (found.length > 0 && found.length < k) {
    const last = found.at(-1)!.people;
    for (let spur = 0; spur < last.length - 1; spur++) {
      const root = last.slice(0, spur + 1);
      const same = found.filter(({ people }) => root.every((id, at) => people[at] === id));
      const cut = new Set(same.map(({ people }) => people[spur + 1]!));
      const rest = shortest(costs, last[spur]!, to, maxHops - spur, new Set(root.slice(0, -1)), cut);
      if (!rest) continue;
      const people = [...root.slice(0, -1), ...rest.people];
      candidates.set(people.join(), { people, cost: costOf(costs, people) });
    }
    for (const { people } of found) candidates.delete(people.join());
    const best = [...candidates.values()].sort((a, b) => a.cost - b.cost)[0];
    if (!best) break;
    found.push(best);
  }
  return found;
}

function costsOf(ties: readonly WeighedTie[]): Costs {
  const all = new Map<string, [string, number][]>();
  for (const { fromId, toId, closeness } of ties)
    for (const [one, other] of [
      [fromId, toId],
      [toId, fromId],
    ] as const)
      all.set(one, [...(all.get(one) ?? []), [other, -Math.log(closeness)]]);
  return all;
}

function costOf(costs: Costs, people: readonly string[]): number {
  return people.slice(1).reduce((sum, id, at) => sum + costs.get(people[at]!)!.find(([other]) => other === id)![1], 0);
}

/** Least cost within `hops` steps, without the `barred` people and without the first steps in `cut`. */
function shortest(
  costs: Costs,
  from: string,
  to: string,
  hops: number,
  barred: ReadonlySet<string>,
  cut: ReadonlySet<string>,
): Route | null {
  let layer = new Map<string, Route>([[from, { people: [from], cost: 0 }]]);
  let best: Route | null = null;
  for (let hop = 1; hop <= hops; hop++) {
    const next = new Map<string, Route>();
    for (const [id, route] of layer)
      for (const [other, step] of costs.get(id) ?? []) {
        if (barred.has(other) || other === from || (hop === 1 && cut.has(other))) continue;
        const cost = route.cost + step;
        if (cost < (next.get(other)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(other, { people: [...route.people, other], cost });
      }
    const arrived = next.get(to);
    if (arrived && arrived.cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = arrived;
    next.delete(to);
    layer = next;
  }
  return best;
}
