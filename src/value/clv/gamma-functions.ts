/** Functions of the gamma family for positive arguments, to about 12 digits. */

/** Coefficients B(2k) / (2k (2k − 1)) of Stirling's series (Abramowitz & Stegun 6.1.41). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];
/** Coefficients B(2k) / 2k of the series of digamma (Abramowitz & Stegun 6.3.18). */
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760];
/** From here on six terms of either series are exact enough; below it the argument is raised by recurrence. */
const LARGE = 12;

/** ln Γ(x) for x > 0. */
export function lnGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z += 1) shift += Math.log(z);
  const series = STIRLING.reduce((sum, b, k) => sum + b / z ** (2 * k + 1), 0);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** ψ(x) = d ln Γ(x) / dx for x > 0. */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z += 1) shift += 1 / z;
  const series = DIGAMMA.reduce((sum, b, k) => sum + b / z ** (2 * k + 2), 0);
  return Math.log(z) - 1 / (2 * z) - series - shift;
}

/** ln B(a, b) for a, b > 0. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

const MOST_TERMS = 100_000;

/** Gauss's hypergeometric function 2F1(a, b; c; z) for 0 <= z < 1 by its series; NaN where that does not settle. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < 1e-15 * Math.abs(sum)) return sum;
  }
  return Number.NaN;
}
