import type { FaceFragment, ReferralTreeQuery } from '../operations.gen.js';
import { type Dot, dotOf, type Scene } from '../picture/drawing.js';
import type { Places } from '../picture/places.js';

export type Tree = ReferralTreeQuery['referralTree'];

/** Room between two people below each other, and between two levels, in pixels of the paper. */
const ROW = 52;
const LEVEL = 200;

/** What colours mean in the picture of a tree: the place of each in the palette. */
export const TREE_RANK = { root: 0, converted: 2, joined: -1 } as const;
type TreeGroup = keyof typeof TREE_RANK;

/** The tree as a picture: who brought whom, and who of them became a customer. */
export function treeScene({ customerId, customer, members }: Tree): Scene {
  const root = member(customerId, customer, 'root', 34);
  const dots = members.map((one) =>
    member(one.customerId, one.customer, one.converted ? 'converted' : 'joined', one.converted ? 22 : 16),
  );
  const lines = members.map(({ customerId: to, referrerId: from }) => {
    return { id: `${from}>${to}`, from, to, closeness: 0.5, kinds: ['REFERRED'], directed: true };
  });
  return { dots: [root, ...dots], lines, groups: [] };
}

/** Levels from left to right; everybody beside the middle of those they brought, in the order they are given. */
export function treePlaces({ customerId, members }: Tree): Places {
  const below = new Map<string, string[]>();
  for (const { customerId: id, referrerId } of members) below.set(referrerId, [...(below.get(referrerId) ?? []), id]);
  const places = new Map<string, { x: number; y: number }>();
  let rows = 0;
  const place = (id: string, level: number): number => {
    const own = (below.get(id) ?? []).map((one) => place(one, level + 1));
    const y = own.length > 0 ? (own[0]! + own.at(-1)!) / 2 : ROW * rows++;
    places.set(id, { x: level * LEVEL, y });
    return y;
  };
  place(customerId, 0);
  return places;
}

function member(id: string, face: FaceFragment | null, group: TreeGroup, diameter: number): Dot {
  return { ...dotOf({ id, properties: { ...face } }), community: group, rank: TREE_RANK[group], diameter };
}
