import { type Child, h } from '../dom.js';
import type { PanelSpec } from '../panels/panel.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { type Grouped, grouped } from './grouped.js';
import { allCommunities, type Change, type Community, changes } from './questions.js';
import { nameOf } from './words.js';

interface Changes {
  readonly found: readonly Change[];
  readonly known: ReadonlyMap<string, Community>;
}

/** What became of the communities: born, gone, merged, split. */
export const changesPanel: PanelSpec<Changes> = {
  id: 'changes',
  title: (text) => text.community.changes,
  about: (text, desk, data) =>
    data?.found[0] ? text.community.changesAt(desk.format().moment(data.found[0].at)) : text.community.changesAbout,
  load: async (desk) => {
    const [found, communities] = await Promise.all([changes(desk.client), allCommunities(desk.client)]);
    return { found, known: new Map(communities.map((community) => [community.id, community])) };
  },
  body: ({ found, known }, desk) => {
    if (found.length === 0) return h('p', { class: 'notice' }, desk.text().community.noChanges);
    return grouped(found).map((kind) => section(kind, known, desk));
  },
};

function section({ kind, shown, more }: Grouped, known: Changes['known'], desk: Desk): Child {
  const { community: words } = desk.text();
  const { whole } = desk.format();
  return [
    h('h3', {}, `${words.event[kind] ?? kind} · ${whole(shown.length + more)}`),
    h(
      'ul',
      { class: 'changes' },
      shown.map((change) => h('li', {}, line(change, known, desk))),
      more > 0 && h('li', { class: 'quiet' }, words.moreChanges(whole(more))),
    ),
  ];
}

function line({ kind, from, into, members }: Change, known: Changes['known'], desk: Desk): Child {
  const { community: words } = desk.text();
  const links = (ids: readonly string[]) =>
    ids.map((id, index) => [
      index > 0 && words.and,
      h('a', { href: hrefOf('communities', id) }, nameOf(known.get(id), id, desk)),
    ]);
  const people = h('span', { class: 'quiet' }, ` ${words.people(desk.format().whole(members), members)}`);
  if (kind === 'BORN') return [links(into), people];
  if (kind === 'GONE') return [links(from), people];
  return [links(from), ' → ', links(into), people];
}
