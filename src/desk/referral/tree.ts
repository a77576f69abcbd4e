import { type Child, h, swatch } from '../dom.js';
import { figures } from '../panels/figures.js';
import { network } from '../panels/network.js';
import type { PanelSpec } from '../panels/panel.js';
import { colourAt } from '../picture/palette.js';
import type { Desk } from '../store.js';
import { type Money, referralTree, type Tree, topReferrers } from './questions.js';
import { TREE_RANK, type TreeGroup, treePlaces, treeScene } from './tree-scene.js';

/** Everyone a customer brought: what the tree is worth, and its picture. */
export const treePanel: PanelSpec<Tree | null> = {
  id: 'tree',
  title: (text) => text.referral.tree,
  about: (text, _desk, tree) =>
    tree && h('strong', {}, text.referral.broughtBy(tree.customer?.alias ?? tree.customerId)),
  asks: (desk) => desk.state().route.about[0] ?? '',
  answers: true,
  lines: 14,
  load: async (desk) => {
    const asked = desk.state().route.about[0] ?? (await topReferrers(desk.client, 1))[0]?.customerId;
    return asked ? referralTree(desk.client, asked) : null;
  },
  body: (tree, desk) => {
    const { referral: words } = desk.text();
    if (tree === null) return h('p', { class: 'notice' }, words.noReferrals);
    const { whole } = desk.format();
    const hidden = tree.notShown > 0 && h('p', { class: 'quiet' }, words.notShown(whole(tree.notShown), tree.notShown));
    if (tree.people === 0) return [h('p', { class: 'notice' }, words.broughtNobody), hidden];
    return [
      facts(tree, desk),
      network(desk, { scene: treeScene(tree), places: treePlaces(tree), key, label: () => words.tree, small: true }),
      tree.members.length < tree.people && h('p', { class: 'quiet' }, words.firstDrawn(whole(tree.members.length))),
      hidden,
      tree.depth > 1 && levels(tree, desk),
    ];
  },
};

function facts(tree: Tree, desk: Desk): HTMLElement {
  const { referral: words } = desk.text();
  const { whole, share } = desk.format();
  return figures([
    {
      name: words.people,
      value: whole(tree.people),
      note: words.shape(whole(tree.depth), whole(tree.breadth), tree.depth),
    },
    {
      name: words.conversions,
      value: whole(tree.conversions),
      note: words.ofBrought(share(tree.conversions / tree.people)),
    },
    { name: words.value, value: worth(tree.value, desk), note: words.kept },
  ]);
}

function levels(tree: Tree, desk: Desk): HTMLElement {
  const { referral: words } = desk.text();
  const { whole } = desk.format();
  return h(
    'table',
    { class: 'levels' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, words.level),
        h('th', { scope: 'col', class: 'number' }, words.people),
        h('th', { scope: 'col', class: 'number' }, words.conversions),
        h('th', { scope: 'col', class: 'number' }, words.value),
      ),
    ),
    h(
      'tbody',
      {},
      tree.levels.map(({ level, people, conversions, value }) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, whole(level)),
          h('td', { class: 'number' }, whole(people)),
          h('td', { class: 'number' }, whole(conversions)),
          h('td', { class: 'number' }, worth(value, desk)),
        ),
      ),
    ),
  );
}

/** Money of all currencies, the largest first as the server gives it. */
function worth(value: readonly Money[], desk: Desk): string {
  const { money, list } = desk.format();
  return value.length === 0 ? '–' : list(value.map(({ valueMinor, currency }) => money(Number(valueMinor), currency)));
}

/** What the colours of a tree mean; pressing one shows it alone. */
function key(desk: Desk, highlight: (group: string | null) => void): Child {
  const { referral: words } = desk.text();
  const groups: readonly TreeGroup[] = ['converted', 'joined'];
  const buttons = groups.map((group) => {
    const button = h(
      'button',
      { type: 'button', class: 'legend-entry', 'aria-pressed': 'false' },
      swatch(colourAt(TREE_RANK[group], desk.state().theme)),
      words.group[group],
    );
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      for (const other of buttons) other.setAttribute('aria-pressed', String(on && other === button));
      highlight(on ? group : null);
    });
    return button;
  });
  return [
    h('p', { class: 'legend-keys' }, words.arrows),
    h(
      'ul',
      {},
      h('li', { class: 'legend-rest' }, swatch(colourAt(TREE_RANK.root, desk.state().theme)), words.group.root),
      buttons.map((button) => h('li', {}, button)),
    ),
  ];
}
