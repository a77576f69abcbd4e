import { z } from 'zod';
import { checked } from '../kernel/checked.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../kernel/services.js';
import { bestPaths, type RankedPath } from './referral-path.js';

const question = z.object({
  from: z.string().min(1).max(200),
  to: z.string().min(1).max(200),
  k: z.number().int().min(1).max(10),
});

/** Most steps of a path: beyond six, an introduction is no introduction. */
const MAX_HOPS = 6;

export interface ReferralPaths {
  readonly paths: readonly RankedPath[];
  /** Why there is none; null when there are. */
  readonly reason: string | null;
}

/**
 * How to be introduced: the k best paths (k 1..10, at most six steps) by product of closeness, over people who all consent to
 * profiling. The database bounds who may lie on one, to those on the hundred shortest by steps, since GDS's Yen takes half a minute
 * on a million customers; among those the ranking is exact. A roundabout path over very close ties outside them can be
 * missed. Throws NOT_FOUND for an unknown customer.
 */
export async function referralPaths({ graph }: Services, given: z.input<typeof question>): Promise<ReferralPaths> {
  const { from, to, k } = checked(question, given, 'referralPath');
  const ends = await graph.read('network/path-ends', { ids: [from, to] });
  for (const [which, id] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!ends.some((e) => e.customerId === id))
      throw new AppError('NOT_FOUND', `referralPath: no customer has the id given as "${which}"`, 'check the id', {
        which,
      });
  if (from === to) return { paths: [], reason: 'both ends are the same customer' };
  if (ends.some((e) => !e.profiled)) return { paths: [], reason: 'an end of the path does not consent to profiling' };
  const ties = await graph.read('network/path-candidates', { source: from, target: to });
  const paths = bestPaths(ties, { from, to, k, maxHops: MAX_HOPS });
  return { paths, reason: paths.length > 0 ? null : `no path of ${MAX_HOPS} steps or fewer over consenting customers` };
}
