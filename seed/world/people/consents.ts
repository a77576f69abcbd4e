/** What each customer allowed, when, and what they took back. */
import type { Random } from '../../../src/kernel/random.js';
import { DAY } from '../calendar.js';
import { between, chance, int, PURPOSE, pick, stream } from '../dice.js';
import type { Layout } from '../files/layout.js';
import type { Member } from './member.js';

export interface ConsentEvent {
  id: string;
  purpose: 'profiling' | 'marketing' | 'referral' | 'research';
  channel: string;
  action: 'GIVEN' | 'WITHDRAWN';
  /** ms since 1970 */
  at: number;
  /** When it lapses by itself, ms; none when absent. */
  until?: number;
  via: string;
}

const MARKETING: readonly [string, number][] = [
  ['SMS', 0.72],
  ['WECHAT', 0.64],
  ['MINI_PROGRAM', 0.45],
  ['MAIL', 0.34],
  ['GROUP', 0.2],
  ['CALL', 0.07],
];
export const TEXT_VERSION = '2025-01';

/** The ledger of one customer in time order. Those with a planted part in the network all allow profiling. */
export function makeConsents(layout: Layout, member: Member): ConsentEvent[] {
  const random = stream(layout.seed, PURPOSE.consents, member.index);
  const events: ConsentEvent[] = [];
  const planted = member.role !== 'member';
  const give = (purpose: ConsentEvent['purpose'], channel: string, leaving: number) =>
    record(layout, random, member, events, { purpose, channel, leaving });
  if (planted || chance(random, 0.93)) give('profiling', 'ALL', planted ? 0 : 0.03);
  for (const [channel, share] of MARKETING)
    if (chance(random, share)) give('marketing', channel, member.habit === 'churner' ? 0.35 : 0.06);
  if (member.role === 'ring' || chance(random, 0.5)) give('referral', 'ALL', 0.02);
  if (chance(random, 0.15)) give('research', 'ALL', 0.05);
  return events.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Whether the ledger allows `purpose` over `channel` at the instant `at`. */
export function allows(events: readonly ConsentEvent[], purpose: string, channel: string, at: number): boolean {
  const last = events.filter((e) => e.purpose === purpose && e.channel === channel && e.at <= at).at(-1);
  return last?.action === 'GIVEN' && (last.until === undefined || last.until > at);
}

interface Grant {
  purpose: ConsentEvent['purpose'];
  channel: string;
  /** Probability of being withdrawn later. */
  leaving: number;
}

function record(layout: Layout, random: Random, member: Member, events: ConsentEvent[], grant: Grant): void {
  const { end } = layout.season;
  const { purpose, channel } = grant;
  const id = `${member.id}-${purpose}-${channel}`;
  const via = pick(random, ['mini-program', 'mini-program', 'till', 'paper form']);
  const given: ConsentEvent = {
    id: `${id}-1`,
    purpose,
    channel,
    action: 'GIVEN',
    at: member.joined + int(random, 1, 20) * 60_000,
    via,
  };
  if (purpose !== 'profiling' && chance(random, 0.1)) given.until = given.at + 730 * DAY;
  events.push(given);
  if (!chance(random, grant.leaving)) return;
  const from = Math.max(given.at + DAY, member.habit === 'churner' ? member.leaves - 60 * DAY : 0);
  const at = Math.round(between(random, from, Math.max(from, end - DAY)));
  events.push({ id: `${id}-2`, purpose, channel, action: 'WITHDRAWN', at, via: 'mini-program' });
}
