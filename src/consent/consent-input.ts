import { z } from 'zod';
import { idOf, timeOf } from '../kernel/input.js';
import { CHANNELS, CONTACT_CHANNELS, PURPOSES } from './consent.js';
import { CONTACT_REASONS } from './contact-reasons.js';
import { LEGAL_BASES } from './legal-basis.js';

export const purposeOf = z.enum(PURPOSES);
export const channelOf = z.enum(CHANNELS);
export const contactChannelOf = z.enum(CONTACT_CHANNELS);

const said = {
  eventId: idOf.nullish(),
  customerId: idOf,
  purpose: purposeOf,
  at: timeOf.nullish(),
  via: z.string().min(1).max(50),
};

export const recordConsentInput = z.object({
  ...said,
  channel: channelOf,
  until: timeOf.nullish(),
  textVersion: z.string().max(50).nullish(),
  proof: z.string().max(200).nullish(),
  refreshed: z.boolean().nullish(),
  guardian: z.boolean().nullish(),
});

export const withdrawConsentInput = z.object({
  ...said,
  channel: channelOf.nullish(),
  objection: z.boolean().nullish(),
});

export const contactQuestion = z.object({ customer: idOf, purpose: purposeOf, channel: channelOf });

export const useQuestion = z.object({ customer: idOf, purpose: purposeOf });

/** Answers as REST sends them: times as ISO 8601. */
const time = z.iso.datetime().nullable();

export const contactAnswerOut = z.object({
  allowed: z.boolean(),
  reason: z.enum(CONTACT_REASONS),
  text: z.string(),
  textZh: z.string(),
  consentSince: time,
  until: time,
  textVersion: z.string().nullable(),
  endedAt: time,
  basis: z.enum(LEGAL_BASES).nullable(),
  basisReason: z.string().nullable(),
  notBefore: time,
});

export const consentResultOut = z.object({
  eventId: z.string(),
  recorded: z.boolean(),
  held: z.int(),
  ended: z.int(),
  forgotten: z.boolean(),
});
