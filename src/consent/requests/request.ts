import { z } from 'zod';
import type { RowOf } from '../../graph/queries.gen.js';
import { lunarText, readLunar } from '../../kernel/calendar/lunar.js';
import { DAY_MS } from '../../kernel/clock.js';
import { idOf } from '../../kernel/input.js';
import { LANGUAGES } from '../../kernel/language.js';
import { issueOf } from '../../kernel/words/issues.js';
import { contactChannelOf, purposeOf } from '../consent-input.js';

/** What a person may ask for: GDPR art. 15, 20, 16, 17, 18, 21; PIPL art. 44 to 47. */
export const REQUEST_KINDS = ['ACCESS', 'PORTABILITY', 'CORRECTION', 'ERASURE', 'RESTRICTION', 'OBJECTION'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['OPEN', 'IDENTIFIED', 'DONE', 'REFUSED'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export type DataRequest = RowOf<'rights/steps/requests/rights-requests'>;

/** How the identity of who asks was checked. The document that was shown is never kept. */
export const MEANS = [
  'SIGNED_LINK',
  'CALL_BACK',
  'CODE_BY_SMS',
  'CODE_BY_MAIL',
  'IN_PERSON',
  'KNOWN_BY_SIGHT',
] as const;

/**
 * Days within which a request is answered: GDPR art. 12 (3), one month; for PIPL art. 50 the 15 days usual in China.
 */
const DAYS = { GDPR: 30, PIPL: 15 } as const;
export type Law = keyof typeof DAYS;

/** When a request must be answered. */
export function dueAt(openedAt: Date, law: Law): Date {
  return new Date(openedAt.getTime() + DAYS[law] * DAY_MS);
}

export const openRequestInput = z.object({
  customerId: idOf,
  kind: z.enum(REQUEST_KINDS),
  via: z.string().min(1).max(50),
  /** What an objection is to; null is everything. */
  purpose: purposeOf.nullish(),
});
export type OpenRequest = z.output<typeof openRequestInput>;

export const identifyInput = z.object({ request: idOf, means: z.enum(MEANS) });
export const refuseInput = z.object({ request: idOf, reason: z.string().trim().min(5).max(500) });
export const requestsInput = z.object({
  state: z.enum(REQUEST_STATES).nullish(),
  overdue: z.boolean().nullish(),
  first: z.int().min(1).max(500).nullish(),
});

export type RequestsAsked = z.output<typeof requestsInput>;

export const ERASURE_MODES = ['DELETE', 'ANONYMISE', 'DESTROY_KEY'] as const;
export type ErasureMode = (typeof ERASURE_MODES)[number];

const text = (most: number) => z.string().trim().min(1).max(most).nullish();
const NO_LUNAR_DAY = {
  en: 'must be a lunar day like 08-15, in a leap month L06-01',
  zh: '须为农历日，如 08-15；闰月如 L06-01',
};
const lunarBirthday = z.string().transform((given, context) => {
  const date = readLunar(given);
  if (date) return lunarText(date);
  context.addIssue(issueOf(NO_LUNAR_DAY));
  return z.NEVER;
});

/** What may be corrected; null takes a value away, what is left out stays. */
export const correctionInput = z.object({
  name: text(200),
  phone: text(40),
  email: text(200),
  wechat: text(100),
  weibo: text(100),
  linkedin: text(200),
  address: text(500),
  birthday: z.iso.date().nullish(),
  lunarBirthday: lunarBirthday.nullish(),
  city: text(100),
  region: text(100),
  gender: text(20),
  ageBand: text(20),
  preferredChannel: contactChannelOf.nullish(),
  language: z.enum(LANGUAGES).nullish(),
});
export type Correction = z.output<typeof correctionInput>;

/** What carrying out a request needs beside its kind. */
export const fulfilInput = z.object({
  request: idOf,
  mode: z.enum(ERASURE_MODES).nullish(),
  correction: correctionInput.nullish(),
});
export type FulfilInput = z.output<typeof fulfilInput>;
