import type { Moments } from './means.js';
import { QUANTITIES, type Quantity } from './metrics.js';

/**
 * Sums over units (people, or communities that drew as a whole) of what was measured of each, and of the products of
 * each two of it: all that means, variances, ratios and CUPED need, so that nobody is held in memory.
 */
export interface Sums {
  units: number;
  readonly sum: Float64Array;
  /** By row and column, symmetric. What no metric needs of people is not summed: NaN. */
  readonly product: Float64Array;
}

/** One number of each unit: a quantity, or several of them weighed. */
export type Form = readonly (readonly [Quantity, number])[];

const SIZE = QUANTITIES.length;
const placeOf = Object.fromEntries(QUANTITIES.map((name, at) => [name, at])) as Record<Quantity, number>;

export function noSums(): Sums {
  return { units: 0, sum: new Float64Array(SIZE), product: new Float64Array(SIZE * SIZE) };
}

/** Adds the sums of other units. */
export function addSums(to: Sums, other: Sums): void {
  to.units += other.units;
  addValues(to.sum, other.sum);
  addValues(to.product, other.product);
}

/** Adds to each value the one in its place. */
export function addValues(to: Float64Array, other: Float64Array): void {
  for (let at = 0; at < to.length; at += 1) to[at]! += other[at]!;
}

/** Adds one unit with its values, in the order of the quantities. */
export function addUnit(to: Sums, values: ArrayLike<number>): void {
  to.units += 1;
  for (let row = 0; row < SIZE; row += 1) {
    to.sum[row]! += values[row]!;
    for (let column = 0; column < SIZE; column += 1) to.product[row * SIZE + column]! += values[row]! * values[column]!;
  }
}

/** What is summed of people beside the quantities: products of two of them that are not 0 or 1. */
export type Products = Readonly<
  Record<'orders2' | 'spend2' | 'ordersSpend' | 'ordersBefore2' | 'spendBefore2' | 'ordersBoth' | 'spendBoth', number>
>;

/** The sums of people from those of a group of them. */
export function sumsOfPeople(sum: Readonly<Record<Quantity, number>>, products: Products): Sums {
  const found = { units: sum.people, sum: Float64Array.from(QUANTITIES, (name) => sum[name]), product: unknown() };
  const set = (a: Quantity, b: Quantity, value: number) => {
    found.product[placeOf[a] * SIZE + placeOf[b]] = value;
    found.product[placeOf[b] * SIZE + placeOf[a]] = value;
  };
  for (const name of QUANTITIES) set('people', name, sum[name]);
  for (const name of ['converted', 'refunded', 'withdrew'] as const) set(name, name, sum[name]);
  set('orders', 'orders', products.orders2);
  set('spendMinor', 'spendMinor', products.spend2);
  set('orders', 'spendMinor', products.ordersSpend);
  set('ordersBefore', 'ordersBefore', products.ordersBefore2);
  set('spendBeforeMinor', 'spendBeforeMinor', products.spendBefore2);
  set('orders', 'ordersBefore', products.ordersBoth);
  set('spendMinor', 'spendBeforeMinor', products.spendBoth);
  return found;
}

const unknown = () => new Float64Array(SIZE * SIZE).fill(Number.NaN);

/** Sum of a form over all units. */
export function totalOf({ sum }: Sums, form: Form): number {
  return form.reduce((total, [name, weight]) => total + weight * sum[placeOf[name]]!, 0);
}

/** Sum of the products of two forms over all units. */
export function productOf({ product }: Sums, a: Form, b: Form): number {
  const of = (one: Quantity, other: Quantity) => product[placeOf[one] * SIZE + placeOf[other]]!;
  return a.reduce((all, [x, v]) => all + b.reduce((some, [y, w]) => some + v * w * of(x, y), 0), 0);
}

/**
 * Mean and variance of a ratio of two sums over units, by the delta method (Deng, Knoblich & Lu 2018). Divided by
 * `people` and with people as units it is mean and variance of people; with communities as units its error is that of
 * communities, what cluster-robust errors are to a difference of means.
 */
export function momentsOf(sums: Sums, above: Form, below: Form): Moments {
  const { units } = sums;
  const covariance = (a: Form, b: Form) =>
    (productOf(sums, a, b) - (totalOf(sums, a) * totalOf(sums, b)) / units) / (units - 1);
  const mean = totalOf(sums, above) / totalOf(sums, below);
  const spread = covariance(above, above) - 2 * mean * covariance(above, below) + mean ** 2 * covariance(below, below);
  return { people: units, mean, variance: Math.max(0, spread) / (totalOf(sums, below) / units) ** 2 };
}
