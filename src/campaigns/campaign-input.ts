import { z } from 'zod';
import { CHANNELS, CONTACT_REASONS, channelOf, contactChannelOf, PURPOSES, purposeOf } from '../consent/index.js';
import { currencyOf, flagOf, idOf, plainId, timeOf } from '../kernel/input.js';
import { LANGUAGES } from '../kernel/language.js';
import { RESULTS } from './results.js';
import { REPLAYS, TOUCH_STATES } from './touches.service.js';

/** Stages of a campaign, in the order of its life. */
const STATUSES = ['DRAFT', 'APPROVED', 'LAUNCHED', 'PAUSED', 'DONE', 'STOPPED'] as const;

export const previewInput = z.object({
  segment: idOf,
  purpose: purposeOf.default('marketing'),
  channel: channelOf,
  sample: z.int().min(0).max(100).default(10),
  exact: z.boolean().default(false),
});

/** As the question it takes the place of was asked. */
export const audienceInput = z.object({
  segmentId: idOf,
  purposeId: purposeOf,
  channel: channelOf,
  now: timeOf.nullish(),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  after: z.string().max(200).default(''),
});

const money = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

const template = z.string().min(1).max(10_000).nullish();

const variantInput = z.object({
  name: z.string().min(1).max(50),
  share: z.number().min(0).max(1),
  subject: z.string().min(1).max(200).nullish(),
  text: template,
  html: z.string().min(1).max(100_000).nullish(),
  subjectZh: z.string().min(1).max(200).nullish(),
  textZh: template,
  htmlZh: z.string().min(1).max(100_000).nullish(),
});

export const campaignInput = z.object({
  id: plainId.nullish(),
  name: z.string().min(1).max(200),
  nameZh: z.string().min(1).max(200).nullish(),
  purpose: purposeOf.default('marketing'),
  channel: contactChannelOf,
  fallback: z.array(contactChannelOf).max(5).nullish(),
  segment: idOf.nullish(),
  community: idOf.nullish(),
  customers: z.array(idOf).max(10_000).nullish(),
  excludeSegments: z.array(idOf).max(50).nullish(),
  excludeCampaigns: z.array(idOf).max(50).nullish(),
  priority: z.int().min(1).max(10).nullish(),
  scheduled: z.boolean().nullish(),
  variants: z
    .array(variantInput)
    .min(1)
    .max(10)
    .nullish()
    .transform((variants) => variants ?? [{ name: 'A', share: 1 }]),
  startsAt: timeOf.nullish(),
  costMinor: money.nullish(),
  budgetMinor: money.nullish(),
  currency: currencyOf.nullish(),
  idempotencyKey: z.string().min(1).max(200).nullish(),
});

export const campaignsInput = z.object({
  status: z.enum(STATUSES).nullish(),
  journeys: flagOf.default(false),
  first: z.coerce.number().int().min(1).max(200).default(50),
});

export const reachInput = z.object({
  campaign: idOf,
  sample: z.coerce.number().int().min(0).max(100).default(10),
  exact: flagOf.default(false),
});

export const testInput = z.object({
  campaign: idOf,
  variant: z.string().min(1).max(50).nullish(),
  channel: contactChannelOf.nullish(),
  address: z.string().min(3).max(200),
  language: z.enum(LANGUAGES).default('zh'),
});

export const replayInput = z.object({ id: idOf, what: z.enum(REPLAYS).default('FAILED') });

export const launchInput = z.object({ id: idOf, again: z.boolean().default(false) });

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
