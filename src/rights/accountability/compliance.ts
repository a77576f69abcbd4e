/** How well duties are kept, in parts that each say what would raise them (definitions.md, Privacy). */

export interface CompliancePart {
  readonly name: string;
  /** As it should be, and of how many. */
  readonly good: number;
  readonly of: number;
  /** Share 0..1; 1 where there is nothing to be wrong. */
  readonly share: number;
  readonly why: string;
  readonly raise: string | null;
}

export interface ComplianceScore {
  /** 0..100: the mean of the four duties; of the purposes in use, their mean is the first. */
  readonly score: number;
  readonly parts: readonly CompliancePart[];
}

export interface ComplianceFacts {
  readonly purposes: readonly { readonly purposeId: string; readonly used: number; readonly grounded: number }[];
  readonly requests: number;
  readonly inTime: number;
  readonly kept: readonly { readonly label: string; readonly due: number; readonly total: number }[];
  readonly accesses: number;
  readonly explained: number;
}

/** The score and its parts. Purposes weigh the same among themselves, and the four duties among themselves. */
export function complianceOf(facts: ComplianceFacts): ComplianceScore {
  const basis = facts.purposes.map(({ purposeId, used, grounded }) =>
    part(`valid basis: ${purposeId}`, grounded, used, [
      'people whose data is used for it and whose consent or other ground holds',
      `stop using the data of the ${used - grounded} others for ${purposeId}, or ask them`,
    ]),
  );
  const due = facts.kept.reduce((sum, kept) => sum + kept.due, 0);
  const total = facts.kept.reduce((sum, kept) => sum + kept.total, 0);
  const requests = part('requests answered in time', facts.inTime, facts.requests, [
    'requests of the last year that were answered by their day',
    'answer those that are overdue: guanxi rights requests --overdue',
  ]);
  const removed = part('expired data removed', total - due, total, [
    'records with a time limit that are within it',
    'apply the rules: guanxi retention',
  ]);
  const accesses = part('accesses explained', facts.explained, facts.accesses, [
    'openings of personal fields that state a purpose or answer a request',
    'give tokens a purpose, so that every access states one',
  ]);
  const duties = [mean(basis.map(({ share }) => share)), requests.share, removed.share, accesses.share];
  return { score: 100 * mean(duties), parts: [...basis, requests, removed, accesses] };
}

function part(name: string, good: number, of: number, [why, raise]: readonly [string, string]): CompliancePart {
  const share = of === 0 ? 1 : good / of;
  return { name, good, of, share, why: of === 0 ? 'nothing to be wrong yet' : why, raise: share < 1 ? raise : null };
}

function mean(shares: readonly number[]): number {
  return shares.length === 0 ? 1 : shares.reduce((a, b) => a + b, 0) / shares.length;
}
