import {
  cutsFor,
  EQUAL_WEIGHTS,
  type Grade,
  type Grades,
  gradeOf,
  levelOf,
  quintileCuts,
  type RfmCuts,
  type RfmInput,
  type RfmMethod,
  type RfmWeights,
} from '../../../src/value/rfm/rfm.js';
import { type SegmentSet, segmentOf } from '../../../src/value/rfm/segment-sets.js';

export interface RfmScore {
  readonly customerId: string;
  readonly recency: Grade;
  readonly frequency: Grade;
  readonly monetary: Grade;
  /** 1..5, the weighted mean of the three grades. */
  readonly level: Grade;
  /** Id of the segment, `rfm:champions` and so on. */
  readonly segment: string;
}

/**
 * Grades every customer against the others by the rules alone: what the database's grades are compared with. Empty in,
 * empty out.
 */
export function scoreRfm(
  customers: readonly RfmInput[],
  {
    method = 'type7',
    weights = EQUAL_WEIGHTS,
    moneyUnit = 100,
    segments = 'grid',
  }: { method?: RfmMethod; weights?: RfmWeights; moneyUnit?: number; segments?: SegmentSet } = {},
): RfmScore[] {
  const plain: RfmCuts = {
    recency: quintileCuts(customers.map((c) => c.recencyDays)),
    frequency: quintileCuts(customers.map((c) => c.orders)),
    monetary: quintileCuts(customers.map((c) => c.spendMinor)),
  };
  const cuts = cutsFor(method, plain, moneyUnit);
  return customers.map((c) => {
    const recency = (6 - gradeOf(c.recencyDays, cuts.recency)) as Grade; // a recent order is a small number
    const grades: Grades = [recency, gradeOf(c.orders, cuts.frequency), gradeOf(c.spendMinor, cuts.monetary)];
    return {
      customerId: c.customerId,
      recency,
      frequency: grades[1],
      monetary: grades[2],
      level: levelOf(grades, weights),
      segment: segmentOf(grades, segments),
    };
  });
}
