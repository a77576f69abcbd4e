import type { RowOf } from '../graph/queries.gen.js';
import { wilson } from './experiments/proportions.js';

type Row = RowOf<'campaigns/steps/touch-results'>;

/** What can come of a touch. */
export const RESULTS = ['delivered', 'bounced', 'opened', 'clicked', 'replied', 'unsubscribed', 'converted'] as const;

/** How many of those whom a variant was meant for, with the interval of 95 % (Wilson). */
export interface VariantResult {
  readonly what: (typeof RESULTS)[number];
  readonly count: number;
  /** Customers touched and not skipped: the same for every result, so that variants compare. */
  readonly of: number;
  readonly rate: number | null;
  readonly low: number;
  readonly high: number;
}

/** The results of one variant. */
export function resultsOf(rows: readonly Row[], variantId: string): VariantResult[] {
  const own = rows.filter((row) => row.variantId === variantId && row.state !== 'SKIPPED');
  const of = own.reduce((sum, { touched }) => sum + touched, 0);
  return RESULTS.map((what) => {
    const count = own.reduce((sum, row) => sum + row[what], 0);
    return { what, count, of, rate: of === 0 ? null : count / of, ...wilson({ people: of, conversions: count }) };
  });
}

/** Touches of a campaign by state; those that were imported have none. */
export function statesOf(rows: readonly Row[]): { state: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { state, touched } of rows) if (state) counts.set(state, (counts.get(state) ?? 0) + touched);
  return [...counts].map(([state, count]) => ({ state, count }));
}
