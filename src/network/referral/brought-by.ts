import { groupBy } from '../../kernel/group-by.js';
import { plural } from '../../kernel/plural.js';

/** One thing that speaks for `byId` having brought a new customer. */
export interface BroughtEvidence {
  readonly byId: string;
  readonly kind: string;
  /** Days before the first order; negative after it. */
  readonly days: number;
}

/** Someone who may have brought a customer. */
export interface Bringer {
  readonly byId: string;
  /** 0..1; over all who may have brought one customer the sum is at most 1. */
  readonly confidence: number;
  /** Whether a referral by them is on record. */
  readonly recorded: boolean;
  readonly why: string;
}

/** What a piece of evidence says by itself on the day of the first order, 0..1. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  REFERRED: 0.9,
  FAMILY_OF: 0.5,
  WORKS_WITH: 0.4,
  REPORTS_TO: 0.4,
  FOLLOWS: 0.3,
  COMMENTED_ON: 0.3,
  SHARED: 0.3,
  SHARES_INTEREST_WITH: 0.25,
  LIKED: 0.15,
};

const WORDS: Readonly<Record<string, string>> = {
  REFERRED: 'referred them',
  FAMILY_OF: 'family tie begun',
  WORKS_WITH: 'colleagues',
  REPORTS_TO: 'superior or report',
  FOLLOWS: 'was followed',
  COMMENTED_ON: 'post commented on',
  SHARED: 'post shared',
  SHARES_INTEREST_WITH: 'met over an interest',
  LIKED: 'post liked',
};

/**
 * Who may have brought a customer, likeliest first. Each piece of evidence of the last `windowDays` weighs
 * wᵢ·2^(−Δt/h), h a third of the window; a person's strength is s = 1 − ∏(1 − wᵢ) (the rule of closeness in
 * graph-model.md), and since only one can have brought them, confidence = s · s/Σs over all candidates. Evidence from
 * after the first order says nothing; a referral put down then is only `recorded`.
 */
export function bringersOf(evidence: readonly BroughtEvidence[], windowDays: number): Bringer[] {
  const people = [...groupBy(evidence, ({ byId }) => byId)].map(([byId, own]) => ({
    byId,
    own,
    strength: 1 - own.reduce((left, one) => left * (1 - weightOf(one, windowDays)), 1),
  }));
  const all = people.reduce((sum, { strength }) => sum + strength, 0);
  return people
    .map(({ byId, own, strength }) => ({
      byId,
      confidence: all === 0 ? 0 : (strength * strength) / all,
      recorded: own.some(({ kind }) => kind === 'REFERRED'),
      why: whyOf(own, windowDays),
    }))
    .sort((a, b) => b.confidence - a.confidence || (a.byId < b.byId ? -1 : 1));
}

function weightOf({ kind, days }: BroughtEvidence, windowDays: number): number {
  if (days < 0 || days > windowDays) return 0;
  return (WEIGHTS[kind] ?? 0) * 2 ** (-days / (windowDays / 3));
}

function whyOf(evidence: readonly BroughtEvidence[], windowDays: number): string {
  const counting = evidence
    .map((one) => ({ ...one, weight: weightOf(one, windowDays) }))
    .sort((a, b) => b.weight - a.weight);
  const told = counting.slice(0, 3).map(({ kind, days }) => `${WORDS[kind] ?? kind} ${whenOf(days)}`);
  const more = counting.length > told.length ? ` and ${counting.length - told.length} more` : '';
  return told.join(', ') + more;
}

function whenOf(days: number): string {
  const whole = Math.round(Math.abs(days));
  if (whole === 0) return 'on the day of the first order';
  return `${whole} ${plural(whole, 'day')} ${days < 0 ? 'after' : 'before'} the first order`;
}
