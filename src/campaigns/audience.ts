import { type ContactReason, type DecidedCustomer, REFUSALS, type Refusal, reasonText } from '../consent/index.js';

/** How many people of a segment are left out, by reason. */
export type LeftOutCounts = Readonly<Partial<Record<Refusal, number>>>;

export interface LeftOut {
  readonly reason: ContactReason;
  readonly count: number;
  readonly text: string;
  readonly textZh: string;
}

/** Each reason with its count, all of them even at 0, so that a reader sees what was looked at. */
export function leftOutOf(counts: LeftOutCounts): LeftOut[] {
  return REFUSALS.map((reason) => ({ reason, count: counts[reason] ?? 0, ...reasonText(reason) }));
}

/** How many of the decided may not be contacted, by reason. */
export function refusalsOf(decided: readonly DecidedCustomer[]): LeftOutCounts {
  const counts: Partial<Record<string, number>> = {};
  for (const { allowed, reason } of decided) if (!allowed) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** The counts of two sets of people together. */
export function together(a: LeftOutCounts, b: LeftOutCounts): LeftOutCounts {
  return Object.fromEntries(REFUSALS.map((reason) => [reason, (a[reason] ?? 0) + (b[reason] ?? 0)]));
}
