/**
 * Reviewed rewards by what the score had said (positive: suspicious) and what the reviewer found (true: it was right).
 */
export interface Reviewed {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

export interface FraudQuality extends Reviewed {
  readonly reviewed: number;
  /** Share of the suspicious that were fraud, 0..1; null when none was reviewed. */
  readonly precision: number | null;
  /** Share of the fraud that was suspicious, 0..1; null when no fraud was found. Only reviewed rewards tell. */
  readonly recall: number | null;
}

/** Precision TP / (TP + FP) and recall TP / (TP + FN) over reviewed rewards; null where nothing is to divide by. */
export function qualityOf(counts: Reviewed): FraudQuality {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts;
  return {
    ...counts,
    reviewed: truePositives + falsePositives + falseNegatives + trueNegatives,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
