import { type Child, h } from '../dom.js';
import { asProblem, problemNotice } from '../panels/notice.js';
import type { Desk } from '../store.js';
import { type CheckResult, checkReferrals, mayCheck } from './questions.js';

/** Looks for fraud anew, for roles that may. What depends on it asks again; `last` is what the last check of this visit said. */
export function checkButton(desk: Desk, last: CheckResult | null, done: (found: CheckResult) => void): Child {
  if (!mayCheck(desk.role)) return null;
  const { fraud: words } = desk.text();
  const { whole } = desk.format();
  const said = h(
    'div',
    { 'aria-live': 'polite' },
    last && h('p', { class: 'quiet' }, words.checked(whole(last.suspicious), whole(last.held))),
  );
  const button = h('button', { type: 'button' }, words.check);
  button.addEventListener('click', async () => {
    button.disabled = true;
    button.textContent = words.checking;
    try {
      done(await checkReferrals(desk.client));
      desk.set({ revision: desk.state().revision + 1 });
    } catch (error) {
      said.replaceChildren(problemNotice(asProblem(error), desk.text()));
      button.disabled = false;
      button.textContent = words.check;
    }
  });
  return h('div', { class: 'act' }, button, said);
}
