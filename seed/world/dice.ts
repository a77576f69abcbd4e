import { type Random, seededRandom } from '../../src/kernel/random.js';

/**
 * What a stream of chance is for. Each customer has one stream per purpose, so that adding a draw in one place moves
 * nothing elsewhere.
 */
export const PURPOSE = {
  size: 1,
  member: 2,
  joined: 3,
  plan: 4,
  person: 5,
  ties: 6,
  orders: 7,
  consents: 8,
  posts: 9,
  reactions: 10,
  events: 11,
  records: 12,
  campaigns: 13,
  block: 14,
  interests: 15,
  experiment: 16,
  receipts: 17,
  invitations: 18,
} as const;

/** The stream of chance for `index` (customer or community) and `purpose`, the same whatever was drawn before. */
export function stream(seed: number, purpose: number, index: number): Random {
  return seededRandom(mix(mix(seed ^ 0x9e3779b9) + mix(Math.imul(purpose, 0x85ebca6b) ^ mix(index))));
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): neighbours in, strangers out. */
function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Whole number in [low, high], both ends possible. */
export function int(random: Random, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1));
}

/** Number in [low, high). */
export function between(random: Random, low: number, high: number): number {
  return low + random.next() * (high - low);
}

export function chance(random: Random, probability: number): boolean {
  return random.next() < probability;
}

/** One of `list`, which must not be empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random.next() * list.length)] as T;
}

/** Up to `count` different ones of `list`, in random order. */
export function sample<T>(random: Random, list: readonly T[], count: number): T[] {
  const rest = [...list];
  const taken = Math.min(count, rest.length);
  for (let i = 0; i < taken; i++) {
    const j = int(random, i, rest.length - 1);
    [rest[i], rest[j]] = [rest[j] as T, rest[i] as T];
  }
  return rest.slice(0, taken);
}

/** Index into `cumulative` (ascending, last = total) in proportion to its steps. */
export function pickIndex(random: Random, cumulative: ArrayLike<number>): number {
  const at = random.next() * (cumulative[cumulative.length - 1] as number);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Running sums of `weights`. */
export function cumulate(weights: readonly number[]): Float64Array {
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight));
}

/** Standard normal draw (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** Poisson draw: by Knuth's product below 30, by the rounded normal above. */
export function poisson(random: Random, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}

/** `value` rounded to `digits` decimals. */
export function round(value: number, digits: number): number {
  const unit = 10 ** digits;
  return Math.round(value * unit) / unit;
}
