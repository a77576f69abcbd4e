import type { Random } from '../../kernel/random.js';
import type { GreedyQuestion } from './lazy-greedy.js';

type Purse = Pick<GreedyQuestion, 'candidates' | 'costs' | 'budget'>;

/** Those who know most people, as long as the budget pays them. */
export function topDegree({ candidates, costs, budget }: Purse, degrees: Int32Array): number[] {
  const ranked = [...candidates].sort((a, b) => degrees[b]! - degrees[a]! || a - b);
  let left = budget;
  return ranked.filter((person) => {
    if (costs[person]! > left + 1e-9) return false;
    left -= costs[person]!;
    return true;
  });
}

/** Draws candidates at random as long as the budget pays for one. Each call of what it returns is a draw of its own. */
export function byLot({ candidates, costs, budget }: Purse, random: Random): () => number[] {
  const urn = Int32Array.from(candidates);
  const least = urn.reduce((min, person) => Math.min(min, costs[person]!), Number.POSITIVE_INFINITY);
  return () => {
    const drawn: number[] = [];
    let left = budget;
    for (let at = 0; at < urn.length && left + 1e-9 >= least; at++) {
      const other = at + Math.floor(random.next() * (urn.length - at));
      [urn[at], urn[other]] = [urn[other]!, urn[at]!];
      if (costs[urn[at]!]! > left + 1e-9) continue;
      drawn.push(urn[at]!);
      left -= costs[urn[at]!]!;
    }
    return drawn;
  };
}
