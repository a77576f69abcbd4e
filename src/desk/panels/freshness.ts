import type { AnalysisState } from '../client.js';
import { h } from '../dom.js';
import type { Desk } from '../store.js';

/** How old the scores are that an answer rests on, and what changed since; marked when that is too much. */
export function freshness(state: AnalysisState, desk: Desk): HTMLElement {
  const { fresh: words } = desk.text();
  const format = desk.format();
  if (state.finishedAt === null) return h('p', { class: 'fresh stale' }, words.never);
  const { changedTies, changedConsents } = state;
  const changed = [
    changedTies > 0 && words.ties(format.whole(changedTies), changedTies),
    changedConsents > 0 && words.consents(format.whole(changedConsents), changedConsents),
  ].filter((part) => part !== false);
  const since = changed.length > 0 ? words.changed(format.list(changed)) : state.stale ? words.old : words.nothing;
  return h(
    'p',
    { class: state.stale ? 'fresh stale' : 'fresh', title: format.moment(state.finishedAt) },
    words.analysed(format.age(state.finishedAt)),
    ' · ',
    state.running ? words.running : since,
  );
}
