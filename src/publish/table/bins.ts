import { AppError } from '../../kernel/error.js';
import { knownSegments } from '../../value/index.js';
import { ANYTHING, type CountedColumn, UNKNOWN } from './columns.js';

/** A number of an answer by its name. */
export interface Bin {
  readonly bin: string;
  readonly value: number;
}

export const OTHERS = '(others)';

/** The values a column can have by itself: none of them is learnt from the data, so an empty bin tells nothing. */
const KNOWN: Partial<Record<CountedColumn, readonly string[]>> = {
  ageBand: ['18-24', '25-34', '35-44', '45-54', '55-64', '65+'],
  gender: ['female', 'male'],
  tier: ['BRONZE', 'SILVER', 'GOLD', 'JADE'],
};

/**
 * The bins of a histogram by a column: as stated, or the column's own. Throws INPUT when a column has none of its own.
 */
export function binsOf(column: CountedColumn, stated: readonly string[] | undefined): string[] {
  const bins = stated ?? (column === 'rfmSegment' ? knownSegments() : KNOWN[column]);
  if (!bins)
    throw new AppError(
      'INPUT',
      `publishStatistic: bins of ${column} are not stated`,
      'name them: bins read off the data would tell who is in it',
    );
  return [...new Set([...bins, OTHERS])];
}

/** Counts put into the bins; what fits none goes to the others. */
export function histogram(bins: readonly string[], counts: readonly { value: string | null; people: number }[]): Bin[] {
  const sums = new Map(bins.map((bin) => [bin, 0]));
  for (const { value, people } of counts) {
    const bin = sums.has(value ?? UNKNOWN) ? (value ?? UNKNOWN) : OTHERS;
    sums.set(bin, sums.get(bin)! + people);
  }
  return [...sums].map(([bin, value]) => ({ bin, value }));
}

/** How many people have each degree from 0 to `most`, and how many more. */
export function degreeBins(most: number, counts: readonly { degree: number; people: number }[]): Bin[] {
  const values = new Array<number>(most + 2).fill(0);
  for (const { degree, people } of counts) values[Math.min(degree, most + 1)]! += people;
  return values.map((value, degree) => ({ bin: degree > most ? `more than ${most}` : String(degree), value }));
}

/** Bands of community sizes: 1-4, 5-9, 10-19, 20-49, 50-99, 100-199, …; stated, so that they tell nothing. */
const SIZES = [1, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000] as const;

/** The band of a size of 1 or more. */
export function sizeBand(size: number): string {
  const at = SIZES.findLastIndex((from) => size >= from);
  if (at < 0) return ANYTHING;
  const next = SIZES[at + 1];
  return next === undefined ? `${SIZES[at]} or more` : `${SIZES[at]}-${next - 1}`;
}

/** How many communities are in each band of sizes. */
export function sizeBins(counts: readonly { size: number; communities: number }[]): Bin[] {
  const values = new Map(SIZES.map((from) => [sizeBand(from), 0]));
  for (const { size, communities } of counts) values.set(sizeBand(size), values.get(sizeBand(size))! + communities);
  return [...values].map(([bin, value]) => ({ bin, value }));
}
