/**
 * The lay of the world: how many communities, how large, and who stands where, by arithmetic alone, so that a million
 * customers need no objects.
 */
import { makeSeason, type Season } from '../calendar.js';
import { PURPOSE, stream } from '../dice.js';
import type { WorldOptions } from '../options.js';

export interface Layout {
  seed: number;
  customers: number;
  season: Season;
  communities: number;
  /** Where each community starts; one more entry for the end. */
  starts: Int32Array;
  leaders: number;
  bridges: number;
  marginals: number;
  duplicates: number;
  rings: number;
  ringSize: number;
  stride: number;
}

/** Positions within a community: [leader][bridge][members …][duplicates][ring][marginals]. */
export interface Shape {
  start: number;
  size: number;
  leaders: number;
  bridges: number;
  members: number;
  duplicates: number;
  ring: number;
  marginals: number;
}

/** Sizes the world: about one community per 80 customers, a leader and a bridge per 100, a marginal per 40. */
export function makeLayout(options: Pick<WorldOptions, 'seed' | 'customers' | 'until'>): Layout {
  const { seed, customers } = options;
  const communities = Math.max(3, Math.round(customers / 80));
  const tenth = Math.max(1, Math.round(customers / 100));
  const leaders = Math.min(communities, tenth);
  return {
    seed,
    customers,
    season: makeSeason(options.until),
    communities,
    starts: startsOf(seed, customers, communities, leaders),
    leaders,
    bridges: leaders,
    marginals: Math.max(2, Math.round(customers / 40)),
    duplicates: Math.max(1, Math.round(customers / 50)),
    rings: Math.max(1, Math.round(customers / 40_000)),
    ringSize: Math.min(10, Math.max(3, Math.round(customers / 200))),
    stride: coprime(customers),
  };
}

/** Who stands in community `c`. */
export function shapeOf(layout: Layout, c: number): Shape {
  const start = layout.starts[c] as number;
  const size = (layout.starts[c + 1] as number) - start;
  const leaders = share(layout.leaders, layout.communities, c);
  const bridges = share(layout.bridges, layout.communities, layout.communities - 1 - c);
  const duplicates = share(layout.duplicates, layout.communities, c);
  const ring = ringOf(layout, c) < 0 ? 0 : layout.ringSize;
  const marginals = share(layout.marginals, layout.communities, c);
  const members = size - leaders - bridges - duplicates - ring - marginals;
  return { start, size, leaders, bridges, members, duplicates, ring, marginals };
}

/** Number of the fraud ring that sits in community `c`, −1 when none does. */
export function ringOf(layout: Layout, c: number): number {
  const near = Math.floor((c * layout.rings) / layout.communities);
  for (const ring of [near - 1, near, near + 1]) {
    const home = Math.floor(((ring + 0.5) * layout.communities) / layout.rings);
    if (ring >= 0 && ring < layout.rings && home === c) return ring;
  }
  return -1;
}

/** Id of the customer at `index`: a fixed permutation, so that neither order nor number tells the community. */
export function customerId(layout: Layout, index: number): string {
  return `C${String(numberOf(layout, index) + 1).padStart(7, '0')}`;
}

/** Position of `index` in the order of ids, 0-based. */
export function numberOf(layout: Layout, index: number): number {
  return (index * layout.stride + 7) % layout.customers;
}

/** Indexes [from, to) of the ordinary members of community `c`, the ones strangers may know. */
export function memberRange(layout: Layout, c: number): { from: number; to: number } {
  const shape = shapeOf(layout, c);
  const from = shape.start + shape.leaders + shape.bridges;
  return { from, to: from + shape.members };
}

export function communityId(c: number): string {
  return `K${String(c + 1).padStart(5, '0')}`;
}

/** How many of `total` fall into slot `c` of `slots` when spread evenly. */
function share(total: number, slots: number, c: number): number {
  return Math.floor(((c + 1) * total) / slots) - Math.floor((c * total) / slots);
}

/** Communities with a leader are larger, as in life: weights 64..112 against 36..60. */
function startsOf(seed: number, customers: number, communities: number, leaders: number): Int32Array {
  const sums = new Float64Array(communities + 1);
  for (let c = 0; c < communities; c++) {
    const u = stream(seed, PURPOSE.size, c).next();
    sums[c + 1] = (sums[c] as number) + (share(leaders, communities, c) > 0 ? 64 + 48 * u : 36 + 24 * u);
  }
  const total = sums[communities] as number;
  return Int32Array.from(sums, (sum) => Math.round((sum * customers) / total));
}

/** A number near 0.618 × n without a common factor with n, so that index × stride mod n visits all. */
function coprime(n: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.round(n * 0.6180339887));
  while (gcd(stride, n) !== 1) stride++;
  return stride;
}
