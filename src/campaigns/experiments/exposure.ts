/**
 * Where people influence each other: who got what their neighbours got, and what of a variant spills over to those
 * without it.
 */
import { type ArmSums, type Contrast, type ContrastOptions, contrast } from './compare.js';
import type { MetricName } from './metrics.js';

/**
 * Parts of an arm: everybody; those of whose neighbours in the experiment enough have their variant (somebody without
 * neighbours sees nothing else); those who have neighbours with another variant than the control, and those without.
 */
export const PARTS = ['all', 'exposed', 'touched', 'alone'] as const;
export type ArmParts = Readonly<Record<(typeof PARTS)[number], ArmSums>>;

/** Those of whose neighbours enough have their variant: what the variant does where it is everywhere. */
export function exposedContrast(
  metric: MetricName,
  a: ArmParts,
  b: ArmParts,
  options: ContrastOptions,
): Contrast | null {
  return contrast(metric, a.exposed, b.exposed, options);
}

/**
 * What treated neighbours do to people of the control: those who have some against those who have none; null where
 * there are too few.
 */
export function spillOver(
  metric: MetricName,
  { alone, touched }: ArmParts,
  options: ContrastOptions,
): (Contrast & { readonly people: number }) | null {
  const found = contrast(metric, alone, touched, options);
  return found && { ...found, people: touched.persons.units };
}

/** How many people have a number of ties, and how many of those within their community. */
export interface TieCount {
  readonly degree: number;
  readonly inside: number;
  readonly people: number;
}

export interface DesignExposure {
  /** Share of people of whose neighbours at least q are expected to have their variant, 0..1. */
  readonly exposed: number;
  /** Share of ties that are expected to join two variants, 0..1. */
  readonly crossing: number;
}

/**
 * What to expect of a design before it starts: persons draw one by one, or communities as a whole, whose neighbours in
 * other communities draw for themselves. `alike` is the chance that two who draw apart get the same variant: the sum of
 * the squared shares.
 */
export function expectedExposure(
  counts: readonly TieCount[],
  { alike, q, byCommunity }: { readonly alike: number; readonly q: number; readonly byCommunity: boolean },
): DesignExposure {
  let [people, exposed, ties, crossing] = [0, 0, 0, 0];
  for (const one of counts) {
    const own = byCommunity ? one.inside : 0;
    const apart = one.degree - own;
    people += one.people;
    exposed += one.people * atLeast(Math.ceil(q * one.degree - 1e-9) - own, apart, alike);
    ties += one.people * one.degree;
    crossing += one.people * apart * (1 - alike);
  }
  return { exposed: people === 0 ? 1 : exposed / people, crossing: ties === 0 ? 0 : crossing / ties };
}

/** P(at least k of n), each with chance p. */
function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  let term = (1 - p) ** n;
  let below = 0;
  for (let i = 0; i < k; i += 1) {
    below += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.max(0, 1 - below);
}
