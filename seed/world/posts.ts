/** What customers write and how their acquaintances react. Leaders write more and are answered more. */
import type { Random } from '../../src/kernel/random.js';
import { DAY } from './calendar.js';
import { between, chance, int, PURPOSE, pick, stream } from './dice.js';
import type { Layout } from './files/layout.js';
import type { Order } from './orders.js';
import type { Member } from './people/member.js';
import { makeReview, type ReviewTruth } from './reviews.js';
import type { Community } from './ties/community.js';
import type { End, Tie } from './ties/knot.js';

export interface Post {
  id: string;
  author: End;
  /** ms since 1970 */
  at: number;
  text: string;
  language: 'zh' | 'en';
  kind: 'POST' | 'COMMENT' | 'REVIEW';
  replyTo?: string;
  rating?: number;
  productId?: string;
  storeId?: string;
  truth?: ReviewTruth;
}

export interface Reaction {
  by: End;
  postId: string;
  kind: 'LIKED' | 'SHARED' | 'COMMENTED_ON';
  at: number;
}

const OPENINGS = ['周末和家人来', '下班路过', '带朋友来', '午休时间到', '雨天就想来', '又来打卡'];
const PLACES = ['青穗里吃面', '青穗里面馆', '青穗里食铺逛逛', '青穗里喝桂花酸梅汤'];
const ENDINGS = ['，拍张照留念', '，今天人不少', '，老位置', '，给大家看看今天的菜单', '，顺手带了两盒点心回家', ''];
const ENGLISH = [
  'Lunch at Qingsui Lane with the team today',
  'Stopped by Qingsui Lane on the way home',
  'Sunday noodles at Qingsui Lane with the family',
];
const COMMENTS = ['看饿了', '下次一起去', '这家我也常去', '收藏了', '是哪家店？', '周末约起来'];

/** Everything `member` wrote, in time order. Reviews follow the orders they are about. */
export function makePosts(layout: Layout, member: Member, orders: readonly Order[]): Post[] {
  const random = stream(layout.seed, PURPOSE.posts, member.index);
  const mood = member.habit === 'churner' ? -0.45 : Math.min(0.9, 0.45 + 0.35 * (random.next() - 0.5));
  const posts: Post[] = [];
  for (const order of orders)
    if (order.refundedAt === undefined && posts.length < 8 && chance(random, 0.07))
      posts.push(makeReviewPost(layout, random, member, order, mood));
  for (let n = postCount(random, member); n > 0; n--) posts.push(makePlainPost(layout, random, member));
  posts.sort((a, b) => a.at - b.at);
  return posts.map((post, i) => ({ ...post, id: `T${member.id.slice(1)}-${i + 1}` }));
}

/** Likes, shares and comments by those who know the author, over all `posts` of a community. */
export function makeReactions(layout: Layout, plan: Community, posts: readonly Post[], ties: readonly Tie[]) {
  const random = stream(layout.seed, PURPOSE.reactions, plan.number);
  const around = neighbours(ties);
  const reactions: Reaction[] = [];
  const comments: Post[] = [];
  for (const post of posts) {
    const leads = plan.people[post.author.index - plan.shape.start]?.role === 'leader';
    for (const by of around.get(post.author.index) ?? []) {
      const at = Math.max(post.at, by.joined) + Math.round(between(random, 0.01, 3) * DAY);
      if (at >= layout.season.end) continue;
      if (chance(random, leads ? 0.34 : 0.13)) reactions.push({ by, postId: post.id, kind: 'LIKED', at });
      if (chance(random, leads ? 0.07 : 0.012)) reactions.push({ by, postId: post.id, kind: 'SHARED', at });
      if (chance(random, leads ? 0.06 : 0.012)) {
        reactions.push({ by, postId: post.id, kind: 'COMMENTED_ON', at });
        comments.push(makeComment(random, post, by, at));
      }
    }
  }
  return { reactions, comments };
}

function makeReviewPost(layout: Layout, random: Random, member: Member, order: Order, mood: number): Post {
  const review = makeReview(random, mood);
  const at = Math.min(order.at + Math.round(between(random, 0.05, 2) * DAY), layout.season.end - 60_000);
  const { text, language, rating, truth } = review;
  const productId = pick(random, order.lines).product.id;
  return {
    id: '',
    author: member,
    at,
    kind: 'REVIEW',
    text,
    language,
    rating,
    truth,
    productId,
    storeId: order.store.id,
  };
}

function postCount(random: Random, member: Member): number {
  if (member.role === 'leader') return int(random, 9, 15);
  if (member.role === 'bridge') return int(random, 2, 5);
  if (member.role !== 'member') return 0;
  return chance(random, 0.45) ? int(random, 1, 3) : 0;
}

function makePlainPost(layout: Layout, random: Random, member: Member): Post {
  const first = Math.max(member.joined, layout.season.start);
  const last = Math.min(member.leaves, layout.season.end) - DAY;
  const at = Math.round(between(random, first, Math.max(first + DAY, last)));
  const language = chance(random, 0.12) ? 'en' : 'zh';
  const text =
    language === 'en'
      ? pick(random, ENGLISH)
      : `${pick(random, OPENINGS)}${pick(random, PLACES)}${pick(random, ENDINGS)}`;
  return { id: '', author: member, at, kind: 'POST', text, language };
}

function makeComment(random: Random, post: Post, by: End, at: number): Post {
  const id = `${post.id}-${by.id.slice(1)}`;
  return { id, author: by, at, kind: 'COMMENT', text: pick(random, COMMENTS), language: 'zh', replyTo: post.id };
}

/** Who is tied to whom, each neighbour once, in the order of the ties. */
function neighbours(ties: readonly Tie[]): Map<number, Set<End>> {
  const around = new Map<number, Map<number, End>>();
  const add = (one: End, other: End) => {
    const known = around.get(one.index) ?? new Map<number, End>();
    around.set(one.index, known.set(other.index, known.get(other.index) ?? other));
  };
  for (const { from, to } of ties) {
    add(from, to);
    add(to, from);
  }
  return new Map([...around].map(([index, known]) => [index, new Set(known.values())]));
}
