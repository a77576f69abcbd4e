import { bar, type Child, h } from '../dom.js';
import { influenceHref } from '../influence/address.js';
import { figures } from '../panels/figures.js';
import type { PanelSpec } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { chosenCommunity } from './chosen.js';
import { sizes } from './history.js';
import { type Profile, profile } from './questions.js';
import { nameOf, segmentOf, topicIn } from './words.js';

/** One community: how large and tight, what it is worth, who leads, where its members stand, what they share. */
export const profilePanel: PanelSpec<Profile | null> = {
  id: 'profile',
  title: (text) => text.community.profile,
  about: (_text, desk, found) => found && h('strong', {}, nameOf(found, found.id, desk)),
  asks: (desk) => desk.state().route.about[0] ?? '',
  answers: true,
  lines: 12,
  load: async (desk) => {
    const id = await chosenCommunity(desk);
    return id === null ? null : profile(desk.client, id);
  },
  body: (found, desk) => {
    const { community: words } = desk.text();
    if (found === null) return h('p', { class: 'notice' }, words.gone);
    return [
      facts(found, desk),
      h('h3', {}, words.leaders),
      h(
        'p',
        { class: 'people' },
        found.leaders.map(({ id, alias, influence }) =>
          h(
            'a',
            { class: 'choice', href: influenceHref(null, id) },
            `${alias} `,
            h('span', { class: 'quiet' }, desk.format().decimal(influence)),
          ),
        ),
      ),
      h('h3', {}, words.lifecycle),
      lifecycle(found, desk),
      h('h3', {}, words.topics),
      topics(found, desk),
      sizes(found.history, desk),
    ];
  },
};

function facts(found: Profile, desk: Desk): HTMLElement {
  const { community: words } = desk.text();
  const { whole, percent, money, day } = desk.format();
  const [value, ...others] = found.value;
  return figures([
    { name: words.size, value: whole(found.size), note: words.since(day(found.since)) },
    { name: words.density, value: percent(found.density), note: words.pairs(whole(found.ties), found.ties) },
    {
      name: words.value,
      value: value ? money(value.spendMinor, value.currency) : '–',
      note: value
        ? [
            words.orders(whole(value.orders), whole(value.buyers)),
            ...others.map((o) => money(o.spendMinor, o.currency)),
          ].join(' · ')
        : '',
    },
    {
      name: words.reachable,
      value: whole(found.consentMarketing),
      note: words.ofPeople(percent(found.size > 0 ? found.consentMarketing / found.size : 0)),
    },
  ]);
}

function lifecycle(found: Profile, desk: Desk): HTMLElement {
  const { whole, percent } = desk.format();
  const most = Math.max(...found.segments.map(({ share }) => share), 0.01);
  return h(
    'table',
    { class: 'bars' },
    h(
      'tbody',
      {},
      found.segments.map(({ segment, members, share }) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, segmentOf(segment, found, desk)),
          h('td', { class: 'bar-cell' }, bar(share / most)),
          h('td', { class: 'number' }, whole(members)),
          h('td', { class: 'number quiet' }, percent(share)),
        ),
      ),
    ),
  );
}

function topics({ topics: found }: Profile, desk: Desk): Child {
  const { community: words } = desk.text();
  const { percent, decimal } = desk.format();
  if (found.length === 0) return h('p', { class: 'quiet' }, words.noTopics);
  return h(
    'table',
    {},
    h(
      'tbody',
      {},
      found.map((topic) =>
        h(
          'tr',
          {},
          h(
            'th',
            { scope: 'row', class: 'wraps' },
            topicIn(topic, desk),
            h('span', { class: 'quiet' }, ` ${words.topicKind[topic.kind] ?? topic.kind}`),
          ),
          h('td', { class: 'number' }, percent(topic.share)),
          h('td', { class: 'number quiet' }, words.lift(decimal(topic.lift))),
        ),
      ),
    ),
  );
}
