import type { ContagionQuery } from '../operations.gen.js';

/** A finding by chance alone is taken for one in one of twenty cases, as the server does. */
const LEVEL = 0.05;

/** What a test says: nothing can be said, it follows ties, or there is no sign of it. */
export type Verdict = 'SILENT' | 'FOLLOWS' | 'NO_SIGN';

/** The verdict of a permutation test. */
export function verdictOf({
  ties,
  marked,
  p,
}: Pick<ContagionQuery['contagionTest'], 'ties' | 'marked' | 'p'>): Verdict {
  if (ties === 0 || marked < 2) return 'SILENT';
  return p <= LEVEL ? 'FOLLOWS' : 'NO_SIGN';
}
