/** How near two customers are: 0 strangers, 1 inseparable. Pure rules; the database keeps what they say. */

export const TIE_KINDS = [
  'FAMILY_OF',
  'WORKS_WITH',
  'REPORTS_TO',
  'SHARES_INTEREST_WITH',
  'FOLLOWS',
  'REFERRED',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** Kinds that mean the same from either end; the others go from the first customer to the second. */
export const UNDIRECTED: ReadonlySet<TieKind> = new Set(['FAMILY_OF', 'WORKS_WITH', 'SHARES_INTEREST_WITH']);

export interface ClosenessSettings {
  /** What a tie of the kind says by itself, 0..1. */
  readonly declared: Readonly<Record<TieKind, number>>;
  /** The most that interactions alone can say, 0..1. */
  readonly interactionsMost: number;
  /** Interactions after which half of that is reached. */
  readonly interactionsHalf: number;
}

/** Defaults of the product; a company sets its own. */
export const CLOSENESS: ClosenessSettings = {
  declared: {
    FAMILY_OF: 0.8,
    WORKS_WITH: 0.5,
    REPORTS_TO: 0.5,
    SHARES_INTEREST_WITH: 0.3,
    FOLLOWS: 0.2,
    REFERRED: 0.4,
  },
  interactionsMost: 0.5,
  interactionsHalf: 10,
};

/** One piece of evidence of a tie: its weight 0..1, and how many days ago it was last seen. */
export interface Evidence {
  readonly weight: number;
  readonly daysAgo?: number;
}

/** 1 − ∏(1 − wᵢ·2^(−Δtᵢ/h)) over the evidence (graph-model.md), h in days; 0 without evidence. Result 0..1. */
export function closenessOf(evidence: readonly Evidence[], halfLifeDays = Number.POSITIVE_INFINITY): number {
  const left = evidence.reduce((p, { weight, daysAgo = 0 }) => p * (1 - weight * 2 ** (-daysAgo / halfLifeDays)), 1);
  return Math.min(1, Math.max(0, 1 - left));
}

/**
 * Closeness of one tie when its source states none: what the kind says by itself and what `interactions` (a count ≥ 0)
 * add, combined as evidence. Rounded to 6 digits, so that the same input is the same number everywhere.
 */
export function tieCloseness(kind: TieKind, interactions: number | null, settings = CLOSENESS): number {
  const share = 1 - 2 ** (-(interactions ?? 0) / settings.interactionsHalf);
  const evidence = [{ weight: settings.declared[kind] }, { weight: settings.interactionsMost * share }];
  return Math.round(closenessOf(evidence) * 1e6) / 1e6;
}
