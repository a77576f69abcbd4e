import { type Child, h, swatch } from '../dom.js';
import { influenceHref } from '../influence/address.js';
import { figures } from '../panels/figures.js';
import { network } from '../panels/network.js';
import type { PanelSpec } from '../panels/panel.js';
import { colourAt } from '../picture/palette.js';
import { pathPlaces } from '../referral/path-scene.js';
import type { Desk } from '../store.js';
import { DECISION_RANK, type DecisionGroup, decisionScene, waysOf } from './decision-scene.js';
import { companies, type Decision, decisionChain, type Staff, type Way } from './questions.js';

/** Who decides at a company, who has a say, who stands in between, and the best ways in. */
export const decisionPanel: PanelSpec<Decision | null> = {
  id: 'decision',
  title: (text) => text.company.decision,
  about: (_text, _desk, found) => found && h('strong', {}, found.name ?? found.companyId),
  asks: (desk) => desk.state().route.about[0] ?? '',
  answers: true,
  lines: 14,
  load: async (desk) => {
    const asked = desk.state().route.about[0] ?? (await companies(desk.client))[0]?.id;
    return asked ? decisionChain(desk.client, asked) : null;
  },
  body: (found, desk) => {
    const { company: words } = desk.text();
    if (found === null) return h('p', { class: 'notice' }, words.none);
    const { whole } = desk.format();
    const hidden =
      found.notShown > 0 && h('p', { class: 'quiet' }, words.notShown(whole(found.notShown), found.notShown));
    if (found.decisionMaker === null) return [h('p', { class: 'notice' }, words.nobody), hidden];
    return [facts(found, found.decisionMaker, desk), picture(found, desk), lists(found, desk), hidden];
  },
};

function facts(found: Decision, maker: Staff, desk: Desk): HTMLElement {
  const { company: words } = desk.text();
  const { whole, share } = desk.format();
  const best = found.waysIn[0];
  return figures([
    { name: words.decides, value: nameOf(maker), note: maker.role ?? '' },
    { name: words.people, value: whole(found.people.length), note: words.withChain(whole(found.chains.length)) },
    {
      name: words.bestWay,
      value: best ? share(best.probability) : '–',
      note: best ? words.through(nameOf(best.steps[0]!)) : words.noWay,
    },
  ]);
}

function picture(found: Decision, desk: Desk): Child {
  const { share } = desk.format();
  const paths = waysOf(found).map(({ steps, probability }) => ({ steps, closeness: probability }));
  if (paths.length === 0) return null;
  return network(desk, {
    scene: decisionScene(found, share),
    places: pathPlaces({ paths }),
    key,
    small: true,
    label: () => desk.text().company.decision,
  });
}

function key(desk: Desk): Child {
  const { company: words, referral } = desk.text();
  const groups = Object.keys(DECISION_RANK) as DecisionGroup[];
  return [
    h('p', { class: 'legend-keys' }, referral.onLines),
    h(
      'ul',
      {},
      groups.map((group) =>
        h(
          'li',
          { class: 'legend-rest' },
          swatch(colourAt(DECISION_RANK[group], desk.state().theme)),
          words.group[group],
        ),
      ),
    ),
  ];
}

function lists(found: Decision, desk: Desk): Child {
  const { company: words } = desk.text();
  const { share, whole } = desk.format();
  return [
    h('h3', {}, words.waysIn),
    found.waysIn.length === 0 ? h('p', { class: 'quiet' }, words.noWay) : chains(found.waysIn, desk),
    h('h3', {}, words.chains),
    found.chains.length === 0 ? h('p', { class: 'quiet' }, words.noChain) : chains(found.chains, desk),
    found.influencers.length > 0 && h('h3', {}, words.influencers),
    h(
      'ul',
      { class: 'seeds' },
      found.influencers.map((one) => h('li', {}, ...staff(one, share(one.score)))),
    ),
    found.gatekeepers.length > 0 && h('h3', {}, words.gatekeepers),
    h(
      'ul',
      { class: 'seeds' },
      found.gatekeepers.map((one) => h('li', {}, ...staff(one, words.chainsOf(whole(one.chains), one.chains)))),
    ),
  ];
}

function chains(ways: readonly Way[], desk: Desk): HTMLElement {
  const { share } = desk.format();
  return h(
    'ol',
    { class: 'chains' },
    ways.map(({ steps, probability, formal }) =>
      h(
        'li',
        {},
        h('span', { class: 'number' }, h('strong', {}, share(probability))),
        h(
          'span',
          {},
          steps.map((step, index) => [index > 0 && ' → ', person(step)]),
          formal === true && h('span', { class: 'quiet' }, ` ${desk.text().company.formal}`),
        ),
      ),
    ),
  );
}

function staff(one: Staff, score: string): HTMLElement[] {
  return [person(one), h('span', { class: 'quiet' }, one.role ?? ''), h('span', { class: 'number' }, score)];
}

function person(one: Pick<Staff, 'customerId' | 'customer'>): HTMLElement {
  return h('a', { href: influenceHref(null, one.customerId) }, nameOf(one));
}

function nameOf({ customerId, customer }: Pick<Staff, 'customerId' | 'customer'>): string {
  return customer?.alias ?? customerId;
}
