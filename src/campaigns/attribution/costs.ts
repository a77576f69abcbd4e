import type { RowOf } from '../../graph/queries.gen.js';
import { type Grouping, keyOf, REFERRAL } from './journeys.js';

type Spend = RowOf<'campaigns/steps/attribution/spend'>;
type Rewards = RowOf<'campaigns/steps/attribution/rewards-spend'>;

/**
 * What each touch point cost in minor units: of a campaign, its cost in parts of its touches, those in the time; of
 * referrals, the rewards. Only costs in the currency asked for.
 */
export function costsOf(
  spend: readonly Spend[],
  rewards: readonly Rewards[],
  { by, currency }: { readonly by: Grouping; readonly currency: string | null },
): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  const add = (key: string, cost: number) => costs.set(key, (costs.get(key) ?? 0) + cost);
  const counts = (of: string | null) => of === null || currency === null || of === currency;
  for (const row of spend.filter((one) => counts(one.currency)))
    add(keyOf({ ...row, campaign: null, variant: null }, by), (row.costMinor * row.touches) / row.all);
  for (const row of rewards.filter((one) => counts(one.currency))) add(REFERRAL, row.costMinor);
  return costs;
}

export interface Economics {
  /** Null where no cost is known. */
  readonly costMinor: number | null;
  /** Cost for each conversion credited. */
  readonly costPerConversionMinor: number | null;
  /** Cost for each new customer credited (CAC). */
  readonly cacMinor: number | null;
  /** (revenue − cost) / cost. */
  readonly roi: number | null;
}

/** CAC = spend / new customers, ROI = (revenue − cost) / cost (definitions.md); null where nothing is to divide by. */
export function economicsOf(
  cost: number | null,
  credit: { readonly conversions: number; readonly value: number; readonly newCustomers: number },
): Economics {
  const per = (count: number) => (cost === null || count <= 0 ? null : cost / count);
  return {
    costMinor: cost,
    costPerConversionMinor: per(credit.conversions),
    cacMinor: per(credit.newCustomers),
    roi: cost === null || cost === 0 ? null : (credit.value - cost) / cost,
  };
}
