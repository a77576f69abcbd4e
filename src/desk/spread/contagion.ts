import { bar, type Child, h } from '../dom.js';
import { influenceHref } from '../influence/address.js';
import type { PanelSpec } from '../panels/panel.js';
import type { Desk } from '../store.js';
import { seedQuestionOf, spreadHref, WATCHES, watchOf } from './address.js';
import { type Contagion, contagion, type Exposed } from './questions.js';
import { verdictOf } from './verdict.js';

const SHOWN = 12;

/** Whether churn or discontent follows close ties at all, and whom it may reach next. */
export const contagionPanel: PanelSpec<Contagion> = {
  id: 'contagion',
  title: (text) => text.spread.contagion,
  about: (text) => text.spread.contagionAbout,
  asks: (desk) => watchOf(desk.state().route),
  shows: ['route'],
  lines: 10,
  load: (desk) => contagion(desk.client, watchOf(desk.state().route), SHOWN),
  body: (found, desk) => {
    const { spread: words } = desk.text();
    return [
      watches(desk),
      ...said(found, desk),
      h('h3', {}, words.exposed[found.watch]),
      found.exposed.length === 0
        ? h('p', { class: 'quiet' }, words.nobodyExposed)
        : h(
            'ul',
            { class: 'seeds' },
            found.exposed.map((one) => h('li', {}, row(one, desk))),
          ),
    ];
  },
};

function said({ watch, test }: Contagion, desk: Desk): Child[] {
  const { spread: words } = desk.text();
  const { whole, decimal } = desk.format();
  const verdict = verdictOf(test);
  const chance = decimal(test.expected * test.ties);
  return [
    h('p', { class: 'may' }, words.verdict[verdict](words.watchIn[watch])),
    verdict !== 'SILENT' && h('p', {}, words.joins(whole(test.joins), chance, decimal(test.p, 3))),
    h('p', { class: 'quiet' }, words.caution),
  ];
}

function watches(desk: Desk): HTMLElement {
  const { spread: words } = desk.text();
  const { route } = desk.state();
  return h(
    'nav',
    { class: 'choices', 'aria-label': words.contagion },
    WATCHES.map((watch) =>
      h(
        'a',
        {
          class: 'choice',
          href: spreadHref(watch, seedQuestionOf(route)),
          'aria-current': watch === watchOf(route) ? 'true' : null,
        },
        words.watch[watch],
      ),
    ),
  );
}

function row({ customerId, customer, exposure, count, closeTies }: Exposed, desk: Desk): HTMLElement[] {
  const { spread: words } = desk.text();
  const { whole, share } = desk.format();
  return [
    h('a', { href: influenceHref(null, customerId) }, customer?.alias ?? customerId),
    h('span', { class: 'quiet' }, words.ofClose(whole(count), whole(closeTies))),
    h('span', { class: 'number' }, share(exposure), bar(exposure)),
  ];
}
