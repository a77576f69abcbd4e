import type { Random } from '../../kernel/random.js';
import type { CascadeGraph } from './cascade-graph.js';

/** One world: who is in one group of live ties with whom. */
export interface LiveTies {
  /** A position that stands for the person's group. */
  groupOf(person: number): number;
  /** People in the group that a position stands for. */
  readonly sizes: Int32Array;
}

/**
 * One live-edge world (Kempe, Kleinberg, Tardos 2003): each tie is live with its chance. A tie that passes word both
 * ways with one chance needs one coin, since only the first of its ends to hear can use it; so whoever is in a group of
 * live ties reaches exactly that group. Union-find with path halving (Tarjan, van Leeuwen 1984).
 */
export function drawLiveTies({ people, ends, chances }: CascadeGraph, random: Random): LiveTies {
  const parent = new Int32Array(people);
  for (let at = 0; at < people; at++) parent[at] = at;
  const sizes = new Int32Array(people).fill(1);
  for (let at = 0; at < chances.length; at++) {
    if (random.next() >= chances[at]!) continue;
    let one = rootOf(parent, ends[2 * at]!);
    let other = rootOf(parent, ends[2 * at + 1]!);
    if (one === other) continue;
    if (sizes[one]! < sizes[other]!) [one, other] = [other, one];
    parent[other] = one;
    sizes[one]! += sizes[other]!;
  }
  return { groupOf: (person) => rootOf(parent, person), sizes };
}

function rootOf(parent: Int32Array, start: number): number {
  let at = start;
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!;
    at = parent[at]!;
  }
  return at;
}
