/** Whether a person may be contacted, and why not: a closed list of reasons, each in plain words. */

export const CONTACT_REASONS = [
  'CONSENTED',
  'NO_CONSENT',
  'WITHDRAWN',
  'EXPIRED',
  'DO_NOT_CONTACT',
  'UNKNOWN_CUSTOMER',
] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];

/** What the graph says of one customer, purpose and channel. */
export interface ContactStanding {
  readonly doNotContact: boolean;
  /** Of the consent that holds; null when none does. */
  readonly since: Date | null;
  readonly until: Date | null;
  readonly textVersion: string | null;
  /** Set when the latest event of the ledger on this purpose and channel is a withdrawal, or a consent that ran out. */
  readonly withdrawnAt: Date | null;
  readonly expiredAt: Date | null;
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
}

const WORDS: Readonly<Record<ContactReason, readonly [string, string]>> = {
  CONSENTED: ['consent was given on {day}', '已于 {day} 同意'],
  NO_CONSENT: ['no consent was given for this purpose and channel', '未就该用途和渠道给予同意'],
  WITHDRAWN: ['consent was withdrawn on {day}', '已于 {day} 撤回同意'],
  EXPIRED: ['consent ran out on {day}', '同意已于 {day} 到期'],
  DO_NOT_CONTACT: ['this customer must not be contacted at all', '该客户要求不再联系'],
  UNKNOWN_CUSTOMER: ['no such customer', '没有该客户'],
};

/** The reason in English and Chinese; `day` fills in the date where the reason has one. */
export function reasonText(reason: ContactReason, day: Date | null): { text: string; textZh: string } {
  const [text, textZh] = WORDS[reason].map((words) => words.replace('{day}', day?.toISOString().slice(0, 10) ?? '?'));
  return { text: text!, textZh: textZh! };
}

/** The answer for one customer; `undefined` is a customer nobody knows. A ban on contact stands above any consent. */
export function contactAnswer(standing: ContactStanding | undefined): ContactAnswer {
  if (!standing) return answer('UNKNOWN_CUSTOMER');
  if (standing.doNotContact) return answer('DO_NOT_CONTACT');
  const { since, until, textVersion } = standing;
  if (since)
    return { ...answer('CONSENTED', since), allowed: true, consentSince: since, until, textVersion, endedAt: null };
  if (standing.withdrawnAt) return answer('WITHDRAWN', standing.withdrawnAt);
  if (standing.expiredAt) return answer('EXPIRED', standing.expiredAt);
  return answer('NO_CONSENT');
}

function answer(reason: ContactReason, endedAt: Date | null = null): ContactAnswer {
  const nothing = { allowed: false, consentSince: null, until: null, textVersion: null };
  return { ...nothing, reason, ...reasonText(reason, endedAt), endedAt };
}
