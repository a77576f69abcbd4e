/**
 * KNOWS: the ties of a pair summed up, closeness = 1 − ∏(1 − closeness of each tie), from the smaller id to the larger.
 */
import { round } from '../dice.js';
import type { End, Tie } from './knot.js';

export interface Knows {
  from: End;
  to: End;
  /** Unique for the pair: both ids, smaller first. */
  pair: string;
  /** 0..1, six decimals. */
  closeness: number;
  kinds: string[];
  /** Earliest `since` of the pair's ties, ms since 1970. */
  since: number;
}

/** One KNOWS per pair. All ties of a pair must be in `ties`. */
export function sumUp(ties: readonly Tie[]): Knows[] {
  const pairs = new Map<string, Knows & { apart: number }>();
  for (const tie of ties) {
    const [from, to] = tie.from.id < tie.to.id ? [tie.from, tie.to] : [tie.to, tie.from];
    const pair = `${from.id}|${to.id}`;
    const known = pairs.get(pair);
    if (!known)
      pairs.set(pair, { from, to, pair, closeness: 0, kinds: [tie.kind], since: tie.since, apart: 1 - tie.closeness });
    else {
      known.apart *= 1 - tie.closeness;
      known.kinds.push(tie.kind);
      known.since = Math.min(known.since, tie.since);
    }
  }
  return [...pairs.values()].map(({ apart, ...known }) => ({
    ...known,
    closeness: round(1 - apart, 6),
    kinds: known.kinds.sort(),
  }));
}
