/**
 * Sampled betweenness (Brandes, Pich 2007): the paths from k sources stand for those from all. With k drawn sources the
 * value of one customer is within ε with probability 1 − δ for k ≥ ln(2/δ) / (2ε²), by Hoeffding's inequality, since one
 * source adds between 0 and 1 to a share of paths. Up to `evenUpTo` ties sources are drawn evenly and counted in `brandes.ts`; above, by GDS,
 * which draws them by degree, so a sampled value is the share of shortest
 * paths that begin at an end of a random tie: people who know more count for more. Above all it draws them in the order
 * of nodes and stops when it has enough; `samplerLoops` makes that spread over the whole network. What the bound is wide
 * for, the two halves of the sample tell closer: their difference gives the standard error.
 */

/** Arcs that a sampled run may visit: about half a minute on two cores. */
const BUDGET = 400_000_000;
const FEWEST = 40;
const DOUBT = 0.05;

export interface BetweennessPlan {
  readonly exact: boolean;
  /** Sources drawn evenly and counted here; otherwise, where sampled, drawn by degree and counted by GDS. */
  readonly even: boolean;
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
  /** Most ties that are counted here. */
  readonly evenUpTo: number;
}

/** Every source where that is cheap; otherwise as many as given, or as the error asks for, as far as the budget of arcs allows (40 at least). */
export function planBetweenness(ask: BetweennessAsk): BetweennessPlan {
  const { nodes, arcs, exactUpTo, samples, betweennessError, evenUpTo } = ask;
  const affordable = Math.max(FEWEST, Math.round(BUDGET / (nodes + arcs)));
  const wanted = samples ?? Math.min(samplesFor(betweennessError), affordable);
  if (nodes <= exactUpTo || wanted >= nodes) return { exact: true, even: false, samples: nodes, error: 0 };
  return { exact: false, even: arcs <= 2 * evenUpTo, samples: wanted, error: hoeffding(wanted) };
}

/** More sources come up than are taken, so that the draw seldom falls short; a little of the end of the order is lost. */
const SPARE = 1.15;

/**
 * Loops (each adds 2 to the degree) that make the sampler's degree so large that about `samples` sources come up over the
 * whole network: GDS takes a node with its degree over the largest.
 */
export function samplerLoops(arcs: number, samples: number): number {
  return Math.ceil(arcs / (2 * SPARE * samples));
}

/** How many of `samples` can be drawn where someone knows more people than the sampler has loops; at least 2. */
export function drawable(arcs: number, samples: number, largestDegree: number): number {
  return Math.max(2, Math.min(samples, Math.floor(arcs / (SPARE * Math.max(1, largestDegree)))));
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
