/**
 * What a referral programme owes whom: fission credit over levels with a cap, limits for each person, and what it would
 * have cost.
 */
import { DAY_MS } from '../../kernel/clock.js';

export interface ProgrammeRule {
  /** Reward of who brought a customer, minor units. */
  readonly rewardMinor: number;
  /** People above a customer that earn, 1..5. */
  readonly levels: number;
  /** What is left of the reward at each further level, 0..1. */
  readonly decay: number;
  /** Most that one customer won may cost, minor units. */
  readonly capMinor: number;
  /** Rewards that one person may earn within `mostDays`. */
  readonly most: number;
  readonly mostDays: number;
  /** Days from the code to the first order. */
  readonly windowDays: number;
  /** Least that the order must be worth. */
  readonly minOrderMinor: number;
}

export interface LevelCredit {
  readonly customerId: string;
  readonly level: number;
  readonly amountMinor: number;
}

/** Rewards up a chain, the nearest first: reward × decay^(level − 1), whole minor units, together at most the cap. */
export function creditsOf(rule: ProgrammeRule, chain: readonly string[]): LevelCredit[] {
  let left = rule.capMinor;
  return chain.slice(0, rule.levels).flatMap((customerId, at) => {
    const amountMinor = Math.min(left, Math.floor(rule.rewardMinor * rule.decay ** at + 1e-9));
    left -= amountMinor;
    return amountMinor > 0 ? [{ customerId, level: at + 1, amountMinor }] : [];
  });
}

/** A customer won in the past: who brought them and whom those, and the fraud scores of all, the customer's last. */
export interface PastReferral {
  readonly customerId: string;
  readonly at: Date;
  readonly orderMinor: number | null;
  readonly orderAt: Date | null;
  /** Orders within 90 days, minor units. */
  readonly valueMinor: number;
  readonly chain: readonly string[];
  readonly scores: readonly number[];
}

export interface HeldPerson {
  readonly customerId: string;
  readonly rewards: number;
  readonly amountMinor: number;
  /** The highest by which they would be held, 0..100. */
  readonly score: number;
}

export interface Simulation {
  readonly referrals: number;
  /** Of them, with a large enough order in time. */
  readonly converted: number;
  readonly rewards: number;
  /** By level, from 1. */
  readonly levels: readonly { readonly level: number; readonly rewards: number; readonly amountMinor: number }[];
  readonly amountMinor: number;
  /** Rewards that a limit would have refused. */
  readonly limited: number;
  /** Rewards that the fraud score would hold, and whose. */
  readonly heldRewards: number;
  readonly heldMinor: number;
  readonly held: readonly HeldPerson[];
  readonly revenueMinor: number;
  readonly perReferralMinor: number | null;
  readonly roi: number | null;
}

/**
 * A rule over referrals of the past, as if it had run: in the order of their orders, with the same limits. `threshold`:
 * fraud score, 50..100.
 */
export function simulate(rule: ProgrammeRule, past: readonly PastReferral[], threshold: number): Simulation {
  const won = past
    .filter((one) => converts(rule, one))
    .sort((a, b) => a.orderAt!.getTime() - b.orderAt!.getTime() || (a.customerId < b.customerId ? -1 : 1));
  const earned = new Map<string, Date[]>();
  const rewards: (LevelCredit & { readonly score: number })[] = [];
  let limited = 0;
  for (const { chain, scores, orderAt } of won)
    for (const credit of creditsOf(rule, chain)) {
      const before = earned.get(credit.customerId) ?? [];
      if (!withinLimit(rule, before, orderAt!)) limited += 1;
      else {
        earned.set(credit.customerId, [...before, orderAt!]);
        rewards.push({ ...credit, score: Math.max(scores[credit.level - 1] ?? 0, scores.at(-1) ?? 0) });
      }
    }
  const amountMinor = sumOf(rewards);
  const held = rewards.filter(({ score }) => score >= threshold);
  const revenueMinor = won.reduce((sum, { valueMinor }) => sum + valueMinor, 0);
  return {
    ...{ referrals: past.length, converted: won.length, rewards: rewards.length, amountMinor, limited },
    levels: Array.from({ length: rule.levels }, (_, at) => {
      const own = rewards.filter(({ level }) => level === at + 1);
      return { level: at + 1, rewards: own.length, amountMinor: sumOf(own) };
    }),
    ...{ heldRewards: held.length, heldMinor: sumOf(held), held: peopleOf(held), revenueMinor },
    perReferralMinor: won.length === 0 ? null : amountMinor / won.length,
    roi: amountMinor === 0 ? null : (revenueMinor - amountMinor) / amountMinor,
  };
}

/** Whether one more reward is within the limit of a person who earned at these times. */
export function withinLimit({ most, mostDays }: ProgrammeRule, earned: readonly Date[], at: Date): boolean {
  return earned.filter((one) => at.getTime() - one.getTime() < mostDays * DAY_MS).length < most;
}

function converts({ windowDays, minOrderMinor }: ProgrammeRule, { at, orderAt, orderMinor }: PastReferral): boolean {
  if (orderAt === null || orderMinor === null) return false;
  return orderMinor >= minOrderMinor && orderAt.getTime() - at.getTime() <= windowDays * DAY_MS;
}

function peopleOf(held: readonly (LevelCredit & { readonly score: number })[]): HeldPerson[] {
  const people = new Map<string, HeldPerson>();
  for (const { customerId, amountMinor, score } of held) {
    const known = people.get(customerId) ?? { customerId, rewards: 0, amountMinor: 0, score: 0 };
    people.set(customerId, {
      ...{ customerId, rewards: known.rewards + 1, amountMinor: known.amountMinor + amountMinor },
      score: Math.max(known.score, score),
    });
  }
  return [...people.values()].sort((a, b) => b.amountMinor - a.amountMinor || (a.customerId < b.customerId ? -1 : 1));
}

function sumOf(credits: readonly { readonly amountMinor: number }[]): number {
  return credits.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}
