import { z } from 'zod';
import { idOf, timeOf } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';
import { CHANNELS } from '../consent.js';
import { contactChannelOf, purposeOf } from '../consent-input.js';
import { LEGAL_BASES } from '../legal-basis.js';
import { minuteOf } from './quiet-hours.js';

const words = z.string().min(1).max(2000);
const reason = z.string().min(3).max(200);
const timeZoneOf = z
  .string()
  .max(50)
  .refine(isTimeZone, own('must be an IANA time zone, like Asia/Shanghai', '须为 IANA 时区，如 Asia/Shanghai'));

function isTimeZone(name: string): boolean {
  try {
    return minuteOf(new Date(0), name) >= 0;
  } catch {
    return false;
  }
}

export const purposeInput = z
  .object({
    id: purposeOf,
    version: z
      .string()
      .regex(/^[\w.-]{1,50}$/, own('may have letters, digits and . _ - only', '只能含字母、数字和 . _ -')),
    text: words,
    textZh: words,
    legalBasis: z.enum(['CONSENT', ...LEGAL_BASES]).default('CONSENT'),
    basisReason: reason.nullish(),
    askAgain: z.boolean(),
  })
  .refine(
    (p) => p.legalBasis === 'CONSENT' || !!p.basisReason,
    own('a ground other than consent needs its basisReason', '同意以外的依据须写明 basisReason'),
  );

export const banInput = z.object({
  customerId: idOf,
  banned: z.boolean(),
  reason,
  via: z.string().min(1).max(50).default('api'),
});

export const basisInput = z.object({
  customerId: idOf,
  purpose: purposeOf,
  basis: z
    .enum(LEGAL_BASES)
    .nullish()
    .transform((basis) => basis ?? null),
  reason,
  until: timeOf.nullish(),
});

/** A time of day as 21:00, in minutes after midnight. */
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, own('must be a time like 21:00', '须为一天中的时刻，如 21:00'))
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

export const quietInput = z.object({
  timeZone: timeZoneOf.default('Asia/Shanghai'),
  from: timeOfDay,
  until: timeOfDay,
  channels: z.array(z.enum(CHANNELS)).max(CHANNELS.length),
});

export const capInput = z.object({ messages: z.int().min(0).max(1000), days: z.int().min(1).max(365) });

export const zoneInput = z.object({ customer: idOf, timeZone: timeZoneOf.nullish() });

export const ledgerQuestion = z.object({ customer: idOf, at: timeOf.nullish() });

export const replyInput = z.object({
  channel: contactChannelOf,
  address: z.string().min(1).max(200),
  text: z.string().max(2000),
  messageId: idOf.nullish(),
});

export const replyOut = z.object({
  action: z.enum(['WITHDRAWN', 'IGNORED']),
  customers: z.int(),
  text: z.string(),
  textZh: z.string(),
});
