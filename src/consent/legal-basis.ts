import type { PurposeId } from './consent.js';

/** Grounds on which data may be used without consent (PIPL art. 13; GDPR art. 6). Each is recorded with its reason. */
export const LEGAL_BASES = [
  'CONTRACT',
  'LEGAL_OBLIGATION',
  'VITAL_INTEREST',
  'PUBLIC_INTEREST',
  'LEGITIMATE_INTEREST',
] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What nobody needs for a contract or a duty: consent is the only ground. */
const CONSENT_ONLY: readonly PurposeId[] = ['marketing', 'profiling', 'personalisation', 'sharing', 'referral'];

export function takesBasis(purpose: PurposeId): boolean {
  return !CONSENT_ONLY.includes(purpose);
}

/**
 * Whether a ground stands in for consent: for a child under 14 only a duty of law or danger to life (PIPL art. 31), and
 * an objection ends the interests that were weighed against the person's (GDPR art. 21).
 */
export function standsFor(basis: LegalBasis, { child, objected }: { child: boolean; objected: boolean }): boolean {
  if (child) return basis === 'LEGAL_OBLIGATION' || basis === 'VITAL_INTEREST';
  return !(objected && (basis === 'LEGITIMATE_INTEREST' || basis === 'PUBLIC_INTEREST'));
}
