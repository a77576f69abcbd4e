/** Recency, frequency, monetary value: each graded 1..5 by quintile within the scored population. */

export type Grade = 1 | 2 | 3 | 4 | 5;
export type Grades = readonly [recency: Grade, frequency: Grade, monetary: Grade];

/** What is known of a customer within the window. All whole numbers, so that a value on a cut is seen exactly. */
export interface RfmInput {
  readonly customerId: string;
  /** Whole days from the last purchase to the date of scoring; fewer is better. */
  readonly recencyDays: number;
  /** Purchases: orders that were not refunded and are not negative. */
  readonly orders: number;
  /** Spend in the window, minor units of one currency; negative orders lower it. */
  readonly spendMinor: number;
}

/** Shares of the three grades in the level: whole numbers from 0, not all 0, so that a half is a half. */
export interface RfmWeights {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}
export const EQUAL_WEIGHTS: RfmWeights = { recency: 1, frequency: 1, monetary: 1 };

/**
 * `type7`: quintiles by Hyndman & Fan (1996) type 7, a value on a cut takes the lower bin. `rpackage`: the R package
 * rfm's way, which puts x into a bin while x < cut + 1 in the data's own unit (a day, an order, a major unit of money).
 */
export type RfmMethod = 'type7' | 'rpackage';

/** The four quintile cuts times five, which makes them whole numbers: x lies above a cut exactly when 5x > cut. */
export type Cuts = readonly number[];
export interface RfmCuts {
  readonly recency: Cuts;
  readonly frequency: Cuts;
  readonly monetary: Cuts;
}

/** Quintile cuts of whole numbers in fifths, by interpolation of order statistics (type 7). Empty in, empty out. */
export function quintileCuts(values: readonly number[]): Cuts {
  if (values.length === 0) return [];
  const sorted = Float64Array.from(values).sort();
  return [1, 2, 3, 4].map((fifth) => {
    const position = (sorted.length - 1) * fifth;
    const share = position % 5;
    return (5 - share) * sorted[Math.floor(position / 5)]! + share * sorted[Math.ceil(position / 5)]!;
  });
}

/** The cuts as the method wants them. `moneyUnit`: minor units in one major unit of the currency. */
export function cutsFor(method: RfmMethod, cuts: RfmCuts, moneyUnit: number): RfmCuts {
  if (method === 'type7') return cuts;
  // x ≥ cut + unit, in fifths and whole numbers: 5x > cut + 5 unit − 1
  const shift = (list: Cuts, unit: number) => list.map((cut) => cut + 5 * unit - 1);
  return {
    recency: shift(cuts.recency, 1),
    frequency: shift(cuts.frequency, 1),
    monetary: shift(cuts.monetary, moneyUnit),
  };
}

/** 1..5: one more than the number of cuts the value lies above. */
export function gradeOf(value: number, cuts: Cuts): Grade {
  return (1 + cuts.filter((cut) => 5 * value > cut).length) as Grade;
}

/** Weighted mean of the grades, rounded to the nearest level, a half upwards. */
export function levelOf([recency, frequency, monetary]: Grades, weights: RfmWeights): Grade {
  const total = weights.recency + weights.frequency + weights.monetary;
  const sum = weights.recency * recency + weights.frequency * frequency + weights.monetary * monetary;
  return Math.floor((2 * sum + total) / (2 * total)) as Grade;
}

const GRADES: readonly Grade[] = [1, 2, 3, 4, 5];

/** Every combination of grades, at 25 (R − 1) + 5 (F − 1) + M − 1: what the database looks segment and level up in. */
export const GRADE_TABLE: readonly Grades[] = GRADES.flatMap((r) =>
  GRADES.flatMap((f) => GRADES.map((m): Grades => [r, f, m])),
);
