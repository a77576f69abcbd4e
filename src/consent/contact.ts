/** Whether a person may be contacted, and why not: a closed list of reasons, each in plain words. */
import type { ConsentAction } from './consent.js';
import { type LegalBasis, standsFor } from './legal-basis.js';
import { nextAllowed, type QuietHours } from './quiet-hours.js';

export const CONTACT_REASONS = [
  'CONSENTED',
  'LEGAL_BASIS',
  'NO_CONSENT',
  'WITHDRAWN',
  'OBJECTED',
  'EXPIRED',
  'UNDER_AGE',
  'ASK_AGAIN',
  'QUIET_HOURS',
  'RESTRICTED',
  'DO_NOT_CONTACT',
  'UNKNOWN_CUSTOMER',
] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];

/** What the graph says of one customer, purpose and channel. */
export interface ContactStanding {
  readonly doNotContact: boolean;
  /** The customer had the use of their data restricted: no ground allows it meanwhile. */
  readonly restricted?: boolean;
  /** Of the consent that holds; null when none does. */
  readonly since: Date | null;
  readonly until: Date | null;
  readonly textVersion: string | null;
  /** The latest event of the ledger on this purpose and channel; nulls when there is none. */
  readonly lastAction: ConsentAction | null;
  readonly lastAt: Date | null;
  readonly lastUntil: Date | null;
  readonly lastGuardian: boolean | null;
  /** A consent to an older text is to be asked again. */
  readonly askAgain: boolean;
  /** The customer counts as under 14 before then. */
  readonly guardianUntil: Date | null;
  /** A ground other than consent, of the customer or else of the purpose. */
  readonly basis: LegalBasis | null;
  readonly basisReason: string | null;
}

export interface ContactAnswer {
  readonly allowed: boolean;
  readonly reason: ContactReason;
  readonly text: string;
  readonly textZh: string;
  readonly consentSince: Date | null;
  readonly until: Date | null;
  readonly textVersion: string | null;
  /** When the consent was withdrawn or ran out. */
  readonly endedAt: Date | null;
  /** The ground besides consent on which it is allowed. */
  readonly basis: LegalBasis | null;
  readonly basisReason: string | null;
  /** When quiet hours end; null when they do not stand in the way. */
  readonly nextAllowedAt: Date | null;
}

const WORDS: Readonly<Record<ContactReason, readonly [string, string]>> = {
  CONSENTED: ['consent was given on {day}', '已于 {day} 同意'],
  LEGAL_BASIS: ['allowed on another legal basis than consent', '依据同意以外的法律依据，可以使用'],
  NO_CONSENT: ['no consent was given for this purpose and channel', '未就该用途和渠道给予同意'],
  WITHDRAWN: ['consent was withdrawn on {day}', '已于 {day} 撤回同意'],
  OBJECTED: ['the customer objected on {day}', '客户已于 {day} 提出反对'],
  EXPIRED: ['consent ran out on {day}', '同意已于 {day} 到期'],
  UNDER_AGE: ['the customer is, or was when it was given, under 14', '客户未满十四周岁，或给予同意时未满十四周岁'],
  ASK_AGAIN: [
    'the text of this purpose changed: the customer is to be asked again',
    '该用途的说明已变更，需重新征得同意',
  ],
  QUIET_HOURS: ['these are quiet hours where the customer lives', '客户所在时区正处于免打扰时段'],
  RESTRICTED: ['the customer had the use of their data restricted', '客户已要求限制处理其数据'],
  DO_NOT_CONTACT: ['this customer must not be contacted at all', '该客户要求不再联系'],
  UNKNOWN_CUSTOMER: ['no such customer', '没有该客户'],
};

/** The reason in English and Chinese; `day` fills in the date where the reason has one. */
export function reasonText(reason: ContactReason, day: Date | null): { text: string; textZh: string } {
  const [text, textZh] = WORDS[reason].map((words) => words.replace('{day}', day?.toISOString().slice(0, 10) ?? '?'));
  return { text: text!, textZh: textZh! };
}

/** The answer for contact: as `useAnswer`, under a ban that stands above everything, and outside quiet hours. */
export function contactAnswer(
  standing: ContactStanding | undefined,
  now: Date,
  quiet: QuietHours | null = null,
): ContactAnswer {
  if (standing?.doNotContact) return answer('DO_NOT_CONTACT');
  const use = useAnswer(standing, now);
  const nextAllowedAt = use.allowed && quiet ? nextAllowed(now, quiet) : null;
  if (nextAllowedAt === null) return use;
  return { ...use, allowed: false, reason: 'QUIET_HOURS', ...reasonText('QUIET_HOURS', null), nextAllowedAt };
}

/** Whether the data of a customer may be used for a purpose; `undefined` is a customer nobody knows. */
export function useAnswer(standing: ContactStanding | undefined, now: Date): ContactAnswer {
  if (!standing) return answer('UNKNOWN_CUSTOMER');
  if (standing.restricted) return answer('RESTRICTED');
  const { since, until, textVersion, basis, basisReason } = standing;
  if (since)
    return { ...answer('CONSENTED', since), allowed: true, consentSince: since, until, textVersion, endedAt: null };
  const child = standing.guardianUntil !== null && standing.guardianUntil > now;
  if (basis && standsFor(basis, { child, objected: standing.lastAction === 'OBJECTED' }))
    return { ...answer('LEGAL_BASIS'), allowed: true, basis, basisReason };
  return refusal(standing, now, child);
}

function refusal(standing: ContactStanding, now: Date, child: boolean): ContactAnswer {
  const { lastAction, lastAt, lastUntil, guardianUntil } = standing;
  if (lastAction === 'WITHDRAWN' || lastAction === 'OBJECTED') return answer(lastAction, lastAt);
  if (child) return answer('UNDER_AGE');
  if (lastUntil && lastUntil <= now) return answer('EXPIRED', lastUntil);
  if (lastAt && guardianUntil && lastAt < guardianUntil)
    return standing.lastGuardian ? answer('EXPIRED', guardianUntil) : answer('UNDER_AGE');
  return answer(standing.askAgain ? 'ASK_AGAIN' : 'NO_CONSENT');
}

function answer(reason: ContactReason, endedAt: Date | null = null): ContactAnswer {
  const nothing = { allowed: false, consentSince: null, until: null, textVersion: null };
  const others = { basis: null, basisReason: null, nextAllowedAt: null };
  return { ...nothing, reason, ...reasonText(reason, endedAt), endedAt, ...others };
}
