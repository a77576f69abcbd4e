/** Ties between communities: bridges, and a few faint acquaintances. */

import { chance, int, sample } from '../dice.js';
import { customerId, type Layout, memberRange } from '../files/layout.js';
import { joinedAt, type Member } from '../people/member.js';
import type { Community } from './community.js';
import { CLOSE, circle, draw, type End, follow, type Knot, tie } from './knot.js';

/** A bridge knows a few at home and three in each of up to seven other communities. */
export function tieBridges(knot: Knot, plan: Community): void {
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

/**
 * Every fourth leader is followed elsewhere too, by three for every four at home: a key opinion leader, not only the
 * first of their own.
 */
export function tieVoices(knot: Knot, plan: Community): void {
  const { layout, random } = knot;
  for (const leader of plan.people.filter((member) => isVoice(plan.number, member))) {
    const fans = Math.min(45, Math.ceil(plan.members.length * 0.47));
    for (let n = 0; n < fans; n++) {
      const c = (plan.number + int(random, 1, layout.communities - 1)) % layout.communities;
      const { from, to } = memberRange(layout, c);
      const fan = stranger(layout, int(random, from, to - 1));
      tie(knot, fan, leader, { ...follow(knot), closeness: draw(knot, CLOSE.fan) });
    }
  }
}

/** Whether a member is heard beyond their own community `c`. */
export function isVoice(c: number, { role }: Pick<Member, 'role'>): boolean {
  return role === 'leader' && c % 4 === 0;
}

/** A few faint acquaintances across communities, always noted by the lower-numbered community. */
export function tieStrangers(knot: Knot, plan: Community): void {
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
