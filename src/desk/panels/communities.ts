import { type CommunityRow, communityNameIn } from '../answers.js';
import { type Child, h, swatch } from '../dom.js';
import { colourOf } from '../picture/palette.js';
import { communities } from '../questions.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import type { PanelSpec } from './panel.js';

const SHOWN = 8;
const LEADERS = 2;

/** The communities, the largest first: how many people, who leads, where they live. */
export const communitiesPanel: PanelSpec<readonly CommunityRow[]> = {
  id: 'communities',
  title: (text) => text.communities.title,
  about: (text) => text.communities.about,
  load: (desk) => communities(desk.client, 100),
  shows: ['scene', 'theme'],
  body: (rows, desk) => {
    const text = desk.text().communities;
    if (rows.length === 0) return h('p', { class: 'notice' }, text.none);
    const rest = rows.length - SHOWN;
    return [
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, text.name),
            h('th', { scope: 'col', class: 'number' }, text.size),
            h('th', { scope: 'col' }, text.leaders),
          ),
        ),
        h(
          'tbody',
          {},
          rows.slice(0, SHOWN).map((row) => line(row, desk)),
        ),
      ),
      rest > 0 && h('p', { class: 'quiet' }, text.more(desk.format().whole(rest))),
    ];
  },
};

function line(row: CommunityRow, desk: Desk): HTMLElement {
  const { scene, theme } = desk.state();
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row', class: 'wraps' },
      swatch(colourOf(scene, row.communityId, theme)),
      h(
        'a',
        { href: hrefOf('communities', row.communityId) },
        communityNameIn(row, desk.state().language) ?? row.communityId,
      ),
    ),
    h('td', { class: 'number' }, desk.format().whole(row.size)),
    h('td', {}, h('div', { class: 'people' }, leaders(row, desk))),
  );
}

function leaders(row: CommunityRow, desk: Desk): Child {
  return row.leaders.slice(0, LEADERS).map(({ id, alias }) =>
    h(
      'button',
      {
        type: 'button',
        class: 'person',
        title: desk.text().influencers.show(alias),
        onclick: () => desk.set({ chosen: id }),
      },
      alias,
    ),
  );
}
