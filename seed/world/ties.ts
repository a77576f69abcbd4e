/** The ties of one community, each pair and kind once, and its ties to others. Every pair of the world is tied in exactly one place. */
import type { Random } from '../../src/kernel/random.js';
import { DAY } from './calendar.js';
import { type Community, INTEREST_COUNT } from './community.js';
import { between, chance, int, PURPOSE, pick, round, sample, stream } from './dice.js';
import { customerId, type Layout, memberRange } from './layout.js';
import { joinedAt, type Member } from './member.js';

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
const CLOSE = {
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

type Draft = Pick<Tie, 'kind'> & Partial<Tie> & { closeness: number };
interface Knot {
  layout: Layout;
  random: Random;
  ties: Map<string, Tie>;
}

/** All ties that start from community `plan`, deterministic; inside ones first. */
export function makeTies(layout: Layout, plan: Community): Tie[] {
  const random = stream(layout.seed, PURPOSE.ties, plan.number);
  const knot: Knot = { layout, random, ties: new Map() };
  tieFamilies(knot, plan);
  tieCompanies(knot, plan);
  tieReferrals(knot, plan);
  tieCircle(knot, plan);
  tieLeaders(knot, plan);
  tieRing(knot, plan);
  tieMarginals(knot, plan);
  tieBridges(knot, plan);
  tieStrangers(knot, plan);
  return [...knot.ties.values()];
}

function tieFamilies(knot: Knot, plan: Community): void {
  for (const household of plan.households)
    household.forEach((a, i) => {
      for (let j = i + 1; j < household.length; j++) {
        const role = i === 0 && j === 1 ? 'spouse' : j === 2 ? 'parent' : 'grandparent';
        const span = role === 'spouse' ? CLOSE.couple : CLOSE.family;
        tie(knot, a, household[j] as Member, { kind: 'FAMILY_OF', role, closeness: draw(knot, span) });
      }
    });
}

function tieCompanies(knot: Knot, plan: Community): void {
  for (const { staff } of plan.companies)
    for (const [i, one] of staff.entries()) {
      if (one.superior) {
        const draft: Draft = { kind: 'REPORTS_TO', role: one.role, closeness: draw(knot, CLOSE.superior) };
        tie(knot, one.member, one.superior.member, draft);
      }
      for (const other of staff.slice(i + 1))
        if (other.superior && other.superior === one.superior && chance(knot.random, 0.7))
          tie(knot, one.member, other.member, {
            kind: 'WORKS_WITH',
            role: 'colleague',
            closeness: draw(knot, CLOSE.colleague),
          });
    }
}

function tieReferrals(knot: Knot, plan: Community): void {
  for (const { from, to, at } of plan.referrals) {
    const status = chance(knot.random, 0.25) ? 'JOINED' : chance(knot.random, 0.3) ? 'CONVERTED' : 'REWARDED';
    tie(knot, from, to, { kind: 'REFERRED', status, since: at, closeness: draw(knot, CLOSE.referral) });
  }
}

/** Everyone knows the next one round the table, and two or three more anywhere in the room. */
function tieCircle(knot: Knot, plan: Community): void {
  const room = plan.people.filter(({ role }) => role === 'member' || role === 'duplicate');
  room.forEach((member, i) => {
    befriend(knot, plan, member, room[(i + 1) % room.length] as Member);
    const more = chance(knot.random, 0.6) ? 3 : 2;
    for (let n = 0; n < more; n++) befriend(knot, plan, member, pick(knot.random, room));
  });
}

function befriend(knot: Knot, plan: Community, a: Member, b: Member): void {
  if (a === b) return;
  if (chance(knot.random, 0.5)) tie(knot, a, b, { ...circle(knot, plan), closeness: draw(knot, CLOSE.circle) });
  else tie(knot, a, b, { ...follow(knot), closeness: draw(knot, CLOSE.follow) });
}

/** Three fifths of the room follow the leader, one in four is also in the same circle. */
function tieLeaders(knot: Knot, plan: Community): void {
  for (const leader of plan.people.filter(({ role }) => role === 'leader')) {
    const fans = sample(knot.random, plan.members, Math.min(60, Math.ceil(plan.members.length * 0.62)));
    for (const fan of fans) {
      tie(knot, fan, leader, { ...follow(knot), closeness: draw(knot, CLOSE.fan) });
      if (chance(knot.random, 0.25))
        tie(knot, leader, fan, { ...circle(knot, plan), closeness: draw(knot, CLOSE.circle) });
    }
  }
}

/** The ring refers itself in a circle and hardly touches anyone else. */
function tieRing(knot: Knot, plan: Community): void {
  plan.ring.forEach((from, k) => {
    const to = plan.ring[(k + 1) % plan.ring.length] as Member;
    const last = k === plan.ring.length - 1;
    const since = last ? from.joined + 4 * 3_600_000 : to.joined;
    tie(knot, from, to, { kind: 'REFERRED', status: 'REWARDED', since, closeness: draw(knot, CLOSE.ring) });
    if (k % 4 === 0)
      tie(knot, from, pick(knot.random, plan.members), { ...follow(knot), closeness: draw(knot, CLOSE.faint) });
  });
}

function tieMarginals(knot: Knot, plan: Community): void {
  for (const member of plan.people.filter(({ role }) => role === 'marginal'))
    if (chance(knot.random, 0.5))
      tie(knot, member, pick(knot.random, plan.members), { ...follow(knot), closeness: draw(knot, CLOSE.faint) });
}

/** A bridge knows a few at home and three in each of up to seven other communities. */
function tieBridges(knot: Knot, plan: Community): void {
  const { layout, random } = knot;
  for (const bridge of plan.people.filter(({ role }) => role === 'bridge')) {
    for (const friend of sample(random, plan.members, 4))
      tie(knot, bridge, friend, { ...circle(knot, plan), closeness: draw(knot, CLOSE.bridge) });
    for (const c of foreign(knot, plan, 7)) {
      const { from, to } = memberRange(layout, c);
      const first = int(random, from, to - 1);
      for (let n = 0; n < Math.min(3, to - from); n++) {
        const index = from + ((first - from + n * 7) % (to - from));
        const draft = chance(random, 0.6) ? circle(knot, plan) : follow(knot);
        tie(knot, bridge, stranger(layout, index), { ...draft, closeness: draw(knot, CLOSE.bridge) });
      }
    }
  }
}

/** A few faint acquaintances across communities, always noted by the lower-numbered community. */
function tieStrangers(knot: Knot, plan: Community): void {
  const { layout, random } = knot;
  if (plan.number === layout.communities - 1) return;
  for (const member of plan.members)
    if (chance(random, 0.01)) {
      const { from, to } = memberRange(layout, int(random, plan.number + 1, layout.communities - 1));
      const other = stranger(layout, int(random, from, to - 1));
      tie(knot, member, other, { ...follow(knot), closeness: draw(knot, CLOSE.faint) });
    }
}

/** Up to `count` different communities other than the one planned. */
function foreign(knot: Knot, plan: Community, count: number): Set<number> {
  const { communities } = knot.layout;
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, communities - 1)) {
    const c = int(knot.random, 0, communities - 1);
    if (c !== plan.number) chosen.add(c);
  }
  return chosen;
}

