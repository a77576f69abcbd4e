import { type Child, h, swatch } from '../dom.js';
import type { PanelSpec } from '../panels/panel.js';
import { colourAt } from '../picture/palette.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { customerOf, kindOf } from './address.js';
import { candidates, type Explained, explained, type Reason } from './questions.js';
import { conditionsOf, type Share, sharesOf } from './shares.js';
import { trend } from './trend.js';

/** Why someone has their score: its parts adding up, how it went, and the conditions of each role. */
export const explainedPanel: PanelSpec<Explained | null> = {
  id: 'explained',
  title: (text) => text.influence.whyTitle,
  about: (_text, _desk, found) => found && h('strong', {}, found.alias),
  asks: (desk) => customerOf(desk.state().route) ?? `first of ${kindOf(desk.state().route)}`,
  answers: true,
  shows: ['theme'],
  lines: 8,
  load: async (desk) => {
    const { route } = desk.state();
    const asked = customerOf(route) ?? (await candidates(desk.client, kindOf(route), 1))[0]?.customerId;
    return asked ? explained(desk.client, asked) : null;
  },
  body: (found, desk) => {
    const { influence: words } = desk.text();
    if (found === null) return h('p', { class: 'notice' }, words.nobody);
    if (found.influence.value === null) return h('p', { class: 'notice' }, told(found.influence, desk));
    return [
      sum(sharesOf(found.influence.parts), found.influence.value, desk),
      trend(found.trend, desk),
      roles(found, desk),
      h('p', { class: 'links' }, h('a', { href: hrefOf('referral', found.id) }, words.toReferral)),
    ];
  },
};

function sum(shares: readonly Share[], value: number, desk: Desk): Child {
  const { influence: words, part } = desk.text();
  const { decimal } = desk.format();
  const { theme } = desk.state();
  const stack = h('div', { class: 'stack-bar', 'aria-hidden': 'true' });
  shares.forEach(({ points }, index) => {
    const piece = h('span', {});
    piece.style.inlineSize = `${points}%`;
    piece.style.backgroundColor = colourAt(index, theme);
    stack.append(piece);
  });
  return [
    h(
      'p',
      { class: 'score' },
      h('b', {}, decimal(value)),
      h('span', { class: 'quiet' }, ` ${desk.text().person.ofHundred}`),
    ),
    stack,
    h(
      'ul',
      { class: 'sum', 'aria-label': words.sum },
      shares.map((share, index) =>
        h(
          'li',
          {},
          swatch(colourAt(index, theme)),
          h('span', { class: 'sum-name' }, part[share.part], h('span', { class: 'quiet' }, told(share.reason, desk))),
          h('span', { class: 'number' }, words.points(decimal(share.points), decimal(share.most, 0))),
        ),
      ),
    ),
  ];
}

function roles({ roles: { parts, label } }: Explained, desk: Desk): Child {
  const { influence: words } = desk.text();
  const held = label ? label.split(', ') : [];
  return [
    h('h3', {}, words.roles),
    [...conditionsOf(parts)].map(([role, conditions]) =>
      h(
        'details',
        { class: 'role', open: held.includes(role) },
        h(
          'summary',
          {},
          h('strong', {}, words.role[role] ?? role),
          h(
            'span',
            { class: held.includes(role) ? 'badge' : 'quiet' },
            held.includes(role) ? words.held : words.notHeld,
          ),
        ),
        h(
          'ul',
          {},
          conditions.map((condition) =>
            h(
              'li',
              {},
              h('span', { 'aria-label': condition.met ? words.met : words.notMet }, condition.met ? '✓ ' : '✗ '),
              told(condition, desk),
            ),
          ),
        ),
      ),
    ),
  ];
}

/** The server's sentence in the reader's language. */
function told({ why, whyZh }: Pick<Reason, 'why' | 'whyZh'>, desk: Desk): string {
  return desk.state().language === 'zh' ? whyZh : why;
}
