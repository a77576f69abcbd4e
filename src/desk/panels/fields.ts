import { h } from '../dom.js';

/** A choice of a form, by value and words. */
export function select(
  name: string,
  label: string,
  options: readonly [string, string][],
  chosen?: string,
): HTMLElement {
  return h(
    'label',
    {},
    h('span', {}, label),
    h(
      'select',
      { name, required: true },
      options.map(([value, words]) => h('option', { value, selected: value === chosen }, words)),
    ),
  );
}
