/** What a customer is worth: simple, and predicted by BG/NBD and Gamma-Gamma. Money in minor units of one currency. */
import { type BgNbd, type History, pAlive } from './bg-nbd.js';
import { expectedValue, type GammaGamma, type Spender } from './gamma-gamma.js';

/** Yearly spend × mean lifetime in years × gross margin (0..1) − cost of acquisition; minor units. */
export function simpleClv(
  yearlySpend: number,
  { lifetimeYears, margin, acquisitionCost }: { lifetimeYears: number; margin: number; acquisitionCost: number },
): number {
  return yearlySpend * lifetimeYears * margin - acquisitionCost;
}

export interface WorthOptions {
  /** Periods ahead, 1 or more, each of `periodWeeks`. */
  readonly periods: number;
  readonly periodWeeks: number;
  /** Yearly, 0.1 for 10 %. */
  readonly discount: number;
  /** Gross margin of a purchase, 0..1. */
  readonly margin: number;
}

/** Twelve months at 10 % a year, before margin. */
export const WORTH: WorthOptions = { periods: 12, periodWeeks: 365.25 / 7 / 12, discount: 0.1, margin: 1 };

export interface Models {
  readonly purchases: BgNbd;
  readonly spend: GammaGamma;
}

export interface Worth {
  /** Probability of still buying, 0..1. */
  readonly pAlive: number;
  /** Over the horizon, not discounted. */
  readonly purchases: number;
  /** Expected value of a purchase. */
  readonly value: number;
  /** Discounted over the horizon, times margin. */
  readonly clv: number;
}

export interface Person {
  readonly history: History;
  /** Null without a repeat purchase: the population's mean is expected then. */
  readonly spender: Spender | null;
}

/**
 * A function that tells what a customer is worth. It remembers what depends on purchases and age alone, which many
 * customers share.
 */
export function worthBy({ purchases: model, spend }: Models, options: WorthOptions = WORTH): (person: Person) => Worth {
  const steady = new Map<number, Steady>();
  return ({ history, spender }) => {
    const key = history.repeats * 1e7 + Math.round(history.age * 7);
    let ahead = steady.get(key);
    if (!ahead) {
      ahead = ifAlive(model, history, options);
      steady.set(key, ahead);
    }
    const alive = pAlive(model, history);
    const value = expectedValue(spend, spender);
    return {
      pAlive: alive,
      purchases: alive * ahead.purchases,
      value,
      clv: options.margin * value * alive * ahead.discounted,
    };
  };
}

/** Expected purchases of a customer known to be alive, over the whole horizon and discounted by period. */
interface Steady {
  readonly purchases: number;
  readonly discounted: number;
}

const LEAST_TERM = 1e-12;

/**
 * Formula 10 of Fader, Hardie & Lee (2005) without its P(alive), for all periods at once: the coefficients of 2F1 are
 * the same for each, only z differs.
 */
function ifAlive({ r, alpha, a, b }: BgNbd, { repeats: x, age }: History, options: WorthOptions): Steady {
  const times = Array.from({ length: options.periods }, (_, at) => (at + 1) * options.periodWeeks);
  const zs = times.map((time) => time / (alpha + age + time));
  const sums = zs.map(() => 1);
  const powers = zs.map(() => 1);
  const c = a + b + x - 1;
  for (let n = 0, coefficient = 1; n < 10_000; n += 1) {
    coefficient *= ((r + x + n) * (b + x + n)) / ((c + n) * (n + 1));
    for (let at = 0; at < zs.length; at += 1) {
      powers[at]! *= zs[at]!;
      sums[at]! += coefficient * powers[at]!;
    }
    if (Math.abs(coefficient * powers.at(-1)!) < LEAST_TERM * Math.abs(sums.at(-1)!)) break;
  }
  const cumulative = times.map(
    (time, at) => (c / (a - 1)) * (1 - ((alpha + age) / (alpha + age + time)) ** (r + x) * sums[at]!),
  );
  const yearly = 1 + options.discount;
  const discounted = cumulative.reduce(
    (sum, total, at) => sum + (total - (cumulative[at - 1] ?? 0)) / yearly ** ((times[at]! * 7) / 365.25),
    0,
  );
  return { purchases: cumulative.at(-1)!, discounted };
}
