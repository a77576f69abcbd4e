/**
 * The ties of one community, each pair and kind once, and its ties to others. Every pair of the world is tied in
 * exactly one place.
 */

import { chance, PURPOSE, pick, sample, stream } from '../dice.js';
import type { Layout } from '../files/layout.js';
import { CHURN_BLOCK, type Member } from '../people/member.js';
import type { Community } from './community.js';
import { tieBridges, tieStrangers, tieVoices } from './cross-ties.js';
import { CLOSE, circle, type Draft, draw, follow, type Knot, type Tie, tie } from './knot.js';

/** All ties that start from community `plan`, deterministic; inside ones first. */
export function makeTies(layout: Layout, plan: Community): Tie[] {
  const random = stream(layout.seed, PURPOSE.ties, plan.number);
  const knot: Knot = { layout, random, ties: new Map() };
  tieFamilies(knot, plan);
  tieCompanies(knot, plan);
  tieReferrals(knot, plan);
  tieCircle(knot, plan);
  tieLeaders(knot, plan);
  tieVoices(knot, plan);
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

/** Everyone knows the next one round, one of the same table, and one or two more anywhere in the room. */
function tieCircle(knot: Knot, plan: Community): void {
  const room = plan.people.filter(({ role }) => role === 'member' || role === 'duplicate');
  room.forEach((member, i) => {
    befriend(knot, plan, member, room[(i + 1) % room.length] as Member);
    const table = room.filter(({ position }) => tableOf(position) === tableOf(member.position));
    const more = chance(knot.random, 0.6) ? 3 : 2;
    for (let n = 0; n < more; n++) befriend(knot, plan, member, pick(knot.random, n < 1 ? table : room));
  });
}

const tableOf = (position: number) => Math.floor(position / CHURN_BLOCK);

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
