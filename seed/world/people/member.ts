/** One customer as planned: role, joining day and habits. What identifies a person is made elsewhere (person.ts). */
import type { Random } from '../../../src/kernel/random.js';
import { DAY } from '../calendar.js';
import { between, chance, cumulate, int, normal, PURPOSE, pickIndex, stream } from '../dice.js';
import { customerId, type Layout, numberOf, type Shape } from '../files/layout.js';

export type Role = 'leader' | 'bridge' | 'member' | 'duplicate' | 'ring' | 'marginal';
export type Habit = 'regular' | 'churner' | 'seasonal' | 'ring';

export interface Member {
  index: number;
  id: string;
  /** Position in the order of ids, unique; contact values count by it. */
  number: number;
  /** Position within the community. */
  position: number;
  role: Role;
  habit: Habit;
  gender: 'female' | 'male';
  ageBand: string;
  /** ms since 1970. */
  joined: number;
  /** When a churner last came, ms since 1970; the end of the world for the others. */
  leaves: number;
  /** From when on they come less often, ms since 1970; the end of the world for most. */
  cools: number;
  /** Orders a week while active. */
  weekly: number;
  /** Factor on basket size. */
  basket: number;
  /** Number of the shelf bought from most. */
  favourite: number;
}

export const AGE_BANDS = ['18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const;
const AGES = cumulate([16, 30, 24, 16, 9, 5]);
/** Neighbouring positions that churn goes through together; they are friends. */
export const CHURN_BLOCK = 6;
/** Tables where somebody leaves, who follows there, within how many days, and who leaves elsewhere. */
const CATCHING = { tables: 0.22, follow: 0.9, days: 60, elsewhere: 0.02 } as const;
/** Share of the visits that those give up who stay at such a table. */
export const COOLED = 0.85;

/** The customer at `position` of the community that `shape` describes. */
export function makeMember(layout: Layout, c: number, shape: Shape, position: number): Member {
  const index = shape.start + position;
  const random = stream(layout.seed, PURPOSE.member, index);
  const role = roleAt(shape, position);
  const member: Member = {
    index,
    id: customerId(layout, index),
    number: numberOf(layout, index),
    position,
    role,
    habit: 'regular',
    gender: chance(random, 0.54) ? 'female' : 'male',
    ageBand: AGE_BANDS[pickIndex(random, AGES)] as string,
    joined: joinedAt(layout, index),
    leaves: layout.season.end,
    cools: layout.season.end,
    weekly: weeklyOrders(random, role),
    basket: Math.exp(0.35 * normal(random)),
    favourite: int(random, 0, 9),
  };
  if (role === 'leader' || role === 'bridge')
    member.joined = openHour(random, layout.season.start - int(random, 60, 500) * DAY);
  if (role === 'member') setHabit(layout, c, random, member);
  return member;
}

/**
 * When the ordinary customer at `index` joined, ms; two thirds before the 18 months, all 20 days before their end or
 * earlier.
 */
export function joinedAt(layout: Layout, index: number): number {
  const random = stream(layout.seed, PURPOSE.joined, index);
  const { start, end, days } = layout.season;
  const day = chance(random, 0.66) ? -int(random, 1, 560) : int(random, 0, days - 20);
  return openHour(random, Math.min(start + day * DAY, end - 21 * DAY));
}

/** A moment of the day that starts at `midnight` when stores are open, with an hour left for a first order. */
function openHour(random: Random, midnight: number): number {
  return midnight + Math.round(between(random, 10.5, 20.9) * 3_600_000);
}

function roleAt(shape: Shape, position: number): Role {
  let end = shape.leaders;
  if (position < end) return 'leader';
  end += shape.bridges;
  if (position < end) return 'bridge';
  end += shape.members;
  if (position < end) return 'member';
  end += shape.duplicates;
  if (position < end) return 'duplicate';
  return position < end + shape.ring ? 'ring' : 'marginal';
}

/** Log-normal across customers, so that a few spend much and most little (heavy tail). */
function weeklyOrders(random: Random, role: Role): number {
  const draw = Math.min(3.5, Math.exp(-1.96 + normal(random)));
  if (role === 'marginal' || role === 'duplicate') return Math.min(draw, 0.12);
  return role === 'leader' ? Math.max(draw, 0.45) : draw;
}

/**
 * Churn is catching: at some tables one leaves, and in the weeks after most of their friends there follow; elsewhere few
 * leave. Who stays at such a table comes less often from then on.
 */
function setHabit(layout: Layout, c: number, random: Random, member: Member): void {
  const { start, end } = layout.season;
  const table = stream(layout.seed, PURPOSE.block, c * 4096 + Math.floor(member.position / CHURN_BLOCK));
  const hot = table.next() < CATCHING.tables;
  const begins = between(table, 125, 285);
  const days = hot ? Math.max(95, begins - between(random, 0, CATCHING.days)) : between(random, 95, 280);
  if (chance(random, hot ? CATCHING.follow : CATCHING.elsewhere) && member.joined < end - 330 * DAY) {
    member.habit = 'churner';
    member.leaves = end - days * DAY;
    member.weekly = Math.max(member.weekly, 0.33);
  } else if (chance(random, 0.05) && member.joined < start + 100 * DAY) {
    member.habit = 'seasonal';
    member.weekly = Math.max(0.06, Math.min(member.weekly, 0.12));
  } else if (hot) member.cools = end - begins * DAY;
}
