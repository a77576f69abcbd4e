import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import type { RankedPath } from './best-paths.js';
import { searchPaths } from './search-paths.js';

const id = z.string().min(1).max(200);
const question = z.object({
  from: id,
  to: id,
  k: z.number().int().min(1).max(10).default(3),
  maxHops: z.number().int().min(1).max(6).default(6),
  avoiding: z.array(id).max(1000).default([]),
});

/** Most ties of one person that a search looks at, the closest first. */
const MOST_TIES = 2_000;

export interface ReferralPaths {
  readonly paths: readonly RankedPath[];
  /** Whether no better path exists: false where the network around the ends was too large to be searched whole. */
  readonly exact: boolean;
  /** Why there is none; null when there are. */
  readonly reason: string | null;
}

/**
 * How to be introduced: the k best paths (k 1..10, of at most `maxHops` 1..6 steps) by product of closeness, from a
 * customer or anyone of a company to a customer or into a company, over people who all consent to profiling and none of
 * `avoiding`. Throws NOT_FOUND for an unknown id, INPUT for numbers out of range.
 */
export async function referralPaths({ graph }: Services, given: z.input<typeof question>): Promise<ReferralPaths> {
  const { from, to, k, maxHops, avoiding } = checked(question, given, 'referralPath');
  const ends = await graph.read('network/steps/referral/path-ends', { ids: [...new Set([from, to])], avoiding });
  const [start, end] = [peopleOf(ends, 'from', from), peopleOf(ends, 'to', to)];
  const none = (reason: string) => ({ paths: [], exact: true, reason });
  if (from === to) return none(`both ends are the same ${ends[0]!.kind === 'PERSON' ? 'customer' : 'company'}`);
  if (start.size === 0 || end.size === 0)
    return none('an end of the path does not consent to profiling, has no people who do, or is left out');
  const askTies = (ids: readonly string[]) =>
    graph.read('network/steps/referral/path-ties', { ids: [...ids], avoiding, most: MOST_TIES });
  const { paths, exact } = await searchPaths(askTies, { from: start, to: end, k, maxHops });
  return {
    paths,
    exact,
    reason: paths.length > 0 ? null : `no path of ${maxHops} steps or fewer over consenting customers`,
  };
}

interface End {
  readonly endId: string;
  readonly kind: string | null;
  readonly personIds: readonly string[];
}

function peopleOf(ends: readonly End[], which: string, endId: string): ReadonlySet<string> {
  const end = ends.find((e) => e.endId === endId);
  if (end?.kind) return new Set(end.personIds);
  const what = `referralPath: no customer or company has the id given as "${which}"`;
  throw new AppError('NOT_FOUND', what, 'check the id', { which });
}
