import { bar, h } from '../dom.js';
import type { PanelSpec } from '../panels/panel.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { allCommunities, type Community } from './questions.js';
import { nameOf } from './words.js';

/** How many are listed before the reader asks for all. */
const SHOWN = 12;

/** The communities, the largest first; choosing one shows it beside. */
export function communityList(): PanelSpec<readonly Community[]> {
  let all = false;
  return {
    id: 'community-list',
    title: (text) => text.community.title,
    about: (text, desk, found) => (found ? text.community.found(desk.format().whole(found.length), found.length) : ''),
    shows: ['route'],
    lines: 12,
    load: (desk) => allCommunities(desk.client),
    body: (found, desk) => {
      const { communities, community: words } = desk.text();
      if (found.length === 0) return h('p', { class: 'notice' }, communities.none);
      const chosen = desk.state().route.about[0] ?? found[0]!.id;
      const more = found.length - SHOWN;
      const list = h('ol', { class: 'who' });
      const fillIn = () => {
        const shown = found.filter(({ id }, index) => all || index < SHOWN || id === chosen);
        list.replaceChildren(...shown.map((one) => row(one, one.id === chosen, found[0]!.size, desk)));
      };
      const button = h('button', { type: 'button', class: 'plain' }, words.showAll(desk.format().whole(found.length)));
      button.addEventListener('click', () => {
        all = true;
        fillIn();
        button.remove();
      });
      fillIn();
      return [list, more > 0 && !all && button];
    },
  };
}

function row(community: Community, chosen: boolean, largest: number, desk: Desk): HTMLElement {
  const { community: words } = desk.text();
  const format = desk.format();
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'who-row', href: hrefOf('communities', community.id), 'aria-current': chosen ? 'true' : null },
      h('span', { class: 'who-name' }, h('strong', {}, nameOf(community, community.id, desk))),
      h('span', { class: 'who-score' }, format.whole(community.size), bar(community.size / largest)),
      h('span', { class: 'who-why plain-start' }, words.densityOf(format.percent(community.density))),
    ),
  );
}
