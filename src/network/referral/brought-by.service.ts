import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { groupBy } from '../../kernel/group-by.js';
import type { Services } from '../../security/index.js';
import { type Bringer, bringersOf } from './brought-by.js';

const windowDays = z.number().int().min(1).max(730).default(90);
const hidden = z.object({
  first: z.number().int().min(1).max(1000).default(20),
  windowDays,
  minConfidence: z.number().min(0).max(1).default(0.1),
});
const one = z.object({ customer: z.string().min(1).max(200), windowDays });

/** Newest customers that hidden referrals are looked for among. */
const NEWCOMERS = 1_000;

/** A customer whose likeliest bringer is nobody's record. */
export interface HiddenReferral {
  readonly customerId: string;
  readonly firstOrderAt: Date;
  readonly broughtBy: string;
  /** 0..1 */
  readonly confidence: number;
  /** Who is on record as their referrer, if anyone. */
  readonly recordedReferrer: string | null;
  readonly why: string;
}

/**
 * Who really brought the newest customers, where the record says nothing or someone else: the `first` (1..1000) of
 * highest confidence among the newest thousand, by evidence of the `windowDays` (1..730) before their first order.
 */
export async function hiddenReferrals({ graph }: Services, given: z.input<typeof hidden>): Promise<HiddenReferral[]> {
  const { first, windowDays, minConfidence } = checked(hidden, given, 'hiddenReferrals');
  const evidence = await graph.read('network/steps/referral/referral-evidence', {
    customer: null,
    newcomers: NEWCOMERS,
    window: windowDays,
  });
  return [...groupBy(evidence, ({ customerId }) => customerId)]
    .flatMap(([customerId, own]) => hiddenOf(customerId, own[0]!.firstOrder, bringersOf(own, windowDays)))
    .filter(({ confidence }) => confidence >= minConfidence)
    .sort((a, b) => b.confidence - a.confidence || (a.customerId < b.customerId ? -1 : 1))
    .slice(0, first);
}

function hiddenOf(customerId: string, firstOrderAt: Date, bringers: readonly Bringer[]): HiddenReferral[] {
  const [best] = bringers;
  if (!best || best.recorded) return [];
  const recordedReferrer = bringers.find(({ recorded }) => recorded)?.byId ?? null;
  const record = recordedReferrer === null ? 'no referral is on record' : 'the record names someone else';
  const { byId: broughtBy, confidence, why } = best;
  return [{ customerId, firstOrderAt, broughtBy, confidence, recordedReferrer, why: `${why}; ${record}` }];
}

/** Who may have brought this customer, likeliest first; none for who never bought, or does not consent to profiling. */
export async function broughtBy({ graph }: Services, given: z.input<typeof one>): Promise<Bringer[]> {
  const { customer, windowDays } = checked(one, given, 'broughtBy');
  return bringersOf(
    await graph.read('network/steps/referral/referral-evidence', { customer, newcomers: 1, window: windowDays }),
    windowDays,
  );
}
