/**
 * Sampled betweenness (Brandes, Pich 2007): the paths from k sources stand for those from all. With k drawn sources the
 * value of one customer is within ε with probability 1 − δ for k ≥ ln(2/δ) / (2ε²), by Hoeffding's inequality, since one
 * source adds between 0 and 1 to a share of paths.
 */

/** Arcs that a sampled run may visit: about a minute on two cores. */
const BUDGET = 800_000_000;
const FEWEST = 64;
const MOST = 1_024;
const DOUBT = 0.05;

export interface BetweennessPlan {
  readonly exact: boolean;
  readonly samples: number;
  /** Half width of the 95 % interval of one customer's share, 0 when exact. */
  readonly error: number;
}

export interface BetweennessAsk {
  readonly nodes: number;
  readonly arcs: number;
  readonly exactUpTo: number;
  readonly samples?: number | undefined;
}

/** Every source where that is cheap; otherwise as many as given, or as the budget of arcs allows (64..1,024). */
export function planBetweenness({ nodes, arcs, exactUpTo, samples }: BetweennessAsk): BetweennessPlan {
  const wanted = samples ?? Math.min(MOST, Math.max(FEWEST, Math.round(BUDGET / (nodes + arcs))));
  if (nodes <= exactUpTo || wanted >= nodes) return { exact: true, samples: nodes, error: 0 };
  return { exact: false, samples: wanted, error: Math.sqrt(Math.log(2 / DOUBT) / (2 * wanted)) };
}

/** What makes counted paths (each pair once, from k of n sources) a share of all (n − 1)(n − 2)/2 pairs, 0..1. */
export function shareFactor(nodes: number, samples: number): number {
  if (nodes < 3 || samples < 1) return 0;
  return nodes / samples / (((nodes - 1) * (nodes - 2)) / 2);
}
