import { h } from '../dom.js';
import type { PanelSpec } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { influenceHref, kindOf } from './address.js';
import { type Mover, movers } from './questions.js';

const SHOWN = 5;

/** Who rose and who fell most between the last two runs. */
export const moversPanel: PanelSpec<{ readonly risers: readonly Mover[]; readonly fallers: readonly Mover[] }> = {
  id: 'movers',
  title: (text) => text.influence.movers,
  about: (text) => text.influence.moversAbout,
  load: (desk) => movers(desk.client, SHOWN),
  shows: ['route'],
  body: ({ risers, fallers }, desk) => {
    const { influence: words } = desk.text();
    if (risers.length + fallers.length === 0) return h('p', { class: 'notice' }, words.nobodyMoved);
    return h(
      'div',
      { class: 'movers' },
      list(words.risers, '▲', risers, desk),
      list(words.fallers, '▼', fallers, desk),
    );
  },
};

function list(title: string, sign: string, people: readonly Mover[], desk: Desk): HTMLElement {
  const { decimal } = desk.format();
  const kind = kindOf(desk.state().route);
  return h(
    'div',
    {},
    h('h3', {}, title),
    people.length === 0 && h('p', { class: 'quiet' }, desk.text().influence.none),
    h(
      'ul',
      { class: 'moved' },
      people.map(({ customerId, alias, influence, change }) =>
        h(
          'li',
          {},
          h('a', { href: influenceHref(kind, customerId) }, alias),
          h('span', { class: 'number' }, `${sign} ${decimal(Math.abs(change))}`),
          h('span', { class: 'number quiet' }, decimal(influence)),
        ),
      ),
    ),
  );
}
