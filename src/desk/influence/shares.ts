import type { ToldFragment } from '../operations.gen.js';
import { PARTS, type Part } from './index-parts.js';

/** One part of an explained score, or one condition of a role. */
export type Reason = ToldFragment['parts'][number];

/** One part of an influence index, as the bar shows it. */
export interface Share {
  readonly part: Part;
  /** Points it adds to the score, 0..100. */
  readonly points: number;
  /** The most it could add: 100 × its weight. */
  readonly most: number;
  /** Share of customers below, 0..1. */
  readonly above: number;
  readonly reason: Reason;
}

/** The parts of an explained index in the fixed order of the bar, so that two people can be compared. */
export function sharesOf(reasons: readonly Reason[]): Share[] {
  return PARTS.flatMap((part) => {
    const reason = reasons.find(({ name }) => name === part);
    if (!reason || reason.contribution === null) return [];
    const above = (reason.percentile ?? 0) / 100;
    return [{ part, points: reason.contribution, most: 100 * (reason.weight ?? 0), above, reason }];
  });
}

/** The conditions of each role, in the order the server tells them: `KOL.reach` belongs to KOL. */
export function conditionsOf(reasons: readonly Reason[]): Map<string, Reason[]> {
  const byRole = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const role = reason.name.split('.')[0]!;
    byRole.set(role, [...(byRole.get(role) ?? []), reason]);
  }
  return byRole;
}
