import { z } from 'zod';
import { CHANNELS, CONTACT_REASONS, PURPOSES } from '../consent/index.js';
import { STATUSES } from './campaign-input.js';
import { RESULTS } from './results.js';
import { TOUCH_STATES } from './touches.service.js';

/** Answers as REST sends them: times as ISO 8601. */
const leftOut = z.array(
  z.object({ reason: z.enum(CONTACT_REASONS), count: z.int(), text: z.string(), textZh: z.string() }),
);
const time = z.iso.datetime().nullable();
const result = { touched: z.int(), converted: z.int(), valueMinor: z.number() };

const member = z.object({
  customerId: z.string(),
  reason: z.enum(CONTACT_REASONS),
  consentedAt: time,
  notBefore: time,
});
export const audienceOut = z.object({ rows: z.array(member) });

/** Null where everybody was looked at. */
const estimate = z.object({ lookedAt: z.int(), from: z.int(), to: z.int() }).nullable();

export const previewOut = z.object({
  segment: z.string(),
  purpose: z.enum(PURPOSES),
  channel: z.enum(CHANNELS),
  inSegment: z.int(),
  mayBeContacted: z.int(),
  leftOut,
  sample: z.array(member),
  estimate,
});

export const launchOut = z.object({
  campaignId: z.string(),
  status: z.literal('LAUNCHED'),
  startedAt: z.iso.datetime(),
  already: z.boolean(),
  inSegment: z.int(),
  excluded: z.int(),
  touched: z.int(),
  waiting: z.int(),
  alreadyTouched: z.int(),
  leftOut,
});

const rate = z.object({
  ...{ what: z.enum(RESULTS), count: z.int(), of: z.int() },
  ...{ rate: z.number().nullable(), low: z.number(), high: z.number() },
});
const text = z.string().nullable();
const variantOut = z.object({
  ...{ id: z.string(), name: z.string(), share: z.number().nullable() },
  ...{
    subject: text,
    text,
    html: text,
    subjectZh: text,
    textZh: text,
    htmlZh: text,
    ...result,
    results: z.array(rate),
  },
});

export const campaignOut = z.object({
  id: z.string(),
  name: z.string().nullable(),
  nameZh: z.string().nullable(),
  purpose: z.string().nullable(),
  channel: z.string().nullable(),
  channels: z.array(z.string()).nullable(),
  segment: z.string().nullable(),
  community: z.string().nullable(),
  named: z.int(),
  excludeSegments: z.array(z.string()).nullable(),
  excludeCampaigns: z.array(z.string()).nullable(),
  priority: z.int(),
  kind: z.string().nullable(),
  createdBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: time,
  approvedSize: z.int().nullable(),
  scheduled: z.boolean(),
  pausedBecause: z.string().nullable(),
  spentMinor: z.number(),
  status: z.enum(STATUSES),
  startsAt: time,
  startedAt: time,
  endedAt: time,
  costMinor: z.number().nullable(),
  budgetMinor: z.number().nullable(),
  currency: z.string().nullable(),
  ...result,
  states: z.array(z.object({ state: z.enum(TOUCH_STATES), count: z.int() })),
  variants: z.array(variantOut),
});

export const campaignsOut = z.object({
  rows: z.array(
    z.object({
      ...{ id: z.string(), name: text, nameZh: text, status: z.enum(STATUSES), channel: text, purpose: text },
      priority: z.int(),
      ...{ startsAt: time, startedAt: time, endedAt: time, touched: z.int() },
    }),
  ),
});

export const reachOut = z.object({
  ...{ campaignId: z.string(), inAudience: z.int(), excluded: z.int(), mayBeContacted: z.int(), leftOut },
  channels: z.array(
    z.object({
      ...{ channel: z.string(), count: z.int(), costMinor: z.number().nullable() },
      ...{ currency: z.string().nullable(), problem: z.string().nullable() },
    }),
  ),
  sample: z.array(member.extend({ channel: z.string() })),
  estimate,
});
