/** Population stability index: how far a distribution moved from the one that a model was fitted on (Siddiqi 2006). */

/** Deciles of what a model was fitted on, and the share of customers in each bin. */
export interface Bins {
  /** Upper bounds of all bins but the last, ascending, each once. */
  readonly edges: readonly number[];
  readonly shares: readonly number[];
}

const BINS = 10;
/** An empty bin counts as this share, so that its logarithm is finite. */
const LEAST_SHARE = 1e-4;

/** Bins of equal size where values allow it; many equal values share one bin. */
export function binsOf(values: readonly number[]): Bins {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = Array.from({ length: BINS - 1 }, (_, at) => sorted[Math.ceil(((at + 1) / BINS) * sorted.length) - 1]!);
  const edges = [...new Set(cuts)].filter((cut) => cut < sorted.at(-1)!);
  return { edges, shares: sharesOf(values, edges) };
}

/**
 * Σ (now − then) · ln(now / then) over the bins. Under 0.1 is stable, 0.1 to 0.25 a shift, above it another population.
 */
export function psi({ edges, shares }: Bins, values: readonly number[]): number {
  return sharesOf(values, edges).reduce((sum, share, at) => {
    const [now, then] = [Math.max(share, LEAST_SHARE), Math.max(shares[at]!, LEAST_SHARE)];
    return sum + (now - then) * Math.log(now / then);
  }, 0);
}

function sharesOf(values: readonly number[], edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const value of values) {
    const bin = edges.findIndex((edge) => value <= edge);
    counts[bin < 0 ? edges.length : bin]! += 1;
  }
  return counts.map((count) => count / Math.max(1, values.length));
}
