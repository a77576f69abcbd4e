import { z } from 'zod';
import { publishedAs } from '../../scores/index.js';

/** What describes a person and an outsider may know: the columns that are generalised. */
export const QUASI_IDENTIFIERS = ['ageBand', 'city', 'region', 'gender', 'tier', 'joinedAt'] as const;
export type QuasiIdentifier = (typeof QUASI_IDENTIFIERS)[number];

/** What nobody should learn about a person: published as it is, within a class of k or more. */
export const SENSITIVE_COLUMNS = [...publishedAs('sensitive'), 'tier', 'spendBand'] as const;

/** What counts and histograms are made by, and people chosen by. */
export const COUNTED_COLUMNS = [
  ...(['ageBand', 'city', 'region', 'gender', 'tier', 'joinedYear'] as const),
  ...publishedAs('counted'),
] as const;
export type CountedColumn = (typeof COUNTED_COLUMNS)[number];

/** The purposes whose consent lets a person into a publication. */
export const PUBLISH_PURPOSES = ['research', 'sharing'] as const;
export const purposeInput = z
  .enum(PUBLISH_PURPOSES)
  .nullish()
  .transform((given) => given ?? 'research');

/** How a missing value is published. */
export const UNKNOWN = '(unknown)';
/** How a value is published of which nothing is told. */
export const ANYTHING = '*';

/** From which spending a band begins, in minor units: under 100, 100 to 500, 500 to 2,000, 2,000 and more. */
export const SPEND_CUTS = [10_000, 50_000, 200_000] as const;

/** The name of the band with so many cuts at or below the spending. */
export function spendBandName(band: number, cuts: readonly number[] = SPEND_CUTS): string {
  const from = cuts[band - 1];
  const to = cuts[band];
  if (from === undefined) return `under ${to}`;
  return to === undefined ? `${from} and more` : `${from} to ${to - 1}`;
}
