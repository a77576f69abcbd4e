import { type BitSource, uniformBelow } from './secure-bits.js';

/** A positive fraction of whole numbers: noise is drawn without any floating point. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * Noise on the whole numbers with P(x) in proportion to exp(−|x| / scale): the two-sided geometric of Ghosh,
 * Roughgarden, Sundararajan (2009), drawn exactly by algorithms 1 and 2 of Canonne, Kamath, Steinke (2020). Laplace
 * noise in floating point leaks by its lowest bits (Mironov 2012); here all is whole numbers, and one unit is the grid.
 */
export function discreteLaplace(bits: BitSource, { over: t, under: s }: Fraction): bigint {
  for (;;) {
    const rest = uniformBelow(bits, t);
    if (!exponentialCoin(bits, rest, t)) continue;
    let whole = 0n;
    while (exponentialCoin(bits, 1n, 1n)) whole++;
    const size = (rest + t * whole) / s;
    const negative = uniformBelow(bits, 2n) === 1n;
    if (negative && size === 0n) continue;
    return negative ? -size : size;
  }
}

/** True with probability exp(−over / under), for 0 ≤ over ≤ under (von Neumann's way, algorithm 1). */
function exponentialCoin(bits: BitSource, over: bigint, under: bigint): boolean {
  let tries = 1n;
  while (uniformBelow(bits, under * tries) < over) tries++;
  return tries % 2n === 1n;
}

/** The least h with P(|noise| > h) ≤ 5 %, for noise of that scale: 2 α^(h+1) / (1 + α), α = exp(−1 / scale). */
export function error95(scale: number): number {
  const alpha = Math.exp(-1 / scale);
  return Math.max(0, Math.ceil(Math.log((0.05 * (1 + alpha)) / 2) / Math.log(alpha) - 1));
}
