import { chance, int, PURPOSE, round, stream } from '../dice.js';
import type { Layout } from '../files/layout.js';
import type { Community } from '../ties/community.js';
import type { Member } from './member.js';

const NAMES =
  'Hiking|徒步;Running|跑步;Photography|摄影;Home baking|烘焙;Board games|桌游;Cycling|骑行;Tea|茶道;Badminton|羽毛球;Parenting|亲子;Calligraphy|书法;Camping|露营;Cinema|观影';

export interface Interest {
  id: string;
  name: string;
  nameZh: string;
}

export const INTERESTS: readonly Interest[] = NAMES.split(';').map((entry, i) => ({
  id: `I${String(i + 1).padStart(2, '0')}`,
  name: entry.split('|')[0] as string,
  nameZh: entry.split('|')[1] as string,
}));

/** What a customer is interested in, weight 0..1: mostly what the community shares, and something of their own. */
export function makeInterests(
  layout: Layout,
  plan: Community,
  member: Member,
): { interest: Interest; weight: number }[] {
  const random = stream(layout.seed, PURPOSE.interests, member.index);
  const found = new Map<number, number>();
  if (chance(random, 0.75)) found.set(plan.interest, round(0.5 + 0.5 * random.next(), 2));
  const own = int(random, 0, INTERESTS.length - 1);
  if (!found.has(own)) found.set(own, round(0.2 + 0.7 * random.next(), 2));
  return [...found].map(([i, weight]) => ({ interest: INTERESTS[i] as Interest, weight }));
}
