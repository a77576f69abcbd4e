/**
 * The contact rule: whether a person may be contacted, or their data used, and why or why not. The only place that
 * decides it.
 */
import { type ConsentAction, endOf, type PurposeId, verdictOf } from './consent.js';
import { type ContactReason, reasonText, waitText } from './contact-reasons.js';
import { type LegalBasis, standsFor, takesBasis } from './legal-basis.js';

/** What the graph says of one customer, purpose and channel: a row of `standings`. */
export interface Standing {
  readonly doNotContact: boolean;
  /** Processing of their data is restricted: no ground allows it meanwhile. */
  readonly restricted: boolean;
  /** Of the consent that holds; null when none does. */
  readonly since: Date | null;
  readonly until: Date | null;
  readonly textVersion: string | null;
  /** The latest event on this purpose and channel where no consent holds; nulls when there is none. */
  readonly lastAction: ConsentAction | null;
  readonly lastAt: Date | null;
  readonly lastUntil: Date | null;
  readonly lastGuardian: boolean;
  /** A consent to an older text is to be asked again. */
  readonly askAgain: boolean;
  /** The customer counts as under 14 before then. */
  readonly guardianUntil: Date | null;
  /** A legal basis other than consent, of the customer or else of the purpose. */
  readonly basis: LegalBasis | null;
  readonly basisReason: string | null;
  /** IANA name; null takes the one set for everybody. */
  readonly timeZone: string | null;
  /** Messages of campaigns that left within the time of the frequency cap. */
  readonly recent: number;
}

export interface ContactQuestion {
  readonly purpose: PurposeId;
  readonly now: Date;
  /**
   * When quiet hours end in a time zone, null where it is not quiet. Left out, the question is about use of data, not
   * contact.
   */
  readonly quietUntil?: (timeZone: string | null) => Date | null;
  /** Messages of campaigns that one person gets at most within its time; null or left out for no cap. */
  readonly cap?: number | null;
}

export interface Decision {
  readonly allowed: boolean;
  readonly reason: ContactReason;
  readonly consentSince: Date | null;
  readonly until: Date | null;
  readonly textVersion: string | null;
  /** When the consent was withdrawn or ran out. */
  readonly endedAt: Date | null;
  /** The ground besides consent on which it is allowed. */
  readonly basis: LegalBasis | null;
  readonly basisReason: string | null;
  /** It is allowed, but quiet hours last until then. */
  readonly notBefore: Date | null;
}

export interface ContactAnswer extends Decision {
  readonly text: string;
  readonly textZh: string;
}

/**
 * Decides on one standing; `undefined` is a customer nobody knows. A ban stands above everything that is contact,
 * restriction above every ground; then a consent that holds, then another legal basis; then how often they were written
 * to; quiet hours only put off.
 */
export function decide(standing: Standing | undefined, question: ContactQuestion): Decision {
  if (!standing) return decision('UNKNOWN_CUSTOMER');
  if (question.quietUntil && standing.doNotContact) return decision('DO_NOT_CONTACT');
  if (standing.restricted) return decision('RESTRICTED');
  const ground = groundOf(standing, question);
  if (!ground) return refusal(standing, question);
  if (question.quietUntil && question.cap != null && standing.recent >= question.cap) return decision('TOO_OFTEN');
  return { ...decision(ground.reason), ...ground, allowed: true, notBefore: waitOf(standing, question) };
}

/** A decision with its reason in words. */
export function explained(of: Decision): ContactAnswer {
  const { text, textZh } = reasonText(of.reason, of.consentSince ?? of.endedAt);
  if (!of.notBefore) return { ...of, text, textZh };
  const wait = waitText(of.notBefore);
  return { ...of, text: text + wait.text, textZh: textZh + wait.textZh };
}

function groundOf(standing: Standing, { purpose, now }: ContactQuestion) {
  const { since, until, textVersion, basis, basisReason, lastAction } = standing;
  if (since) return { reason: 'CONSENTED' as const, consentSince: since, until, textVersion };
  if (!basis || !takesBasis(purpose)) return null;
  const stands = standsFor(basis, { child: isChild(standing, now), objected: lastAction === 'OBJECTED' });
  return stands ? { reason: 'LEGAL_BASIS' as const, basis, basisReason } : null;
}

function waitOf({ timeZone }: Standing, { quietUntil }: ContactQuestion): Date | null {
  return quietUntil ? quietUntil(timeZone) : null;
}

function isChild({ guardianUntil }: Standing, now: Date): boolean {
  return guardianUntil !== null && guardianUntil > now;
}

/** Why nothing allows it: what the ledger's own rule says of the latest event, and without one what is left. */
function refusal(standing: Standing, { purpose, now }: ContactQuestion): Decision {
  const { lastAction, lastAt, lastUntil, lastGuardian, guardianUntil } = standing;
  if (!lastAction || !lastAt) return decision(isChild(standing, now) ? 'UNDER_AGE' : 'NO_CONSENT');
  const said = { purposeId: purpose, action: lastAction, at: lastAt, until: lastUntil, guardian: lastGuardian };
  // the texts are looked at where the ledger is settled; what came of them is `askAgain`
  const grounds = { texts: [], guardianUntil };
  const verdict = verdictOf(said, now, grounds);
  if (verdict === 'WITHDRAWN' || verdict === 'OBJECTED') return decision(verdict, lastAt);
  if (verdict === 'EXPIRED') return decision(verdict, endOf(said, grounds));
  if (verdict === 'UNDER_AGE') return decision(verdict);
  return decision(standing.askAgain ? 'ASK_AGAIN' : 'NO_CONSENT');
}

function decision(reason: ContactReason, endedAt: Date | null = null): Decision {
  const consent = { consentSince: null, until: null, textVersion: null, endedAt };
  return { allowed: false, reason, ...consent, basis: null, basisReason: null, notBefore: null };
}
