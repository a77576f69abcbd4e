import { h } from '../dom.js';

export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

/** A few figures within an answer: name, number, and a word on it. */
export function figures(list: readonly Figure[]): HTMLElement {
  return h(
    'dl',
    { class: 'figures' },
    list.map(({ name, value, note }) =>
      h('div', {}, h('dt', {}, name), h('dd', { class: 'figure' }, value), note && h('dd', { class: 'note' }, note)),
    ),
  );
}
