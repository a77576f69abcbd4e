/**
 * Why a person may or may not be contacted: a closed list, the same in every answer, each with its text in two
 * languages.
 */
export const GROUNDS_TO_CONTACT = ['CONSENTED', 'LEGAL_BASIS'] as const;

/** Reasons for which people of a segment are left out, in the order in which they are shown. */
export const REFUSALS = [
  'DO_NOT_CONTACT',
  'RESTRICTED',
  'WITHDRAWN',
  'OBJECTED',
  'EXPIRED',
  'UNDER_AGE',
  'ASK_AGAIN',
  'NO_CONSENT',
  'TOO_OFTEN',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const CONTACT_REASONS = [...GROUNDS_TO_CONTACT, ...REFUSALS, 'UNKNOWN_CUSTOMER'] as const;
export type ContactReason = (typeof CONTACT_REASONS)[number];

/** What stands in brackets is left out where there is no day to tell. */
const WORDS: Readonly<Record<ContactReason, readonly [string, string]>> = {
  CONSENTED: ['consent was given[ on {day}]', '已[于 {day} ]同意'],
  LEGAL_BASIS: ['allowed on another legal basis than consent', '依据同意以外的法律依据，可以使用'],
  NO_CONSENT: ['no consent was given for this purpose and channel', '未就该用途和渠道给予同意'],
  WITHDRAWN: ['consent was withdrawn[ on {day}]', '已[于 {day} ]撤回同意'],
  OBJECTED: ['the customer objected[ on {day}]', '客户已[于 {day} ]提出反对'],
  EXPIRED: ['consent ran out[ on {day}]', '同意已[于 {day} ]到期'],
  UNDER_AGE: ['the customer is, or was when it was given, under 14', '客户未满十四周岁，或给予同意时未满十四周岁'],
  ASK_AGAIN: [
    'the text of this purpose changed: the customer is to be asked again',
    '该用途的说明已变更，需重新征得同意',
  ],
  RESTRICTED: ['the customer had the use of their data restricted', '客户已要求限制处理其数据'],
  DO_NOT_CONTACT: ['this customer must not be contacted at all', '该客户要求不再联系'],
  TOO_OFTEN: ['as many messages as are allowed went to this customer lately', '该客户近期收到的消息已达上限'],
  UNKNOWN_CUSTOMER: ['no such customer', '没有该客户'],
};

/** A reason in English and Chinese, with the day it tells of where there is one. */
export function reasonText(reason: ContactReason, day: Date | null = null): { text: string; textZh: string } {
  const [text, textZh] = WORDS[reason].map((words) =>
    day
      ? words.replace(/\[|\]/g, '').replace('{day}', day.toISOString().slice(0, 10))
      : words.replace(/\[[^\]]*\]/g, ''),
  );
  return { text: text!, textZh: textZh! };
}

/** The wait for the end of quiet hours in English and Chinese, to follow a reason. */
export function waitText(notBefore: Date): { text: string; textZh: string } {
  const at = `${notBefore.toISOString().slice(0, 16)}Z`;
  return {
    text: `; quiet hours where the customer lives, not before ${at}`,
    textZh: `；客户所在时区正处于免打扰时段，请在 ${at} 之后联系`,
  };
}
