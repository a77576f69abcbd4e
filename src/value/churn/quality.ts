/** How good probabilities are, on customers that the model has not seen. */

/** Area under the ROC curve by ranks (Mann & Whitney), ties counted half; NaN when one class is missing. */
export function auc(probabilities: readonly number[], labels: readonly number[]): number {
  const order = probabilities.map((p, at) => [p, labels[at]!] as const).sort(([a], [b]) => a - b);
  let ranks = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]![0] === order[from]![0]) to += 1;
    const mean = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1)
      if (order[at]![1] === 1) {
        ranks += mean;
        positives += 1;
      }
    from = to;
  }
  const negatives = order.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * Expected calibration error over ten bins of equal width: mean gap of probability and rate, weighted by size (Naeini
 * et al. 2015).
 */
export function calibrationError(probabilities: readonly number[], labels: readonly number[], bins = 10): number {
  const gaps = Array.from({ length: bins }, () => 0);
  probabilities.forEach((p, at) => {
    gaps[Math.min(bins - 1, Math.floor(p * bins))]! += p - labels[at]!;
  });
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / probabilities.length;
}

/**
 * Names of features whose values alone part the labels (nearly) without overlap: their coefficients and p-values mean
 * nothing.
 */
export function quasiSeparated(
  names: readonly string[],
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  limit = 0.999,
): string[] {
  return names.filter((_, at) => {
    const area = auc(
      rows.map((row) => row[at]!),
      labels,
    );
    return area >= limit || area <= 1 - limit;
  });
}
