import type { RowOf } from '../../graph/queries.gen.js';
import type { GivenOf, Sentence } from '../../graph/sentence.js';
import { counted, whole } from '../../kernel/figures.js';

/** How old the scores are, in words. */
export function stateSentence(
  { runId, changedTies, changedConsents, stale }: RowOf<'analysis/state'>,
  { hours }: GivenOf<'analysis/state'>,
): Sentence {
  if (runId === null) return { why: 'nothing was analysed yet', whyZh: '尚未分析' };
  if (changedTies + changedConsents > 0)
    return {
      why: `${counted(changedTies, 'pair')} and the consent of ${counted(changedConsents, 'customer')} changed since; degrees are exact, the rest is of the last run`,
      whyZh: `此后有 ${whole(changedTies)} 对关系、${whole(changedConsents)} 位客户的同意发生变化；度数为实时值，其余为上次分析的结果`,
    };
  if (stale)
    return {
      why: `the last run is more than ${counted(hours, 'hour')} old`,
      whyZh: `上次分析距今已超过 ${whole(hours)} 小时`,
    };
  return { why: 'nothing changed since the last run', whyZh: '上次分析之后没有变化' };
}
