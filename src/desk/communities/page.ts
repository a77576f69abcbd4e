import { h } from '../dom.js';
import { panel } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { changesPanel } from './changes.js';
import { communityList } from './list.js';
import { insidePanel } from './picture.js';
import { profilePanel } from './profile.js';

/** The communities, one of them closely, and what became of them: `#communities/k-5324f45a6d`. */
export function communitiesPage(desk: Desk): HTMLElement {
  return h(
    'div',
    { class: 'desk' },
    h(
      'div',
      { class: 'halves' },
      h('div', { class: 'stack' }, panel(desk, communityList()), panel(desk, changesPanel)),
      panel(desk, profilePanel),
    ),
    panel(desk, insidePanel),
  );
}
