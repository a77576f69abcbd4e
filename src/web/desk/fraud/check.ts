import { type Child, h } from '../dom.js';
import { asProblem, problemNotice } from '../panels/notice.js';
import type { Desk } from '../store.js';
import { checkReferrals, mayCheck } from './questions.js';

/** Looks for fraud anew, for roles that may; the view is made anew with what was found. */
export function checkButton(desk: Desk): Child {
  if (!mayCheck(desk.role)) return null;
  const { fraud: words } = desk.text();
  const said = h('div', { 'aria-live': 'polite' });
  const button = h('button', { type: 'button' }, words.check);
  button.addEventListener('click', async () => {
    button.disabled = true;
    button.textContent = words.checking;
    try {
      const { suspicious, held } = await checkReferrals(desk.client);
      const { whole } = desk.format();
      said.replaceChildren(h('p', { class: 'quiet' }, words.checked(whole(suspicious), whole(held))));
      desk.set({ revision: desk.state().revision + 1 });
    } catch (error) {
      said.replaceChildren(problemNotice(asProblem(error), desk.text()));
      button.disabled = false;
      button.textContent = words.check;
    }
  });
  return h('div', { class: 'act' }, button, said);
}
