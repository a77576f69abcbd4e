import { plural } from '../../kernel/plural.js';
import type { ContagionQuestion } from './contagion-question.js';
import type { PermutationTest } from './permutation-test.js';

/** Chance findings that are put up with: 5 %. */
const LEVEL = 0.05;

/** What the test says, in words. */
export function verdictOf(
  test: PermutationTest,
  { watch, strata }: Pick<ContagionQuestion, 'watch' | 'strata'>,
): string {
  const what = watch === 'CHURNED' ? 'churn' : 'discontent';
  if (test.ties === 0) return `no close ties between people it could be seen in: nothing can be said about ${what}`;
  if (test.marked < 2) return `fewer than two people are marked: nothing can be said about ${what}`;
  const how = `${test.joins} ${plural(test.joins, 'tie joins', 'ties join')} two of them, ${(test.expected * test.ties).toFixed(1)} by chance`;
  const within = { NONE: '', DEGREE: ' among people with as many ties', COMMUNITY: ' within communities' }[strata];
  return test.p <= LEVEL
    ? `${what} follows ties${within}: ${how} (p ${test.p.toFixed(4)}); that friends are alike would look the same`
    : `no sign that ${what} follows ties${within}: ${how} (p ${test.p.toFixed(4)})`;
}
