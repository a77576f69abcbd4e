import type { SeedNetwork } from './seed-network.js';

/** So many per seed that a floor wants, beside the cheapest. */
const FOR_FLOOR = 5;

/**
 * At most about `most` candidates worth a closer look: those that reach most alone, those that reach most for their
 * cost, and for every floor the best and the cheapest of its community, so that it can be filled as cheaply as before.
 * `reach` by position.
 */
export function shortlist(network: SeedNetwork, reach: Float64Array, most: number): SeedNetwork {
  const { candidates, costs, floors } = network;
  if (candidates.length <= most) return network;
  const by = (key: (person: number) => number) => (of: readonly number[], count: number) =>
    [...of].sort((a, b) => key(b) - key(a) || a - b).slice(0, count);
  const best = by((person) => reach[person]!);
  const thriftiest = by((person) => reach[person]! / costs[person]!);
  const cheapest = by((person) => -costs[person]!);
  const kept = new Set([
    ...best(candidates, Math.ceil(most / 2)),
    ...thriftiest(candidates, Math.floor(most / 2)),
    ...floors.flatMap(({ members, atLeast }) => [...best(members, FOR_FLOOR * atLeast), ...cheapest(members, atLeast)]),
  ]);
  return {
    ...network,
    candidates: candidates.filter((person) => kept.has(person)),
    floors: floors.map((floor) => ({ ...floor, members: floor.members.filter((person) => kept.has(person)) })),
  };
}
