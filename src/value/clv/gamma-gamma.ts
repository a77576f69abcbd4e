/**
 * Gamma-Gamma: what a purchase is worth (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value"). A customer's
 * purchases are gamma(p, ν) with ν ~ gamma(q, γ); only customers with repeats tell of it, and spend must not go with
 * frequency.
 */
import { digamma, lnGamma } from '../../kernel/special-functions.js';
import { minimise, type Objective } from './minimise.js';

export interface Spender {
  /** Purchases that the mean is over, 1 or more. */
  readonly purchases: number;
  /** Their mean value, above 0. */
  readonly mean: number;
}

export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  /** γ of the paper. */
  readonly v: number;
}

export interface GammaGammaFit extends GammaGamma {
  readonly logLikelihood: number;
  readonly customers: number;
  readonly converged: boolean;
}

/**
 * Maximum likelihood; `spenders` are those with a repeat and a mean above 0. Values are scaled by their mean meanwhile.
 */
export function fitGammaGamma(spenders: readonly Spender[]): GammaGammaFit {
  const scale = spenders.reduce((sum, { mean }) => sum + mean, 0) / spenders.length;
  const scaled = spenders.map(({ purchases, mean }) => ({ purchases, mean: mean / scale }));
  const found = minimise(gammaGammaObjective(scaled), [Math.log(2), Math.log(2), 0]);
  const { p, q, v } = spendOfLogs(found.point);
  const logLikelihood = -found.value * spenders.length - spenders.length * Math.log(scale);
  return { p, q, v: v * scale, logLikelihood, customers: spenders.length, converged: found.converged };
}

/** The logarithms of the parameters, in the order p, q, γ. */
export function spendLogs({ p, q, v }: GammaGamma): number[] {
  return [p, q, v].map(Math.log);
}

/** The parameters from their logarithms. */
export function spendOfLogs(logs: readonly number[]): GammaGamma {
  const [p, q, v] = logs.map(Math.exp) as [number, number, number];
  return { p, q, v };
}

/** Minus the mean log-likelihood (formula 1a of the paper) and its gradient, over the logarithms of p, q, γ. */
export function gammaGammaObjective(spenders: readonly Spender[]): Objective {
  return (logs) => {
    const { p, q, v } = spendOfLogs(logs);
    const sums = [0, 0, 0];
    let value = 0;
    for (const { purchases: x, mean: m } of spenders) {
      const px = p * x;
      const all = Math.log(v + x * m);
      value += lnGamma(px + q) - lnGamma(px) - lnGamma(q) + q * Math.log(v) + (px - 1) * Math.log(m);
      value += px * Math.log(x) - (px + q) * all;
      const psi = digamma(px + q);
      sums[0]! += x * (psi - digamma(px) + Math.log(m) + Math.log(x) - all);
      sums[1]! += psi - digamma(q) + Math.log(v) - all;
      sums[2]! += q / v - (px + q) / (v + x * m);
    }
    const n = spenders.length;
    return { value: -value / n, gradient: [p, q, v].map((by, at) => (-by * sums[at]!) / n) };
  };
}

/**
 * Expected value of a purchase of this customer (formula 5); of one without repeats the population's mean. NaN where q
 * is 1 or less.
 */
export function expectedValue({ p, q, v }: GammaGamma, spender: Spender | null): number {
  if (q <= 1) return Number.NaN; // the mean of the population is not finite
  if (spender === null) return (p * v) / (q - 1);
  return (p * (v + spender.purchases * spender.mean)) / (p * spender.purchases + q - 1);
}
