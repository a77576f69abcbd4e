/** What tying takes: the kinds, how close each part makes, and the one place where a tie is added. */
import type { Random } from '../../../src/kernel/random.js';
import { DAY } from '../calendar.js';
import { between, chance, int, round } from '../dice.js';
import type { Layout } from '../files/layout.js';
import type { Member } from '../people/member.js';
import { type Community, INTEREST_COUNT } from './community.js';

export const KINDS = ['FAMILY_OF', 'WORKS_WITH', 'REPORTS_TO', 'SHARES_INTEREST_WITH', 'FOLLOWS', 'REFERRED'] as const;
export type Kind = (typeof KINDS)[number];

/** Who a tie ends at: enough to name the customer without planning their community. */
export type End = Pick<Member, 'index' | 'id' | 'joined'>;

export interface Tie {
  from: End;
  to: End;
  kind: Kind;
  /** 0..1 */
  closeness: number;
  /** ms since 1970 */
  since: number;
  lastSeen: number;
  interactions: number;
  role?: string;
  /** Number of the interest. */
  interest?: number;
  platform?: string;
  status?: 'JOINED' | 'CONVERTED' | 'REWARDED';
}

/** Closeness by kind and by the part a tie plays. */
export const CLOSE = {
  couple: [0.8, 0.95],
  family: [0.6, 0.85],
  superior: [0.35, 0.6],
  colleague: [0.3, 0.6],
  circle: [0.25, 0.55],
  follow: [0.2, 0.45],
  fan: [0.4, 0.7],
  bridge: [0.35, 0.6],
  referral: [0.3, 0.55],
  ring: [0.3, 0.5],
  faint: [0.05, 0.15],
} as const;

/** What is known of a tie before it is added. */
export type Draft = Pick<Tie, 'kind'> & Partial<Tie> & { closeness: number };

/** The ties of one community while they are made. */
export interface Knot {
  layout: Layout;
  random: Random;
  ties: Map<number, Tie>;
}

/** A tie of the same circle; three in four share what the community shares. */
export function circle(knot: Knot, plan: Community): Omit<Draft, 'closeness'> {
  const interest = chance(knot.random, 0.75) ? plan.interest : int(knot.random, 0, INTEREST_COUNT - 1);
  return { kind: 'SHARES_INTEREST_WITH', interest };
}

/** A following on one of the platforms. */
export function follow(knot: Knot): Omit<Draft, 'closeness'> {
  const u = knot.random.next();
  return { kind: 'FOLLOWS', platform: u < 0.68 ? 'WECHAT' : u < 0.92 ? 'WEIBO' : 'LINKEDIN' };
}

/** A closeness within the span, three decimals. */
export function draw(knot: Knot, [low, high]: readonly [number, number]): number {
  return round(between(knot.random, low, high), 3);
}

/** Adds the tie unless the pair has one of the kind; an undirected kind counts either way round. */
export function tie(knot: Knot, from: End, to: End, draft: Draft): void {
  const [low, high] = from.index < to.index ? [from.index, to.index] : [to.index, from.index];
  const key = (low * 2 ** 23 + high) * 8 + KINDS.indexOf(draft.kind); // below 2^49 for the largest world
  if (from.index === to.index || knot.ties.has(key)) return;
  const { start, end } = knot.layout.season;
  const since = draft.since ?? Math.max(from.joined, to.joined, start - 200 * DAY) + int(knot.random, 0, 15) * DAY;
  const lastSeen = since + Math.round(between(knot.random, 0.4, 1) * Math.max(0, end - DAY - since));
  const interactions = Math.round(draft.closeness * between(knot.random, 10, 60));
  knot.ties.set(key, { ...draft, from, to, since, lastSeen, interactions });
}
