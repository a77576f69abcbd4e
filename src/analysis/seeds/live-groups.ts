import type { LiveTies } from './live-ties.js';
import type { Reach } from './reach.js';

/** One world as seen by the candidates: their groups, numbered from 0, and how large each is. */
interface Snapshot {
  readonly groupOf: Int32Array;
  readonly sizes: Int32Array;
  /** How many of those taken are in each. */
  readonly taken: Int32Array;
}

/** Reach over kept worlds; `keep` adds one. */
export interface LiveGroups extends Reach {
  keep(world: LiveTies): void;
}

/** Reach of candidates only, so that memory is 4 to 12 bytes per candidate and world, however many people there are. */
export function liveGroups(people: number, candidates: readonly number[]): LiveGroups {
  const snapshots: Snapshot[] = [];
  const slots = new Int32Array(people).fill(-1);
  candidates.forEach((person, slot) => {
    slots[person] = slot;
  });
  const taken = new Uint8Array(people);
  const change = (person: number, by: 1 | -1) => {
    taken[person] = by === 1 ? 1 : 0;
    for (const snapshot of snapshots) snapshot.taken[snapshot.groupOf[slots[person]!]!]! += by;
  };
  return {
    keep: (world) => void snapshots.push(seenBy(candidates, world)),
    gain: (person) => (taken[person] ? 0 : sumOf(snapshots, slots[person]!) / snapshots.length),
    take: (person) => change(person, 1),
    giveBack: (person) => change(person, -1),
    clear: () => {
      taken.fill(0);
      for (const snapshot of snapshots) snapshot.taken.fill(0);
    },
  };
}

function sumOf(snapshots: readonly Snapshot[], slot: number): number {
  let sum = 0;
  for (const { groupOf, sizes, taken } of snapshots) {
    const group = groupOf[slot]!;
    if (taken[group] === 0) sum += sizes[group]!;
  }
  return sum;
}

function seenBy(candidates: readonly number[], { groupOf, sizes }: LiveTies): Snapshot {
  const numbers = new Map<number, number>();
  const groups = Int32Array.from(candidates, (person) => {
    const root = groupOf(person);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
  return {
    groupOf: groups,
    sizes: Int32Array.from(numbers.keys(), (root) => sizes[root]!),
    taken: new Int32Array(numbers.size),
  };
}
