import type { ChancedTie } from '../../../src/analysis/seeds/cascade-graph.js';
import type { Reach } from '../../../src/analysis/seeds/reach.js';

/**
 * Expected reach with every world of live ties counted by its probability: 2^ties worlds, so for at most some 16 ties.
 */
export function exactReach(people: number, ties: readonly ChancedTie[]): Reach {
  const worlds = Array.from({ length: 2 ** ties.length }, (_, bits) => world(people, ties, bits));
  let taken: number[] = [];
  const reachOf = (seeds: readonly number[]) =>
    worlds.reduce((sum, w) => sum + w.chance * countBits(union(w.reach, seeds)), 0);
  return {
    gain: (person) => reachOf([...taken, person]) - reachOf(taken),
    take: (person) => void taken.push(person),
    giveBack: (person) => {
      taken = taken.filter((other) => other !== person);
    },
    clear: () => {
      taken = [];
    },
  };
}

/** Whom each person reaches in one world, as bits, by Warshall's closure. */
function world(people: number, ties: readonly ChancedTie[], bits: number) {
  const live = ties.filter((_, at) => bits & (1 << at));
  const chance = ties.reduce((product, tie, at) => product * (bits & (1 << at) ? tie.chance : 1 - tie.chance), 1);
  const reach = Array.from({ length: people }, (_, at) => 1 << at);
  for (const { from, to } of live) reach[from]! |= 1 << to;
  for (let middle = 0; middle < people; middle++)
    for (let from = 0; from < people; from++) if (reach[from]! & (1 << middle)) reach[from]! |= reach[middle]!;
  return { chance, reach };
}

function union(reach: readonly number[], seeds: readonly number[]): number {
  return seeds.reduce((all, seed) => all | reach[seed]!, 0);
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count++;
  return count;
}
