import { type ContactReason, reasonText } from '../consent/index.js';

/** Why people of a segment are left out, as the statements count them. */
export interface LeftOutCounts {
  readonly doNotContact: number;
  readonly withdrawn: number;
  readonly objected: number;
  readonly expired: number;
  readonly underAge: number;
  readonly askAgain: number;
  readonly noConsent: number;
}

export interface LeftOut {
  readonly reason: ContactReason;
  readonly count: number;
  readonly text: string;
  readonly textZh: string;
}

const REASONS: readonly [keyof LeftOutCounts, ContactReason, string, string][] = [
  ['doNotContact', 'DO_NOT_CONTACT', ...words('DO_NOT_CONTACT')],
  ['withdrawn', 'WITHDRAWN', 'consent was withdrawn', '已撤回同意'],
  ['objected', 'OBJECTED', 'the customer objected', '客户已提出反对'],
  ['expired', 'EXPIRED', 'consent ran out', '同意已到期'],
  ['underAge', 'UNDER_AGE', ...words('UNDER_AGE')],
  ['askAgain', 'ASK_AGAIN', ...words('ASK_AGAIN')],
  ['noConsent', 'NO_CONSENT', ...words('NO_CONSENT')],
];

function words(reason: ContactReason): [string, string] {
  const { text, textZh } = reasonText(reason, null);
  return [text, textZh];
}

/** Each reason with its count, all of them even at 0, so that a reader sees what was looked at. */
export function leftOutOf(counts: LeftOutCounts): LeftOut[] {
  return REASONS.map(([column, reason, text, textZh]) => ({ reason, count: counts[column], text, textZh }));
}
