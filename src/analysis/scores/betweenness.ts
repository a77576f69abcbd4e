/**
 * Sampled betweenness (Brandes, Pich 2007): the paths from k sources, each customer as likely, stand for those from
 * all. With k drawn sources the value of one customer is within ε with probability 1 − δ for k ≥ ln(2/δ) / (2ε²), by
 * Hoeffding's inequality, since one source adds between 0 and 1 to a share of paths. What the bound is wide for, the
 * two halves of the sample tell closer: their difference gives the standard error.
 */

/** Arcs that a sampled run may visit: about half a minute of one core. */
const BUDGET = 400_000_000;
const FEWEST = 40;
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
  /** Half width of the 95 % interval that is asked for, a share. */
  readonly betweennessError: number;
}

/**
 * Every source where that is cheap; otherwise as many as given, or as the error asks for, as far as the budget of arcs
 * allows (40 at least).
 */
export function planBetweenness(ask: BetweennessAsk): BetweennessPlan {
  const { nodes, arcs, exactUpTo, samples, betweennessError } = ask;
  const affordable = Math.max(FEWEST, Math.round(BUDGET / (nodes + arcs)));
  const wanted = samples ?? Math.min(samplesFor(betweennessError), affordable);
  if (nodes <= exactUpTo || wanted >= nodes) return { exact: true, samples: nodes, error: 0 };
  return { exact: false, samples: wanted, error: hoeffding(wanted) };
}

/** Sources that put one customer's share within `error` with 95 %: k = ln(2/δ) / (2ε²). */
export function samplesFor(error: number): number {
  return Math.ceil(Math.log(2 / DOUBT) / (2 * error ** 2));
}

/** Half width of the 95 % interval of one customer's share with that many sources. */
export function hoeffding(samples: number): number {
  return Math.sqrt(Math.log(2 / DOUBT) / (2 * samples));
}

/** What makes counted paths (each pair once, from k of n sources) a share of all (n − 1)(n − 2)/2 pairs, 0..1. */
export function shareFactor(nodes: number, samples: number): number {
  if (nodes < 3 || samples < 1) return 0;
  return nodes / samples / (((nodes - 1) * (nodes - 2)) / 2);
}
