import { type Child, h } from '../dom.js';
import type { PanelSpec } from '../panels/panel.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { type Hidden, hiddenReferrals } from './questions.js';

const SHOWN = 6;

/** Who likely brought the newest customers, though no record says so. */
export const hiddenPanel: PanelSpec<readonly Hidden[]> = {
  id: 'hidden',
  title: (text) => text.referral.hidden,
  about: (text) => text.referral.hiddenAbout,
  load: (desk) => hiddenReferrals(desk.client, SHOWN),
  body: (found, desk) => {
    if (found.length === 0) return h('p', { class: 'notice' }, desk.text().referral.noHidden);
    return h(
      'ul',
      { class: 'hidden-list' },
      found.map((one) => h('li', {}, line(one, desk))),
    );
  },
};

function line(one: Hidden, desk: Desk): Child {
  const { referral: words } = desk.text();
  const { share, day } = desk.format();
  const person = (id: string, alias?: string | null) =>
    h('a', { href: hrefOf('referral', id) }, alias ?? one.aliasOf.get(id) ?? id);
  const recorded = one.recordedReferrer ? [words.recorded, ' ', person(one.recordedReferrer)] : words.nobodyRecorded;
  return [
    h('span', {}, person(one.broughtBy), ' → ', person(one.customerId, one.customer?.alias)),
    h('span', { class: 'number' }, share(one.confidence)),
    h('span', { class: 'quiet' }, words.firstOrder(day(one.firstOrderAt)), ' · ', recorded),
  ];
}
