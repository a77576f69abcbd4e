import { pop, push } from './heap.js';
import { leastCosts, type TieMap } from './tie-map.js';

export interface RankedPath {
  /** From the first to the last, each once. */
  readonly people: readonly string[];
  /** Closeness of each step, one fewer than people. */
  readonly steps: readonly number[];
  /** Their product, 0..1; 1 where both ends are one person. */
  readonly closeness: number;
}

export interface PathQuestion {
  /** A path starts at one of these and comes back to none. */
  readonly from: ReadonlySet<string>;
  /** It ends at the first of these that it reaches. */
  readonly to: ReadonlySet<string>;
  /** How many paths. */
  readonly k: number;
  /** Most steps of one. */
  readonly maxHops: number;
}

export interface BestPaths {
  readonly paths: readonly RankedPath[];
  /** Whether these are the best of all paths over the ties given: false when the search ran into its limit. */
  readonly exact: boolean;
}

/** More than this many partial paths and the search ends with what it has. */
const MOST_PARTIAL = 300_000;

/** Costs nearer than this are the same: sums of logarithms in another order differ by rounding. */
const SAME = 1e-12;

/**
 * The k paths without a loop that have the largest product of closeness, that is the least sum of −ln closeness, best
 * first. A* by the least cost that is left within the steps left, so that partial paths come up in the order of the
 * best they can still become. Ties by fewer steps, then by id. Yen's algorithm (1971; definitions.md) finds the same
 * paths.
 */
export function bestPaths(map: TieMap, question: PathQuestion): BestPaths {
  const { from, to, k, maxHops } = question;
  const left = leastCosts(map, to, from, maxHops);
  const found: RankedPath[] = [];
  const open: Partial[] = [];
  for (const id of from) {
    const rest = left[maxHops]!.get(id);
    if (rest !== undefined) push(open, { id, before: null, people: 1, cost: 0, bound: rest }, sooner);
  }
  for (let popped = 0; open.length > 0 && found.length < k; popped++) {
    if (popped === MOST_PARTIAL) return { paths: found, exact: false };
    const best = pop(open, sooner);
    if (to.has(best.id)) found.push(ranked(best, map));
    else for (const next of extend(best, map, left, question)) push(open, next, sooner);
  }
  return { paths: found, exact: true };
}

interface Partial {
  readonly id: string;
  readonly before: Partial | null;
  readonly people: number;
  readonly cost: number;
  /** Least cost of any whole path that starts so. */
  readonly bound: number;
}

function extend(
  partial: Partial,
  map: TieMap,
  left: readonly ReadonlyMap<string, number>[],
  { from, maxHops }: PathQuestion,
): Partial[] {
  const hopsLeft = maxHops - partial.people;
  if (hopsLeft < 0) return [];
  const next: Partial[] = [];
  for (const [id, step] of map.get(partial.id) ?? []) {
    const rest = left[hopsLeft]!.get(id);
    if (rest === undefined || from.has(id) || isOn(partial, id)) continue;
    const cost = partial.cost + step;
    next.push({ id, before: partial, people: partial.people + 1, cost, bound: cost + rest });
  }
  return next;
}

function isOn(partial: Partial, id: string): boolean {
  for (let at: Partial | null = partial; at; at = at.before) if (at.id === id) return true;
  return false;
}

function peopleOf(partial: Partial): string[] {
  const people: string[] = [];
  for (let at: Partial | null = partial; at; at = at.before) people.push(at.id);
  return people.reverse();
}

function ranked(partial: Partial, map: TieMap): RankedPath {
  const people = peopleOf(partial);
  const steps = people.slice(1).map((id, at) => Math.exp(-map.get(people[at]!)!.get(id)!));
  return { people, steps, closeness: steps.reduce((product, step) => product * step, 1) };
}

function sooner(a: Partial, b: Partial): boolean {
  if (Math.abs(a.bound - b.bound) > SAME) return a.bound < b.bound;
  if (a.people !== b.people) return a.people < b.people;
  return peopleOf(a).join('\n') < peopleOf(b).join('\n');
}
