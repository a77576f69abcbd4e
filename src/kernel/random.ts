import { randomUUID } from 'node:crypto';

/** Randomness as a value: seeded for rules that must replay, the system's own for ids. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A fresh id, unguessable with the system's source, repeatable with a seeded one. */
  id(): string;
}

export const systemRandom: Random = { next: Math.random, id: randomUUID };

/** A fresh id of ten characters: short enough to stay inside a node's record. */
export function shortId(random: Random): string {
  return random.id().replaceAll('-', '').slice(0, 10);
}

/**
 * Mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state, period 2^32, the same sequence on every machine.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const hex = () =>
    Math.floor(next() * 0x100000000)
      .toString(16)
      .padStart(8, '0');
  return { next, id: () => `${hex()}${hex()}` };
}

/** One draw of the standard normal distribution (Box & Muller 1958). */
export function standardNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
