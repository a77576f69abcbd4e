/** Bandits: which variant to show next, learning from what was shown. Seeded, so that a run replays. */
import { type Random, standardNormal } from '../../kernel/random.js';
import { lnBeta } from '../../kernel/special-functions.js';

/** What is known of an arm. */
export interface Arm {
  readonly id: string;
  readonly successes: number;
  readonly failures: number;
  /** Shown, and nobody knows yet what comes of it: rewards are late. */
  readonly pending?: number;
}

export type Policy = (arms: readonly Arm[], random: Random) => string;

/** Thompson sampling (1933): draws a rate from Beta(1 + successes, 1 + failures) of each arm, and takes the highest. */
export const thompson: Policy = (arms, random) =>
  highest(arms, ({ successes, failures }) => drawBeta(1 + successes, 1 + failures, random));

/** UCB1 (Auer, Cesa-Bianchi & Fischer 2002): mean + √(2 ln N / n); an arm that was never shown comes first. */
export const ucb1: Policy = (arms) => {
  const total = arms.reduce((sum, arm) => sum + shown(arm), 0);
  return highest(arms, (arm) =>
    shown(arm) === 0 ? Number.POSITIVE_INFINITY : rateOf(arm) + Math.sqrt((2 * Math.log(total)) / shown(arm)),
  );
};

/** With a chance of ε any arm, else the one of the best mean so far; an arm that was never shown counts as the best. */
export function epsilonGreedy(epsilon: number): Policy {
  return (arms, random) => {
    if (random.next() < epsilon) return arms[Math.floor(random.next() * arms.length)]!.id;
    return highest(arms, (arm) => (shown(arm) === 0 ? Number.POSITIVE_INFINITY : rateOf(arm)));
  };
}

/** P(rate of b > rate of a) under uniform priors, by the closed sum of Evan Miller (2015, formula 6). */
export function chanceBetter(a: Omit<Arm, 'id'>, b: Omit<Arm, 'id'>): number {
  const [aA, bA, aB, bB] = [1 + a.successes, 1 + a.failures, 1 + b.successes, 1 + b.failures];
  let sum = 0;
  for (let i = 0; i < aB; i += 1)
    sum += Math.exp(lnBeta(aA + i, bA + bB) - Math.log(bB + i) - lnBeta(1 + i, bB) - lnBeta(aA, bA));
  return sum;
}

/** One choice that was made and what came of it, for replay. */
export interface Logged {
  readonly arm: string;
  readonly success: boolean;
}

/**
 * What a policy would have earned on a log of choices made at random (Li, Chu, Langford & Wang 2011): only where it
 * agrees with the log does it learn and count. Unbiased for logs of uniform choices.
 */
export function replay(
  policy: Policy,
  ids: readonly string[],
  log: readonly Logged[],
  random: Random,
): { readonly rounds: number; readonly rate: number } {
  const arms = new Map(ids.map((id) => [id, { id, successes: 0, failures: 0 }]));
  let rounds = 0;
  let successes = 0;
  for (const { arm, success } of log) {
    if (policy([...arms.values()], random) !== arm) continue;
    rounds += 1;
    const own = arms.get(arm)!;
    if (success) own.successes += 1;
    else own.failures += 1;
    successes += success ? 1 : 0;
  }
  return { rounds, rate: rounds === 0 ? Number.NaN : successes / rounds };
}

/**
 * Chooses for several people at once, one after the other: what was just chosen is pending, so that a policy without
 * chance spreads them. The arms of those people, in their order.
 */
export function allot(policy: Policy, arms: readonly Arm[], people: number, random: Random): string[] {
  const known = arms.map((arm) => ({ ...arm, pending: arm.pending ?? 0 }));
  return Array.from({ length: people }, () => {
    const chosen = policy(known, random);
    known.find(({ id }) => id === chosen)!.pending += 1;
    return chosen;
  });
}

function shown({ successes, failures, pending = 0 }: Arm): number {
  return successes + failures + pending;
}

/** Of what is known; 1 where nothing is yet. */
function rateOf({ successes, failures }: Arm): number {
  return successes + failures === 0 ? 1 : successes / (successes + failures);
}

/** Of equal ones the one shown least, then the first. */
function highest(arms: readonly Arm[], of: (arm: Arm) => number): string {
  let best = arms[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const arm of arms) {
    const value = of(arm);
    if (value > most || (value === most && shown(arm) < shown(best))) [best, most] = [arm, value];
  }
  return best.id;
}

function drawBeta(a: number, b: number, random: Random): number {
  const x = drawGamma(a, random);
  return x / (x + drawGamma(b, random));
}

/** Marsaglia & Tsang (2000), for a shape of 1 or more. */
function drawGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3;
  for (;;) {
    const z = standardNormal(random);
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
