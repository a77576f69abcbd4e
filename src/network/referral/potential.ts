import { plural } from '../../kernel/plural.js';
/** What is known of someone who may be asked to recommend. */
export interface Candidate {
  readonly customerId: string;
  /** Mean of their reviews, 1..5; null without any. */
  readonly rating: number | null;
  readonly daysSinceOrder: number | null;
  /** 1..5; null when not graded. */
  readonly rfmLevel: number | null;
  /** People they know who have not bought, or buy little. */
  readonly newcomers: number;
  /** Sum of the closeness to these. */
  readonly room: number;
  /** People they brought before. */
  readonly conversions: number;
}

/** Shares of the score; they add up to 1. */
export const PARTS = { satisfied: 0.2, active: 0.2, value: 0.2, room: 0.3, record: 0.1 } as const;
type Parts = Readonly<Record<keyof typeof PARTS, number>>;

export interface Potential {
  /** 0..100, the sum of its parts. */
  readonly score: number;
  /** Points of each part, out of 20, 20, 20, 30 and 10. */
  readonly parts: Parts;
}

export interface PotentialReferrer extends Candidate, Potential {
  /** They may be asked on now; `ALL` alone where any will do. */
  readonly channels: readonly string[];
  readonly why: string;
}

/**
 * How much speaks for asking someone, 0..100: satisfied (rating over its range, one half without a review), active
 * (2^(−days since the last order/90)), value (RFM level over its range), room (1 − 2^(−Σ closeness/2) over those they
 * know who do not buy, or little) and record (1 − 2^(−people brought)), by the weights PARTS. A definition of this
 * product.
 */
export function potentialOf(candidate: Candidate): Potential {
  const { rating, daysSinceOrder, rfmLevel, room, conversions } = candidate;
  const shares: Parts = {
    satisfied: rating === null ? 0.5 : (rating - 1) / 4,
    active: daysSinceOrder === null ? 0 : 2 ** (-Math.max(0, daysSinceOrder) / 90),
    value: rfmLevel === null ? 0 : (rfmLevel - 1) / 4,
    room: 1 - 2 ** (-room / 2),
    record: 1 - 2 ** -conversions,
  };
  const parts = Object.fromEntries(
    Object.entries(PARTS).map(([part, weight]) => [part, 100 * weight * shares[part as keyof Parts]]),
  ) as unknown as Parts;
  const score = Object.values(parts).reduce((sum, points) => sum + points, 0);
  return { score, parts };
}

/** What speaks for asking a candidate, and on which channels they may be asked. */
export function whyOf(candidate: Candidate, channels: readonly string[]): string {
  const { rating, daysSinceOrder, rfmLevel, newcomers, conversions } = candidate;
  return [
    `knows ${newcomers} who ${plural(newcomers, 'does', 'do')} not buy yet, or little`,
    rfmLevel === null ? null : `buys at level ${rfmLevel} of 5`,
    daysSinceOrder === null ? null : `ordered ${agoOf(Math.round(daysSinceOrder))}`,
    rating === null ? null : `rates ${rating.toFixed(1)} of 5`,
    conversions > 0 ? `brought ${conversions} before` : null,
    `may be asked by ${channels.includes('ALL') ? 'any channel' : channels.join(', ')}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function agoOf(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
