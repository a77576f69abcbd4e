/**
 * How sure a fit is: the Laplace approximation around the maximum of the likelihood (normal in the logarithms of the
 * parameters).
 */
import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';
import { type Random, standardNormal } from '../../kernel/random.js';
import { hessianOf, type Objective } from './minimise.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Normal quantile of a two-sided 95 % interval. */
const Z95 = 1.959_963_984_540_054;

/**
 * Covariance of the parameters' logarithms; null where the likelihood is flat in some direction, so that the data
 * cannot tell.
 */
export function covarianceOf(of: Objective, logs: readonly number[], customers: number): number[][] | null {
  const hessian = new Matrix(hessianOf(of, logs)).mul(customers);
  const positive = new CholeskyDecomposition(hessian).isPositiveDefinite();
  if (!positive) return null;
  const covariance = inverse(hessian);
  return covariance.add(covariance.transpose()).div(2).to2DArray(); // symmetric to the last digit
}

/** Ends of an interval further apart than by this factor say nothing. */
const WIDEST = 1_000;

/** 95 % interval of each parameter, from the logarithms and their covariance; null where the data cannot tell. */
export function parameterIntervals(
  logs: readonly number[],
  covariance: readonly (readonly number[])[],
): (Interval | null)[] {
  return logs.map((log, at) => {
    const spread = Z95 * Math.sqrt(covariance[at]![at]!);
    if (!(2 * spread <= Math.log(WIDEST))) return null;
    return { low: Math.exp(log - spread), high: Math.exp(log + spread) };
  });
}

/** Draws of the logarithms from the approximation, for intervals of what follows from them. */
export function drawLogs(
  logs: readonly number[],
  covariance: readonly (readonly number[])[],
  { random, draws }: { readonly random: Random; readonly draws: number },
): number[][] {
  const lower = new CholeskyDecomposition(new Matrix(covariance.map((row) => [...row]))).lowerTriangularMatrix;
  return Array.from({ length: draws }, () => {
    const noise = logs.map(() => standardNormal(random));
    return logs.map((log, i) => log + noise.reduce((sum, z, j) => sum + lower.get(i, j) * z, 0));
  });
}

/** The middle 95 % of values (order statistics by linear interpolation, type 7). */
export function middle95(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const position = (sorted.length - 1) * share;
    const below = Math.floor(position);
    return sorted[below]! + (position - below) * (sorted[Math.ceil(position)]! - sorted[below]!);
  };
  return { low: at(0.025), high: at(0.975) };
}
