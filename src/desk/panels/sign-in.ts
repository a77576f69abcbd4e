import { h } from '../dom.js';
import { cleanToken } from '../session.js';
import type { Dictionary } from '../text/text.js';

const COMMAND = 'node bin/guanxi.mjs token --role analyst';

/** The form that takes a token; `refused` says that the one before did not work. */
export function signInForm(text: Dictionary, refused: boolean, signIn: (token: string) => void): HTMLElement {
  const words = text.signIn;
  const said = h('p', { class: 'said', id: 'sign-in-said', role: 'alert' }, refused && words.refused);
  const input = h('input', {
    id: 'token',
    name: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'sign-in-said',
    autofocus: true,
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const token = cleanToken(input.value);
    said.textContent = token ? '' : words.empty;
    if (token) signIn(token);
  };
  return h(
    'main',
    { class: 'sign-in' },
    h(
      'form',
      { class: 'panel', onsubmit: submit },
      h('h2', {}, words.title),
      h('p', { class: 'about' }, words.about),
      h('label', { for: 'token' }, words.label),
      input,
      said,
      h('button', { type: 'submit', class: 'primary' }, words.button),
      h('p', { class: 'quiet' }, words.how),
      h('pre', {}, h('code', {}, COMMAND)),
      h('p', { class: 'quiet' }, words.kept),
    ),
  );
}
