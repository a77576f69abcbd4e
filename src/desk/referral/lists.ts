import { bar, h, swatch } from '../dom.js';
import type { PanelSpec } from '../panels/panel.js';
import { colourAt } from '../picture/palette.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { ASKING_PARTS, type Potential, potentialReferrers, type Referrer, topReferrers } from './questions.js';

const SHOWN = 8;

/** Who brought most; choosing one shows their tree. */
export const referrersPanel: PanelSpec<readonly Referrer[]> = {
  id: 'referrers',
  title: (text) => text.referral.title,
  about: (text) => text.referral.about,
  shows: ['route'],
  lines: 10,
  load: (desk) => topReferrers(desk.client, SHOWN),
  body: (people, desk) => {
    if (people.length === 0) return h('p', { class: 'notice' }, desk.text().referral.noReferrals);
    const chosen = desk.state().route.about[0] ?? people[0]!.customerId;
    const most = Math.max(...people.map(({ valueMinor }) => valueMinor), 1);
    return h(
      'ol',
      { class: 'who' },
      people.map((person) => h('li', {}, referrer(person, person.customerId === chosen, most, desk))),
    );
  },
};

function referrer(person: Referrer, chosen: boolean, most: number, desk: Desk): HTMLElement {
  const { whole, money } = desk.format();
  const { referral: words } = desk.text();
  return h(
    'a',
    {
      class: 'who-row wide-score',
      href: hrefOf('referral', person.customerId),
      'aria-current': chosen ? 'true' : null,
    },
    h('span', { class: 'who-name' }, h('strong', {}, person.customer?.alias ?? person.customerId)),
    h(
      'span',
      { class: 'who-score' },
      person.currency ? money(person.valueMinor, person.currency) : '–',
      bar(person.valueMinor / most),
    ),
    h(
      'span',
      { class: 'who-why plain-start' },
      words.brought(whole(person.direct), whole(person.people - person.direct), whole(person.conversions)),
    ),
  );
}

/** Whom to ask to recommend next, and what speaks for each. */
export const askNextPanel: PanelSpec<readonly Potential[]> = {
  id: 'ask-next',
  title: (text) => text.referral.askNext,
  about: (text) => text.referral.askNextAbout,
  shows: ['theme'],
  lines: 10,
  load: (desk) => potentialReferrers(desk.client, SHOWN),
  body: (people, desk) => {
    const { referral: words } = desk.text();
    if (people.length === 0) return h('p', { class: 'notice' }, words.nobodyToAsk);
    return [
      h(
        'p',
        { class: 'legend-keys keys' },
        ASKING_PARTS.map((part, index) => h('span', {}, swatch(colourAt(index, desk.state().theme)), words.part[part])),
      ),
      h(
        'ol',
        { class: 'who' },
        people.map((person) => h('li', {}, potential(person, desk))),
      ),
    ];
  },
};

function potential(person: Potential, desk: Desk): HTMLElement {
  const { whole, decimal, list } = desk.format();
  const { referral: words, channel } = desk.text();
  const pieces = ASKING_PARTS.map((part, index) => {
    const piece = h('span', { title: `${words.part[part]} ${decimal(person.parts[part])}` });
    piece.style.inlineSize = `${person.parts[part]}%`;
    piece.style.backgroundColor = colourAt(index, desk.state().theme);
    return piece;
  });
  const parts = list(ASKING_PARTS.map((part) => `${words.part[part]} ${decimal(person.parts[part])}`));
  const named = person.channels.map((one) => (channel as Readonly<Record<string, string>>)[one] ?? one);
  const channels = person.channels.includes('ALL') ? words.anyChannel : words.channels(list(named));
  return h(
    'a',
    { class: 'who-row', href: hrefOf('referral', person.customerId) },
    h('span', { class: 'who-name' }, h('strong', {}, person.customer?.alias ?? person.customerId)),
    h('span', { class: 'who-score' }, decimal(person.score)),
    h(
      'span',
      { class: 'who-why plain-start' },
      `${words.newcomers(whole(person.newcomers), person.newcomers)} · ${channels}`,
    ),
    h('span', { class: 'stack-bar thin', 'aria-hidden': 'true' }, pieces),
    h('span', { class: 'unseen' }, parts),
  );
}
