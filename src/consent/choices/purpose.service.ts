import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import type { PurposeId } from '../consent.js';
import { renewConsents } from '../consent-renewal.service.js';
import { type LegalBasis, takesBasis } from '../legal-basis.js';

export interface PurposeChange {
  readonly id: PurposeId;
  readonly version: string;
  readonly text: string;
  readonly textZh: string;
  /** CONSENT, or the ground on which everybody may be served. */
  readonly legalBasis: LegalBasis | 'CONSENT';
  readonly basisReason?: string | null | undefined;
  readonly askAgain: boolean;
}

export interface PurposeSet {
  readonly id: PurposeId;
  readonly version: string;
  readonly number: number;
  /** False when this version stood there before. */
  readonly added: boolean;
  /** Consents to older texts that ended now. */
  readonly ended: number;
}

/**
 * Sets the words of a purpose. A version is never changed; with `askAgain` the consents to older ones end, page by
 * page, within this call, or within a minute if it is interrupted. Throws INPUT for a ground the purpose does not take,
 * CONFLICT for a version with other words.
 */
export async function setPurpose(services: Services, change: PurposeChange): Promise<PurposeSet> {
  const { graph, clock, viewer } = services;
  const { id, version, legalBasis } = change;
  if (legalBasis !== 'CONSENT') requireBasis(id);
  const { added, number } = await graph.transaction(async (tx) => {
    const basisReason = change.basisReason ?? null;
    const { text, textZh, askAgain } = change;
    const words = { purposeId: id, version, text, textZh, legalBasis, basisReason, askAgain };
    const row = await tx.write('consent/steps/ledger/consent-text-add', {
      ...words,
      setBy: viewer.id,
      now: clock.now(),
    });
    if (row.conflicting)
      throw new AppError(
        'CONFLICT',
        `purpose ${id} has a version ${version} with other words`,
        'give it a new version',
      );
    const detail = { version, askAgain, legalBasis };
    await recordAudit(services, { action: 'POLICY_CHANGED', subject: `purpose ${id}`, count: 1, detail }, tx);
    return row;
  });
  return { id, version, number, added, ended: await renewConsents(services) };
}

/** Throws INPUT when consent is the purpose's only ground. */
export function requireBasis(purpose: PurposeId): void {
  if (takesBasis(purpose)) return;
  throw new AppError('INPUT', `${purpose} rests on consent alone`, 'ask for consent');
}
