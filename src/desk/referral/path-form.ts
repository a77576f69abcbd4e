import { h } from '../dom.js';
import { findCustomer } from '../find-customer.js';
import { asProblem, problemNotice } from '../panels/notice.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';

/** Asks between whom. What is typed is looked up first: the address gets the ids of customers there are, and nothing else. */
export function pathForm(desk: Desk, [from, to]: readonly [string | undefined, string | undefined]): HTMLElement {
  const { referral: words } = desk.text();
  const said = h('output', { class: 'search-said' });
  const field = (name: string, label: string, value = '') =>
    h(
      'label',
      {},
      h('span', {}, label),
      h('input', {
        name,
        value,
        required: true,
        autocomplete: 'off',
        spellcheck: 'false',
        placeholder: words.aliasOrId,
      }),
    );
  const submit = async (event: Event) => {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement);
    said.textContent = '';
    try {
      const found = await Promise.all(
        ['from', 'to'].map(async (name) => {
          const one = await findCustomer(desk.client, String(typed.get(name)));
          return one?.id ?? null;
        }),
      );
      const missing = found.indexOf(null);
      if (missing >= 0) said.textContent = words.unknown(missing === 0 ? words.from : words.to);
      else location.hash = hrefOf('referral', found[0], found[1]);
    } catch (error) {
      said.replaceChildren(problemNotice(asProblem(error), desk.text()));
    }
  };
  return h(
    'form',
    { class: 'audience', onsubmit: submit },
    field('from', words.from, from),
    field('to', words.to, to),
    h('button', { type: 'submit', class: 'primary' }, words.findPaths),
    said,
  );
}
