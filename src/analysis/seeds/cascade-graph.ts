/** A tie by positions of its ends; `chance` 0..1 that word passes along it. */
export interface ChancedTie {
  readonly from: number;
  readonly to: number;
  readonly chance: number;
}

/** Who can pass word on to whom, as flat arrays: the arcs that leave person i are offsets[i] .. offsets[i + 1]. */
export interface CascadeGraph {
  readonly people: number;
  /** Ties as given, each once. */
  readonly ends: Int32Array;
  readonly chances: Float64Array;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** The tie that an arc belongs to. */
  readonly arcTies: Int32Array;
}

/** The graph of people 0 .. people - 1. Ties pass both ways unless `directed`. */
export function cascadeGraph(people: number, ties: readonly ChancedTie[], directed = false): CascadeGraph {
  const ends = new Int32Array(2 * ties.length);
  const chances = new Float64Array(ties.length);
  const offsets = new Int32Array(people + 1);
  ties.forEach(({ from, to, chance }, at) => {
    ends[2 * at] = from;
    ends[2 * at + 1] = to;
    chances[at] = chance;
    offsets[from + 1]!++;
    if (!directed) offsets[to + 1]!++;
  });
  for (let at = 0; at < people; at++) offsets[at + 1]! += offsets[at]!;
  return { people, ends, chances, offsets, ...arcsOf(ties, offsets, directed) };
}

function arcsOf(ties: readonly ChancedTie[], offsets: Int32Array, directed: boolean) {
  const free = offsets.slice();
  const targets = new Int32Array(offsets.at(-1)!);
  const arcTies = new Int32Array(targets.length);
  const add = (from: number, to: number, tie: number) => {
    const at = free[from]!++;
    targets[at] = to;
    arcTies[at] = tie;
  };
  ties.forEach(({ from, to }, tie) => {
    add(from, to, tie);
    if (!directed) add(to, from, tie);
  });
  return { targets, arcTies };
}
