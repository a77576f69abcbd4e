/** Raw interactions as sources keep them: the last 120 days, and the marks of those who leave. */
import type { Random } from '../../src/kernel/random.js';
import { DAY } from './calendar.js';
import { between, chance, int, PURPOSE, poisson, stream } from './dice.js';
import type { Layout } from './files/layout.js';
import type { Member } from './people/member.js';
import type { Community } from './ties/community.js';
import type { Tie } from './ties/knot.js';

export interface WorldEvent {
  source: string;
  id: string;
  customerId: string;
  type: 'login' | 'visit' | 'push_opened' | 'unfollowed' | 'left_group' | 'referral_reward';
  /** ms since 1970 */
  at: number;
  payload: Record<string, string | number>;
}

/** Days raw events are kept. */
const KEPT = 120;

/** The events of one customer in time order; `ties` are those of the community, for referral rewards. */
export function makeEvents(layout: Layout, plan: Community, member: Member, ties: readonly Tie[]): WorldEvent[] {
  const random = stream(layout.seed, PURPOSE.events, member.index);
  const events: Omit<WorldEvent, 'id' | 'customerId'>[] = [
    ...usage(layout, plan, random, member),
    ...leaving(layout, random, member),
    ...rewards(member, ties),
  ];
  events.sort((a, b) => a.at - b.at);
  return events.map((event, i) => ({ ...event, id: `E${member.id.slice(1)}-${i + 1}`, customerId: member.id }));
}

function usage(layout: Layout, plan: Community, random: Random, member: Member) {
  const { end } = layout.season;
  const from = Math.max(end - KEPT * DAY, member.joined);
  const to = Math.min(end, member.leaves + 10 * DAY);
  if (from >= to) return [];
  const share = (to - from) / (KEPT * DAY);
  const at = () => Math.round(between(random, from, to));
  const logins = Array.from({ length: poisson(random, Math.min(16, 1.2 + 8 * member.weekly) * share) }, () => ({
    source: 'mini-program',
    type: 'login' as const,
    at: at(),
    payload: { device: chance(random, 0.55) ? 'ios' : 'android' },
  }));
  const visits = Array.from({ length: poisson(random, Math.min(6, 0.5 + 3 * member.weekly) * share) }, () => ({
    source: 'wifi',
    type: 'visit' as const,
    at: at(),
    payload: { storeId: plan.store.id, minutes: int(random, 8, 75) },
  }));
  const opened = Array.from({ length: poisson(random, 0.9 * share) }, () => ({
    source: 'push',
    type: 'push_opened' as const,
    at: at(),
    payload: { message: int(random, 1, 24) },
  }));
  return [...logins, ...visits, ...opened];
}

/** Most who leave also stop following the brand or leave its group, within a month of their last visit. */
function leaving(layout: Layout, random: Random, member: Member) {
  if (member.habit !== 'churner' || chance(random, 0.3)) return [];
  const at = Math.min(layout.season.end - 1, member.leaves + Math.round(between(random, 1, 30) * DAY));
  const type = chance(random, 0.6) ? ('unfollowed' as const) : ('left_group' as const);
  return [{ source: 'wechat', type, at, payload: { account: 'brand' } }];
}

/** What a referral earns, in fen. */
export const REWARD = 2000;

/** The referrals that earned a reward. */
export function rewardedIn(ties: readonly Tie[]): Tie[] {
  return ties.filter(({ kind, status }) => kind === 'REFERRED' && status === 'REWARDED');
}

/** Two days after the one referred joined, ms. */
export function rewardedAt({ since }: Tie): number {
  return since + 2 * DAY;
}

function rewards(member: Member, ties: readonly Tie[]) {
  return rewardedIn(ties)
    .filter((tie) => tie.from.index === member.index)
    .map((tie) => ({
      source: 'crm',
      type: 'referral_reward' as const,
      at: rewardedAt(tie),
      payload: { referred: tie.to.id, amountMinor: REWARD },
    }));
}
