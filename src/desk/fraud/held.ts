import { type Child, h } from '../dom.js';
import { influenceHref } from '../influence/address.js';
import type { PanelSpec } from '../panels/panel.js';
import { hrefOf } from '../route.js';
import type { Desk } from '../store.js';
import { decisionForm } from './decision.js';
import { DECIDING, type HeldReward, heldRewards } from './questions.js';
import { seesRings } from './rings.js';
import { reasonList } from './words.js';

const SHOWN = 30;

/** Rewards that wait for a person: why each is held, and the decision where the role may take it. */
export const heldPanel: PanelSpec<readonly HeldReward[]> = {
  id: 'held',
  title: (text) => text.fraud.held,
  about: (text) => text.fraud.heldAbout,
  asks: (desk) => String(desk.state().revision),
  lines: 10,
  load: (desk) => heldRewards(desk.client, SHOWN),
  body: (rewards, desk) => {
    const { fraud: words } = desk.text();
    if (rewards.length === 0) return h('p', { class: 'notice' }, words.nothingHeld);
    const decides = DECIDING.includes(desk.role ?? '');
    return [
      !decides && h('p', { class: 'quiet' }, words.decidedBy(roles(desk))),
      h(
        'ul',
        { class: 'rewards' },
        rewards.map((reward) => h('li', {}, told(reward, desk), decides && decisionForm(reward.rewardId, desk))),
      ),
    ];
  },
};

function told(reward: HeldReward, desk: Desk): Child {
  const { fraud: words } = desk.text();
  const { whole, money, day } = desk.format();
  const { customerId, customer, amountMinor, currency, ring } = reward;
  return [
    h(
      'div',
      { class: 'reward-head' },
      customerId
        ? h('a', { href: influenceHref(null, customerId) }, h('strong', {}, customer?.alias ?? customerId))
        : h('strong', {}, words.someone),
      h('span', {}, amountMinor !== null && currency ? money(amountMinor, currency) : words.noAmount),
      h('span', { class: 'badge' }, words.score(whole(reward.score))),
      h('span', { class: 'quiet' }, words.earned(day(reward.at))),
      ring && seesRings(desk) && h('a', { href: hrefOf('fraud', ring) }, words.toRing),
    ),
    reasonList(reward.reasons, desk),
    reward.releasedAt && h('p', { class: 'quiet' }, words.releasedBefore(day(reward.releasedAt))),
  ];
}

function roles(desk: Desk): string {
  const text = desk.text();
  const names = DECIDING.map((role) => (text.roles as Readonly<Record<string, string>>)[role] ?? role);
  return new Intl.ListFormat(text.locale, { type: 'disjunction' }).format(names);
}
