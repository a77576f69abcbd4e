import { z } from 'zod';
import { channelsOpen } from '../../consent/index.js';
import { checked } from '../../kernel/checked.js';
import { DAY_MS } from '../../kernel/clock.js';
import type { Services } from '../../security/index.js';
import { type PotentialReferrer, potentialOf, whyOf } from './potential.js';

const question = z.object({
  first: z.number().int().min(1).max(1000).default(20),
  segment: z.string().min(1).max(200).nullable().default(null),
  quietDays: z.number().int().min(0).max(3650).default(60),
});

/** Who is scored where more consent: the most influential. */
const CANDIDATES = 2_000;
/** How many of the best are asked about at once. */
const AT_ONCE = 200;

/**
 * Who would be worth asking to recommend next, best first: among those who may be contacted for referral on some
 * channel and consent to profiling, of one segment or of all, and were not asked by a referral campaign within
 * `quietDays` (default 60).
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
  const ranked = found
    .map((candidate) => ({ ...candidate, ...potentialOf(candidate) }))
    .sort((a, b) => b.score - a.score || (a.customerId < b.customerId ? -1 : 1));
  const best: PotentialReferrer[] = [];
  for (let from = 0; from < ranked.length && best.length < first; from += AT_ONCE) {
    const some = ranked.slice(from, from + AT_ONCE);
    const ids = some.map(({ customerId }) => customerId);
    const open = await channelsOpen(graph, { purpose: 'referral', now }, ids);
    for (const one of some) {
      const channels = open.get(one.customerId) ?? [];
      if (channels.length > 0) best.push({ ...one, channels, why: whyOf(one, channels) });
    }
  }
  return best.slice(0, first);
}
