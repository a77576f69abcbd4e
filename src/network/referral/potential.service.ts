import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { DAY_MS } from '../../kernel/clock.js';
import type { Services } from '../../security/index.js';
import { type PotentialReferrer, potentialOf } from './potential.js';

const question = z.object({
  first: z.number().int().min(1).max(1000).default(20),
  segment: z.string().min(1).max(200).nullable().default(null),
  quietDays: z.number().int().min(0).max(3650).default(60),
});

/** Who is scored where more consent: the most influential. */
const CANDIDATES = 2_000;
/**
 * Who would be worth asking to recommend next, best first: among those who consent to referral on some channel and to profiling, of one
 * segment or of all, and were not asked by a referral campaign within `quietDays` (default 60).
 */
export async function potentialReferrers(
  { graph, clock }: Services,
  given: z.input<typeof question>,
): Promise<PotentialReferrer[]> {
  const { first, segment, quietDays } = checked(question, given, 'potentialReferrers');
  const now = clock.now();
  const notSince = new Date(now.getTime() - quietDays * DAY_MS);
  const found = await graph.read('network/steps/referral/referral-candidates', {
    segment,
    now,
    notSince,
    candidates: CANDIDATES,
  });
  return found
    .map(potentialOf)
    .sort((a, b) => b.score - a.score || (a.customerId < b.customerId ? -1 : 1))
    .slice(0, first);
}
