/** A tie between two people, walked either way. `closeness` 0..1 is the chance that an introduction is passed on. */
export interface WeighedTie {
  readonly fromId: string;
  readonly toId: string;
  readonly closeness: number;
}

export interface RankedPath {
  /** From the first to the last, each once. */
  readonly people: readonly string[];
  /** Closeness of each step, one fewer than people. */
  readonly steps: readonly number[];
  /** Their product, 0..1. */
  readonly closeness: number;
}

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** How many paths. */
  readonly k: number;
  /** Most steps of one. */
  readonly maxHops: number;
}

type Neighbours = ReadonlyMap<string, readonly { readonly id: string; readonly cost: number }[]>;

/** More than this many partial paths and the search ends with what it has. */
const MOST_PARTIAL = 200_000;

/**
 * The k paths without a loop that have the largest product of closeness, that is the least sum of −ln closeness, best first.
 * Exact on the ties given: A* by the least cost that is left within the steps left (Bellman's recursion), so that partial
 * paths come up in the order of the best they can still become. Ties by fewer steps, then by id. Yen's algorithm
 * (definitions.md) finds the same paths.
 */
export function bestPaths(ties: readonly WeighedTie[], { from, to, k, maxHops }: PathQuestion): RankedPath[] {
  const neighbours = neighboursOf(ties);
  const left = costsLeft(neighbours, to, maxHops);
  const found: RankedPath[] = [];
  const open = [partial([from], 0, left[maxHops]!.get(from) ?? Number.POSITIVE_INFINITY)];
  for (let popped = 0; open.length > 0 && found.length < k && popped < MOST_PARTIAL; popped++) {
    const best = pop(open);
    if (best.bound === Number.POSITIVE_INFINITY) break;
    const last = best.people.at(-1)!;
    if (last === to) found.push(ranked(best.people, neighbours));
    else for (const next of extend(best, neighbours.get(last) ?? [], left, maxHops)) push(open, next);
  }
  return found;
}

interface Partial {
  readonly people: readonly string[];
  readonly cost: number;
  /** Least cost of any whole path that starts so. */
  readonly bound: number;
}

function partial(people: readonly string[], cost: number, rest: number): Partial {
  return { people, cost, bound: cost + rest };
}

function extend(
  { people, cost }: Partial,
  neighbours: readonly { readonly id: string; readonly cost: number }[],
  left: readonly ReadonlyMap<string, number>[],
  maxHops: number,
): Partial[] {
  const hopsLeft = maxHops - people.length;
  if (hopsLeft < 0) return [];
  return neighbours.flatMap((next) => {
    const rest = left[hopsLeft]!.get(next.id);
    if (rest === undefined || people.includes(next.id)) return [];
    return [partial([...people, next.id], cost + next.cost, rest)];
  });
}

function neighboursOf(ties: readonly WeighedTie[]): Neighbours {
  const all = new Map<string, { id: string; cost: number }[]>();
  const add = (one: string, other: string, cost: number) =>
    all.set(one, [...(all.get(one) ?? []), { id: other, cost }]);
  for (const { fromId, toId, closeness } of ties) {
    if (closeness <= 0) continue;
    const cost = -Math.log(Math.min(1, closeness));
    add(fromId, toId, cost);
    add(toId, fromId, cost);
  }
  return all;
}

/** Least cost from everyone to the target within 0, 1, …, `maxHops` steps. */
function costsLeft(neighbours: Neighbours, to: string, maxHops: number): Map<string, number>[] {
  const rounds = [new Map([[to, 0]])];
  for (let hop = 1; hop <= maxHops; hop++) {
    const next = new Map(rounds[hop - 1]);
    for (const [id, cost] of rounds[hop - 1]!)
      for (const { id: other, cost: step } of neighbours.get(id) ?? [])
        if (cost + step < (next.get(other) ?? Number.POSITIVE_INFINITY)) next.set(other, cost + step);
    rounds.push(next);
  }
  return rounds;
}

function ranked(people: readonly string[], neighbours: Neighbours): RankedPath {
  const steps = people.slice(1).map((id, at) => {
    const costs = neighbours.get(people[at]!)!.filter((n) => n.id === id);
    return Math.exp(-Math.min(...costs.map((n) => n.cost)));
  });
  return { people, steps, closeness: steps.reduce((product, step) => product * step, 1) };
}

function before(a: Partial, b: Partial): boolean {
  if (Math.abs(a.bound - b.bound) > 1e-12) return a.bound < b.bound;
  if (a.people.length !== b.people.length) return a.people.length < b.people.length;
  return a.people.join('\n') < b.people.join('\n');
}

function push(heap: Partial[], item: Partial): void {
  heap.push(item);
  for (let at = heap.length - 1; at > 0; ) {
    const up = (at - 1) >> 1;
    if (!before(heap[at]!, heap[up]!)) return;
    [heap[at], heap[up]] = [heap[up]!, heap[at]!];
    at = up;
  }
}

function pop(heap: Partial[]): Partial {
  const top = heap[0]!;
  const end = heap.pop()!;
  if (heap.length === 0) return top;
  heap[0] = end;
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let least = at;
    if (left < heap.length && before(heap[left]!, heap[least]!)) least = left;
    if (right < heap.length && before(heap[right]!, heap[least]!)) least = right;
    if (least === at) return top;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}
