/** Functions of the gamma and beta family, and the distributions made of them, to about 12 digits. */

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

/** Regularised incomplete beta function I_x(a, b), 0 <= x <= 1, by Lentz's continued fraction (DLMF 8.17.22). */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b)) / a;
  return front / continuedFraction(a, b, x);
}

const TINY = 1e-300;
const CLOSE = 1e-15;

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 1_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const part of [even, odd]) {
      d = 1 / nonZero(1 + part * d);
      c = nonZero(1 + part / c);
      step = d * c;
      value *= step;
    }
    if (Math.abs(step - 1) < CLOSE) break;
  }
  return 1 / value;
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}

/**
 * Regularised upper incomplete gamma function Q(a, x), by its series below a + 1 and its continued fraction above (DLMF
 * 8.11, 8.9).
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; Math.abs(term) > CLOSE * Math.abs(sum); n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= 10_000; n += 1) {
    const part = -n * (n - a);
    b += 2;
    d = 1 / nonZero(part * d + b);
    c = nonZero(b + part / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return front * value;
}

/** P(Z > z) of the standard normal distribution. */
export function normalTail(z: number): number {
  const tail = upperGamma(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** The z with P(Z < z) = p, 0 < p < 1: bisection on the tail, so as exact as the tail is. */
export function normalQuantile(p: number): number {
  return rootOf((z) => 1 - normalTail(z) - p, 40);
}

/** P(T > t) of Student's distribution with `df` degrees of freedom. */
export function studentTail(t: number, df: number): number {
  const tail = incompleteBeta(df / 2, 0.5, df / (df + t * t)) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** The t with P(T < t) = p. */
export function studentQuantile(p: number, df: number): number {
  return rootOf((t) => 1 - studentTail(t, df) - p, 1e6);
}

/** P(X > x) of the chi-squared distribution. */
export function chiSquaredTail(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/** Where a rising function crosses 0 between −most and most. */
function rootOf(of: (x: number) => number, most: number): number {
  let [low, high] = [-most, most];
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); step += 1) {
    const middle = (low + high) / 2;
    if (of(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