function stranger(layout: Layout, index: number): End {
  return { index, id: customerId(layout, index), joined: joinedAt(layout, index) };
}

function circle(knot: Knot, plan: Community): Omit<Draft, 'closeness'> {
  const interest = chance(knot.random, 0.75) ? plan.interest : int(knot.random, 0, INTEREST_COUNT - 1);
  return { kind: 'SHARES_INTEREST_WITH', interest };
}

function follow(knot: Knot): Omit<Draft, 'closeness'> {
  const u = knot.random.next();
  return { kind: 'FOLLOWS', platform: u < 0.68 ? 'WECHAT' : u < 0.92 ? 'WEIBO' : 'LINKEDIN' };
}

function draw(knot: Knot, [low, high]: readonly [number, number]): number {
  return round(between(knot.random, low, high), 3);
}

/** Adds the tie unless the pair has one of the kind; an undirected kind counts either way round. */
function tie(knot: Knot, from: End, to: End, draft: Draft): void {
  const key = `${Math.min(from.index, to.index)} ${Math.max(from.index, to.index)} ${draft.kind}`;
  if (from.index === to.index || knot.ties.has(key)) return;
  const { start, end } = knot.layout.season;
  const since = draft.since ?? Math.max(from.joined, to.joined, start - 200 * DAY) + int(knot.random, 0, 15) * DAY;
  const lastSeen = since + Math.round(between(knot.random, 0.4, 1) * Math.max(0, end - DAY - since));
  const interactions = Math.round(draft.closeness * between(knot.random, 10, 60));
  knot.ties.set(key, { ...draft, from, to, since, lastSeen, interactions });
}
