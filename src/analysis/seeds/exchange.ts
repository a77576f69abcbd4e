import { type GreedyQuestion, lazyGreedy, type Pick } from './lazy-greedy.js';
import type { Reach } from './reach.js';

/** Who may come in: so many of those who reach most alone. */
const NEWCOMERS = 300;
/** A swap counts when it adds more than rounding does, in people. */
const MORE = 1e-6;

/**
 * Mends greedy's short sight: a first pick that looked best alone may be worth little beside the later ones. Each seed
 * is given back and the best that fits in its place, of the 300 who reach most alone, is taken, until a round changes
 * nothing (1-exchange; Nemhauser, Wolsey, Fisher 1978), at most `rounds`. Seeds of a floor are exchanged within their
 * community only. Yields after each seed, so that a caller may breathe; returns the picks in the order of what each
 * adds. The reach never falls below greedy's. `reach` holds the picks, before and after.
 */
export function* exchange(
  reach: Reach,
  question: GreedyQuestion,
  picks: readonly Pick[],
  rounds: number,
): Generator<void, Pick[]> {
  const { candidates, costs, budget, floors = [] } = question;
  const newcomers = bestAlone(reach, candidates, picks);
  const floorOf = new Map(floors.flatMap(({ members }) => members.map((person) => [person, members] as const)));
  const seeds = picks.map(({ person }) => person);
  let left = picks.reduce((sum, { cost }) => sum - cost, budget);
  for (let round = 0, changed = true; changed && round < rounds; round++) {
    changed = false;
    for (const [at, { forFloor }] of picks.entries()) {
      const before = seeds[at]!;
      reach.giveBack(before);
      left += costs[before]!;
      const own = reach.gain(before);
      const pool = forFloor ? floorOf.get(before)! : newcomers;
      const best = bestOf(
        reach,
        pool.filter((person) => costs[person]! <= left + 1e-9),
      );
      if (best !== undefined && reach.gain(best) > own + MORE) {
        seeds[at] = best;
        changed = true;
      }
      reach.take(seeds[at]!);
      left -= costs[seeds[at]!]!;
      yield;
    }
  }
  return inOrder(reach, question, seeds, picks);
}

function bestAlone(reach: Reach, candidates: readonly number[], picks: readonly Pick[]): number[] {
  reach.clear();
  const alone = new Map(candidates.map((person) => [person, reach.gain(person)]));
  for (const { person } of picks) reach.take(person);
  return [...candidates].sort((a, b) => alone.get(b)! - alone.get(a)! || a - b).slice(0, NEWCOMERS);
}

function bestOf(reach: Reach, pool: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const person of pool) {
    const gain = reach.gain(person);
    if (gain <= most) continue;
    [best, most] = [person, gain];
  }
  return best;
}

/** The same seeds, the one that adds most first. */
function inOrder(reach: Reach, question: GreedyQuestion, seeds: readonly number[], picks: readonly Pick[]): Pick[] {
  const forFloor = new Map(seeds.map((person, at) => [person, picks[at]!.forFloor]));
  reach.clear();
  const ordered = [...lazyGreedy(reach, { ...question, floors: [], candidates: [...seeds].sort((a, b) => a - b) })];
  return ordered.map((pick) => ({ ...pick, forFloor: forFloor.get(pick.person)! }));
}
