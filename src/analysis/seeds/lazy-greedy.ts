import { type Floor, openFloors } from './floors.js';
import { lazyQueue } from './lazy-queue.js';
import type { Reach } from './reach.js';

/** A seed with what it added to the reach of those before it. */
export interface Pick {
  readonly person: number;
  readonly gain: number;
  readonly cost: number;
  /** Taken because its community had to have one. */
  readonly forFloor: boolean;
}

export interface GreedyQuestion {
  readonly people: number;
  readonly candidates: readonly number[];
  /** By position; above 0. */
  readonly costs: Float64Array;
  readonly budget: number;
  /** What is best: most gain, or most gain for its cost. */
  readonly by: 'GAIN' | 'RATIO';
  readonly floors?: readonly Floor[];
}

/** Costs are sums of decimals: what differs by less is the same. */
const EQUAL = 1e-9;

/**
 * CELF (Leskovec et al. 2007): greedy with lazy evaluation. Gains can only fall, so the best old gain that stays best
 * when it is looked at again is the best of all. Floors first, each pick leaving enough to fill the others, then the
 * rest of the budget. Yields pick by pick, so that a caller may breathe between. `reach` is left with the picks taken.
 */
export function* lazyGreedy(reach: Reach, question: GreedyQuestion): Generator<Pick> {
  const { candidates, costs, budget, floors = [] } = question;
  const open = openFloors(floors, costs);
  const taken = new Set<number>();
  let left = budget;
  const wanted = (person: number) => open.wants(person) && open.beyondReserve(person) <= left - open.reserve() + EQUAL;
  for (const pick of picksOf(reach, question, candidates.filter(open.wants), wanted)) {
    taken.add(pick.person);
    left -= pick.cost;
    open.take(pick.person);
    yield { ...pick, forFloor: true };
  }
  const rest = candidates.filter((person) => !taken.has(person));
  for (const pick of picksOf(reach, question, rest, (person) => costs[person]! <= left + EQUAL)) {
    left -= pick.cost;
    yield { ...pick, forFloor: false };
  }
}

/** The best again and again. Whoever does not fit once never will: what is left only shrinks. */
function* picksOf(
  reach: Reach,
  { people, costs, by }: GreedyQuestion,
  candidates: readonly number[],
  fits: (person: number) => boolean,
): Generator<Omit<Pick, 'forFloor'>> {
  const queue = lazyQueue(people);
  const gains = new Float64Array(people);
  const seenAt = new Int32Array(people);
  const look = (person: number, picks: number) => {
    gains[person] = reach.gain(person);
    seenAt[person] = picks;
    queue.push(person, by === 'RATIO' ? gains[person]! / costs[person]! : gains[person]!);
  };
  for (const person of candidates) look(person, 0);
  for (let picks = 0, best = queue.pop(); best !== undefined; best = queue.pop()) {
    if (!fits(best)) continue;
    if (seenAt[best] !== picks) look(best, picks);
    else {
      reach.take(best);
      picks++;
      yield { person: best, gain: gains[best]!, cost: costs[best]! };
    }
  }
}
