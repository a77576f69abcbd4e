import type { BgNbd, History } from '../../src/value/clv/bg-nbd.js';

/**
 * One customer who buys at a rate of gamma(r, alpha) and leaves after each purchase with a probability of beta(a, b).
 */
export function simulated({ r, alpha, a, b }: BgNbd, age: number, next: () => number): History {
  const rate = gamma(r, next) / alpha;
  const [x, y] = [gamma(a, next), gamma(b, next)];
  const leaves = x / (x + y);
  let recency = 0;
  for (let repeats = 0; ; repeats += 1) {
    if (repeats > 0 && next() < leaves) return { repeats, recency, age };
    const at = recency - Math.log(1 - next()) / rate;
    if (at > age) return { repeats, recency, age };
    recency = at;
  }
}

/** Marsaglia & Tsang (2000); a shape below 1 by the power of a uniform. */
function gamma(shape: number, next: () => number): number {
  if (shape < 1) return gamma(shape + 1, next) * next() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - next()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
