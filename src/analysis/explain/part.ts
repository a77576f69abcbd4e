/** One thing that a score, tier or role was told by. */
export interface ScorePart {
  readonly name: string;
  /** As it was measured, in its own unit. */
  readonly raw: number | null;
  /** Share of customers below, 0..100, where the part is one. */
  readonly percentile: number | null;
  readonly weight: number | null;
  /** What it adds to the score; the contributions sum to it. None where conditions decide. */
  readonly contribution: number | null;
  /** What `raw` or `percentile` has to reach, or must not exceed; none where nothing is asked. */
  readonly threshold: number | null;
  readonly met: boolean | null;
  readonly why: string;
  readonly whyZh: string;
}

/** A score told: its parts sum to `value`, or as conditions lead to `label`. */
export interface Told {
  readonly value: number | null;
  readonly label: string | null;
  readonly formula: string;
  readonly parts: readonly ScorePart[];
  readonly why: string;
  readonly whyZh: string;
}

/** A part of a sum. */
export function summand(
  name: string,
  {
    raw,
    percentile,
    weight,
    contribution,
  }: Record<'raw' | 'percentile' | 'weight', number | null> & { contribution: number },
  [why, whyZh]: readonly [string, string],
): ScorePart {
  return { name, raw, percentile, weight, contribution, threshold: null, met: null, why, whyZh };
}

/** A condition: `raw` against `threshold`, by whether it holds. */
export function condition(
  name: string,
  { raw, threshold, met }: { readonly raw: number | null; readonly threshold: number; readonly met: boolean },
  [why, whyZh]: readonly [string, string],
): ScorePart {
  return { name, raw, percentile: null, weight: null, contribution: null, threshold, met, why, whyZh };
}

/** At most four digits after the point, for people. */
export function short(value: number): string {
  return String(Number(value.toFixed(4)));
}
