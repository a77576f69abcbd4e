import type { FraudOptions } from './options.js';
import type { Signal, SignalName } from './signals.js';

/** What a check says of one account. */
export interface FraudScore {
  /** 0..100, whole */
  readonly score: number;
  /** Strongest first; `reasons` and `reasonsZh` have one sentence for each. */
  readonly signals: readonly SignalName[];
  readonly reasons: readonly string[];
  readonly reasonsZh: readonly string[];
}

/** The most that signals reach as long as fewer than two of them count: below every threshold. */
export const ALONE = 49;
/** Below it nothing is kept about a person: a weak sign is no reason to. */
export const KEPT_FROM = 20;
/** A signal counts from this strength, and only beyond the family. */
const COUNTS = 0.5;

/**
 * Score of an account, 0..100: sum of points × strength, a family's signals lowered. Never by one alone
 * (definitions.md): with fewer than two that count, that is of half strength or more and beyond the family, it stays at
 * 49, below every threshold.
 */
export function scoreOf(
  found: readonly Signal[],
  { weights, familyWeight }: Pick<FraudOptions, 'weights' | 'familyWeight'>,
): FraudScore {
  const parts = found
    .map((signal) => ({ signal, points: weights[signal.name] * signal.strength * (signal.family ? familyWeight : 1) }))
    .sort((a, b) => b.points - a.points || (a.signal.name < b.signal.name ? -1 : 1));
  const counting = found.filter(({ name, strength, family }) => !family && strength >= COUNTS && weights[name] > 0);
  const sum = parts.reduce((total, { points }) => total + points, 0);
  const score = Math.round(Math.min(sum, new Set(counting.map(({ name }) => name)).size >= 2 ? 100 : ALONE));
  return {
    score,
    signals: parts.map(({ signal }) => signal.name),
    reasons: parts.map(({ signal }) => signal.why),
    reasonsZh: parts.map(({ signal }) => signal.whyZh),
  };
}
