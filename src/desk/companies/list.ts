import { h } from '../dom.js';
import { select } from '../panels/fields.js';
import type { PanelSpec } from '../panels/panel.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { type Company, companies, companyPairs, type Pair } from './questions.js';

const SHOWN = 12;

interface Found {
  readonly all: readonly Company[];
  readonly pairs: readonly Pair[];
}

/** Which company to look at, and which ones hang together. */
export const companyList: PanelSpec<Found> = {
  id: 'company-list',
  title: (text) => text.company.title,
  about: (text) => text.company.about,
  shows: ['route'],
  lines: 10,
  load: async (desk) => {
    const [all, pairs] = await Promise.all([companies(desk.client), companyPairs(desk.client, SHOWN)]);
    return { all, pairs };
  },
  body: ({ all, pairs }, desk) => {
    const { company: words } = desk.text();
    if (all.length === 0) return h('p', { class: 'notice' }, words.none);
    const options = all.map(({ id, name, city }): [string, string] => [
      id,
      [name ?? id, city].filter(Boolean).join(' · '),
    ]);
    const choice = select('company', words.choose, options, desk.state().route.about[0]);
    choice.addEventListener('change', (event) => {
      location.hash = hrefOf('companies', (event.target as HTMLSelectElement).value);
    });
    return [
      h('div', { class: 'audience' }, choice),
      h('h3', {}, words.pairs),
      pairs.length === 0
        ? h('p', { class: 'quiet' }, words.noPairs)
        : h(
            'ul',
            { class: 'hidden-list' },
            pairs.map((pair) => h('li', {}, ...line(pair, desk))),
          ),
    ];
  },
};

function line({ companyId, name, otherId, otherName, shared, referrals, ties }: Pair, desk: Desk): HTMLElement[] {
  const { company: words } = desk.text();
  const { whole } = desk.format();
  const facts = [
    shared > 0 && words.shared(whole(shared), shared),
    referrals > 0 && words.referrals(whole(referrals), referrals),
    ties > 0 && words.ties(whole(ties), ties),
  ];
  return [
    h(
      'span',
      {},
      h('a', { href: hrefOf('companies', companyId) }, name ?? companyId),
      ' – ',
      h('a', { href: hrefOf('companies', otherId) }, otherName ?? otherId),
    ),
    h('span', {}),
    h('span', { class: 'quiet' }, facts.filter(Boolean).join(' · ')),
  ];
}
