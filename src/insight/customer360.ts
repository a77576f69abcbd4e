import { DAY_MS } from '../kernel/clock.js';

/** One customer on one page: what was worked out apart from what the customer did or said. */

type Fields = Readonly<Record<string, unknown>>;

/** What the two statements return of a customer. */
export interface Known {
  readonly customerId: string;
  readonly person: Fields;
  readonly profiled: boolean;
  readonly doNotContact: boolean;
  /** By the registry of scores: of the last analysis run, and of the last RFM run. */
  readonly scores: Fields | null;
  readonly grades: Fields | null;
  /** Of the last fit of CLV and the last run of the lifecycle. */
  readonly worth: Fields | null;
  readonly run: Fields | null;
  readonly community: Fields | null;
  readonly segments: readonly Fields[];
  readonly closestTies: readonly Fields[];
  readonly companies: readonly Fields[];
  readonly interests: readonly Fields[];
}

export interface Activity {
  readonly recentOrders: readonly Fields[];
  readonly posts: readonly Fields[];
  readonly consents: readonly Fields[];
  readonly touches: readonly Fields[];
}

export const WITHHELD = 'no consent to profiling: scores, community, segments and ties are not worked out';

/** The page of a customer as of `now`. Scores carry their run and its age in whole days. */
export function pageOf(known: Known, activity: Activity, now: Date) {
  const { person, scores, grades, worth, run, ...rest } = known;
  const { orders, spendMinor, currency, firstOrderAt, lastOrderAt, ...who } = person;
  return {
    ...who,
    ...rest,
    ...activity,
    withheld: known.profiled ? null : WITHHELD,
    totals: { orders: orders ?? 0, spendMinor: spendMinor ?? 0, currency: currency ?? null, firstOrderAt, lastOrderAt },
    rfm: grades && rfmOf(grades),
    worth: worth && (Object.values(worth).some((value) => value != null) ? worth : null),
    scores: scores && scoresOf(scores, run, now),
  };
}

export type Customer360 = ReturnType<typeof pageOf>;

function rfmOf(grades: Fields) {
  if (grades.rfmLevel == null) return null;
  const { recency, frequency, monetary, rfmLevel, rfmSegment, rfmDays, rfmOrders, rfmSpendMinor, rfmScoredAt } = grades;
  return {
    recency,
    frequency,
    monetary,
    level: rfmLevel,
    segment: rfmSegment,
    daysSince: rfmDays,
    orders: rfmOrders,
    spendMinor: rfmSpendMinor,
    scoredAt: rfmScoredAt,
  };
}

function scoresOf(scores: Fields, run: Fields | null, now: Date) {
  if (scores.influence == null || run === null) return null;
  const scoredAt = (run.finishedAt as Date | null | undefined) ?? null;
  const ageDays = scoredAt && Math.floor((now.getTime() - scoredAt.getTime()) / DAY_MS);
  return { runId: run.id, scoredAt, ageDays, ...scores };
}
