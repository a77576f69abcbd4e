/** Who came lately by the code of a friend: known to the programme alone, no referral on record says so. */
import { DAY } from './calendar.js';
import { chance, PURPOSE, pick, stream } from './dice.js';
import type { Layout } from './files/layout.js';
import type { Community } from './ties/community.js';
import type { End, Tie } from './ties/knot.js';

export const PROGRAMME = {
  id: 'bring-a-friend',
  name: 'Bring a friend',
  nameZh: '带朋友来',
  /** Days before the end of the world. */
  startsBefore: 200,
  rewardMinor: 2000,
  levels: 2,
} as const;

export interface Redemption {
  referrerId: string;
  customerId: string;
  /** ms since 1970 */
  at: number;
}

/** Three in four of those who joined since the programme runs and whom nobody is on record to have brought. */
export function makeRedemptions(layout: Layout, plan: Community, ties: readonly Tie[]): Redemption[] {
  const random = stream(layout.seed, PURPOSE.invitations, plan.number);
  const since = layout.season.end - (PROGRAMME.startsBefore - 1) * DAY;
  const brought = new Set(plan.referrals.map(({ to }) => to.index));
  return plan.people
    .filter(({ role, index, joined }) => role === 'member' && joined > since && !brought.has(index))
    .flatMap(({ index, id, joined }) => {
      const friends = ties.flatMap(({ from, to }): End[] =>
        from.index === index ? [to] : to.index === index ? [from] : [],
      );
      const earlier = friends.filter((friend) => friend.joined < joined - DAY);
      if (earlier.length === 0 || !chance(random, 0.75)) return [];
      return [{ referrerId: pick(random, earlier).id, customerId: id, at: joined + 60_000 }];
    });
}
