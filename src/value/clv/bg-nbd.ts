/**
 * BG/NBD: how often customers without a contract buy, and whether they still do (Fader, Hardie & Lee 2005, "Counting
 * Your Customers" the Easy Way, Marketing Science 24). While alive a customer buys at a rate λ ~ gamma(r, α); after
 * each purchase they leave with probability p ~ beta(a, b). Times are in one unit, here weeks.
 */
import { digamma, hypergeometric, lnBeta, lnGamma } from '../../kernel/special-functions.js';
import { minimise, type Objective } from './minimise.js';

/** One customer's history, or `customers` of them who share it. */
export interface History {
  /** Purchases after the first. */
  readonly repeats: number;
  /** Time from the first purchase to the last; 0 without repeats. */
  readonly recency: number;
  /** Time from the first purchase to the end of observation. */
  readonly age: number;
  readonly customers?: number;
}

export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

export interface BgNbdFit extends BgNbd {
  readonly logLikelihood: number;
  readonly customers: number;
  readonly converged: boolean;
}

/**
 * Maximum likelihood from a start of all ones; the gradient is analytic. NaN parameters never leave: `converged` is
 * false then.
 */
export function fitBgNbd(histories: readonly History[]): BgNbdFit {
  const grouped = groupHistories(histories);
  const found = minimise(bgNbdObjective(grouped), [0, 0, 0, 0]);
  const customers = grouped.reduce((sum, { customers = 1 }) => sum + customers, 0);
  return { ...ofLogs(found.point), logLikelihood: -found.value * customers, customers, converged: found.converged };
}

/** The parameters from their logarithms, in the order r, α, a, b. */
export function ofLogs(logs: readonly number[]): BgNbd {
  const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
  return { r, alpha, a, b };
}

/** Minus the mean log-likelihood and its gradient, over the logarithms of r, α, a, b. */
export function bgNbdObjective(histories: readonly History[]): Objective {
  const total = histories.reduce((sum, { customers = 1 }) => sum + customers, 0);
  const most = histories.reduce((max, { repeats }) => Math.max(max, repeats), 0);
  return (logs) => {
    const model = ofLogs(logs);
    const byRepeats = Array.from({ length: most + 1 }, (_, repeats) => sharedTerms(model, repeats));
    const scale = [model.r, model.alpha, model.a, model.b];
    const sums = [0, 0, 0, 0];
    let value = 0;
    for (const history of histories) value += addLikelihood(model, history, byRepeats[history.repeats]!, sums);
    return { value: -value / total, gradient: sums.map((sum, at) => (-sum * scale[at]!) / total) };
  };
}

/**
 * What the likelihood takes from the number of repeats alone: ln A1·A2 of the paper's formula 6, and its derivatives by
 * r, a, b.
 */
interface SharedTerms {
  readonly ln: number;
  readonly r: number;
  readonly a: number;
  readonly b: number;
}

function sharedTerms({ r, alpha, a, b }: BgNbd, x: number): SharedTerms {
  const psi = digamma(a + b) - digamma(a + b + x);
  return {
    ln: lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + lnBeta(a, b + x) - lnBeta(a, b),
    r: digamma(r + x) - digamma(r) + Math.log(alpha),
    a: psi,
    b: psi + digamma(b + x) - digamma(b),
  };
}

/**
 * Log-likelihood of the customers with one history (formula 6 as A1·A2·(A3 + A4)); adds its derivatives by r, α, a, b
 * to `sums`.
 */
function addLikelihood(
  { r, alpha, a, b }: BgNbd,
  { repeats: x, recency, age, customers = 1 }: History,
  shared: SharedTerms,
  sums: number[],
): number {
  const lnAge = Math.log(alpha + age);
  const lnLast = Math.log(alpha + recency);
  // odds of having left at the last purchase; who never came back cannot have
  const odds = x > 0 ? (a / (b + x - 1)) * Math.exp((r + x) * (lnAge - lnLast)) : 0;
  const gone = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  sums[0]! += customers * (shared.r - (1 - gone) * lnAge - gone * lnLast);
  sums[1]! += customers * (r / alpha - (r + x) * ((1 - gone) / (alpha + age) + gone / (alpha + recency)));
  sums[2]! += customers * (shared.a + gone / a);
  sums[3]! += customers * (shared.b - (x > 0 ? gone / (b + x - 1) : 0));
  return customers * (shared.ln - (r + x) * lnAge + Math.log1p(odds));
}

/**
 * Probability that the customer still buys (formula 11 of the note "Computing P(alive) Using the BG/NBD Model", Hardie
 * 2008); 0..1.
 */
export function pAlive({ r, alpha, a, b }: BgNbd, { repeats: x, recency, age }: History): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
}

/** Expected purchases of a new customer in `time` after the first (formula 9 of the paper). */
export function expectedOfNew({ r, alpha, a, b }: BgNbd, time: number): number {
  const z = time / (alpha + time);
  return ((a + b - 1) / (a - 1)) * (1 - (alpha / (alpha + time)) ** r * hypergeometric(r, b, a + b - 1, z));
}

/** Expected purchases of this customer in the `time` to come (formula 10 of the paper). */
export function expectedPurchases(model: BgNbd, history: History, time: number): number {
  const { r, alpha, a, b } = model;
  const { repeats: x, age } = history;
  const z = time / (alpha + age + time);
  const stay = ((alpha + age) / (alpha + age + time)) ** (r + x) * hypergeometric(r + x, b + x, a + b + x - 1, z);
  return ((a + b + x - 1) / (a - 1)) * (1 - stay) * pAlive(model, history);
}

/** Histories that are alike as one with their number: a shop has far fewer different ones than customers. */
export function groupHistories(histories: readonly History[]): History[] {
  const groups = new Map<string, { repeats: number; recency: number; age: number; customers: number }>();
  for (const { repeats, recency, age, customers = 1 } of histories) {
    const key = `${repeats}|${recency}|${age}`;
    const group = groups.get(key);
    if (group) group.customers += customers;
    else groups.set(key, { repeats, recency, age, customers });
  }
  return [...groups.values()];
}
