import { bar, h } from '../dom.js';
import type { PanelSpec } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { customerOf, influenceHref, kindOf } from './address.js';
import { type Candidate, candidates, KINDS, type Kind } from './questions.js';

const SHOWN = 12;

/** Who leads, by kind: what the kind means, and for each person what was measured. */
export const listPanel: PanelSpec<readonly Candidate[]> = {
  id: 'influence-list',
  title: (text) => text.influence.title,
  about: (text, desk) => text.influence.kindAbout[kindOf(desk.state().route) ?? 'ALL'],
  asks: (desk) => kindOf(desk.state().route) ?? 'ALL',
  shows: ['route'],
  lines: 14,
  load: (desk) => candidates(desk.client, kindOf(desk.state().route), SHOWN),
  body: (people, desk) => {
    const { route } = desk.state();
    const chosen = customerOf(route) ?? people[0]?.customerId ?? null;
    return [
      kinds(kindOf(route), desk),
      people.length === 0
        ? h('p', { class: 'notice' }, desk.text().influence.nobody)
        : h(
            'ol',
            { class: 'who' },
            people.map((person) => row(person, person.customerId === chosen, desk)),
          ),
    ];
  },
};

function kinds(chosen: Kind | null, desk: Desk): HTMLElement {
  const { influence: words } = desk.text();
  const link = (kind: Kind | null) =>
    h(
      'a',
      { class: 'choice', href: influenceHref(kind), 'aria-current': kind === chosen ? 'true' : null },
      words.kind[kind ?? 'ALL'],
    );
  return h('nav', { class: 'choices', 'aria-label': words.kinds }, [null, ...KINDS].map(link));
}

function row(person: Candidate, chosen: boolean, desk: Desk): HTMLElement {
  const format = desk.format();
  const { influence: words } = desk.text();
  const href = influenceHref(kindOf(desk.state().route), person.customerId);
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'who-row', href, 'aria-current': chosen ? 'true' : null },
      h(
        'span',
        { class: 'who-name' },
        h('strong', {}, person.alias),
        h('span', { class: 'quiet' }, person.city),
        person.roles.map((role) => h('span', { class: 'badge' }, words.role[role] ?? role)),
      ),
      h('span', { class: 'who-score' }, format.decimal(person.influence), bar(person.influence / 100)),
      h('span', { class: 'who-why plain-start' }, why(person, desk)),
    ),
  );
}

/** What was measured, in words; parts nobody has anything of are left out. Nobody is above everybody: 99 % at most. */
function why({ degree, conversions, parts }: Candidate, desk: Desk): string {
  const { whole, share: perCent } = desk.format();
  const share = (part: number) => perCent(Math.min(part, 0.99));
  const { measured } = desk.text().influence;
  return [
    measured.ties(whole(degree), degree),
    parts.reach ? measured.reach(share(parts.reach)) : '',
    parts.brokerage ? measured.brokerage(share(parts.brokerage)) : '',
    parts.response ? measured.response(share(parts.response)) : '',
    conversions > 0 ? measured.conversion(whole(conversions), conversions) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
