import { z } from 'zod';
import { type CONTACT_CHANNELS, contactChannelOf } from '../../consent/index.js';

type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/**
 * How willingly people pass on what reaches them through a channel: the share of a tie's closeness that becomes the
 * chance that word passes along it. Starting values until a company has measured its own; `response` overrides them.
 */
export const RESPONSE: Readonly<Record<ContactChannel, number>> = {
  WECHAT: 0.3,
  GROUP: 0.25,
  MINI_PROGRAM: 0.2,
  CALL: 0.2,
  SMS: 0.15,
  MAIL: 0.1,
};

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const withDefault = <T extends z.ZodType>(schema: T, value: z.output<T>) =>
  schema.nullish().transform((v) => v ?? value);
const id = z.string().min(1).max(200);
const cost = z.number().gt(0).max(1e9);
const share = z.number().min(0).max(1);

/** Least of so many seeds per community: those named, or all of at least `minSize` people. */
const perCommunity = z.object({
  atLeast: z.number().int().min(1).max(50),
  communities: optional(z.array(id).min(1).max(200)),
  minSize: withDefault(z.number().int().min(2).max(1_000_000), 10),
});

/** What may be asked of a seed set, with bounds and defaults. */
export const seedQuestion = z.strictObject({
  channel: contactChannelOf,
  budget: z.number().gt(0).max(1e9),
  purpose: withDefault(z.enum(['marketing', 'referral', 'research']), 'marketing'),
  costs: withDefault(z.array(z.object({ customerId: id, cost })).max(10_000), []),
  defaultCost: withDefault(cost, 1),
  excluding: withDefault(z.array(id).max(10_000), []),
  within: optional(z.array(id).min(1).max(200)),
  perCommunity: optional(perCommunity),
  /** Chance that word passes along a tie is closeness × response, or the same on every tie where `chance` is given. */
  response: optional(share),
  chance: optional(share),
  unknownCloseness: withDefault(share, 0.1),
  snapshots: optional(z.number().int().min(20).max(10_000)),
  runs: withDefault(z.number().int().min(100).max(10_000), 1_000),
  seed: withDefault(z.number().int().min(0).max(2_147_483_647), 42),
});

export type SeedInput = z.input<typeof seedQuestion>;
export type SeedQuestion = z.output<typeof seedQuestion>;
