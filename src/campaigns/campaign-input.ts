import { z } from 'zod';
import { channelOf, contactChannelOf, purposeOf } from '../consent/index.js';
import { currencyOf, flagOf, idOf, plainId, timeOf } from '../kernel/input.js';
import { LANGUAGES } from '../kernel/language.js';
import { REPLAYS } from './touches.service.js';

/** Stages of a campaign, in the order of its life. */
export const STATUSES = ['DRAFT', 'APPROVED', 'LAUNCHED', 'PAUSED', 'DONE', 'STOPPED'] as const;

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
