import { seededRandom } from '../../src/kernel/random.js';
import type { BitSource } from '../../src/publish/statistic/secure-bits.js';

/** Bytes that are the same on every run. */
export function seededBits(seed: number): BitSource {
  const { next } = seededRandom(seed);
  return { bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)) };
}
