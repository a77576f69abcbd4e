import { h } from '../dom.js';
import { asProblem, problemNotice } from '../panels/notice.js';
import type { Desk } from '../store.js';
import { type Decision, reviewReward } from './questions.js';

/** The decision on one reward: a reason in the reviewer's own words, then paid or refused. Kept with who, when and why. */
export function decisionForm(reward: string, desk: Desk): HTMLElement {
  const { fraud: words } = desk.text();
  const said = h('div', { 'aria-live': 'polite' });
  const reason = h('input', {
    name: 'reason',
    required: true,
    minlength: 3,
    maxlength: 500,
    autocomplete: 'off',
    placeholder: words.reason,
    'aria-label': words.reason,
  });
  const decide = async (decision: Decision) => {
    if (!reason.reportValidity()) return;
    for (const button of buttons) button.disabled = true;
    try {
      await reviewReward(desk.client, reward, decision, reason.value.trim());
      form.replaceChildren(h('p', { class: 'may', role: 'status' }, words.decided[decision]));
      desk.set({ reviewed: desk.state().reviewed + 1 });
    } catch (error) {
      said.replaceChildren(problemNotice(asProblem(error), desk.text()));
      for (const button of buttons) button.disabled = false;
    }
  };
  const buttons = (['RELEASED', 'REFUSED'] as const).map((decision) =>
    h('button', { type: 'button', onclick: () => void decide(decision) }, words.decide[decision]),
  );
  // Enter in the field decides nothing: which of the two would it be?
  const stay = (event: Event) => event.preventDefault();
  const form = h('form', { class: 'decision', onsubmit: stay }, reason, buttons, said);
  return form;
}
