import { z } from 'zod';
import { DAY_MS, HOUR_MS } from '../../kernel/clock.js';
import { idOf } from '../../kernel/input.js';
import { WARNING_RULES } from '../../value/index.js';
import { durationOf, timeOfDay } from './duration.js';

/** How long after it happened something still begins a journey: files of the night tell of the day before. */
const late = durationOf.default(2 * DAY_MS);
const NINE = 9 * 60;
const yearly = {
  /** From which time of the day on, in the time zone of the product. */
  at: timeOfDay.default(NINE),
  missingDay: z.enum(['last', 'skip']).default('last'),
  late: durationOf.default(DAY_MS),
};
const one = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** What may begin a journey. */
export const triggerOf = z.discriminatedUnion('type', [
  one('birthday', {
    /** `own`: by the lunar calendar for those who told a lunar birthday, else by the solar one. */
    calendar: z.enum(['own', 'solar', 'lunar']).default('own'),
    leapMonth: z.enum(['plain', 'skip']).default('plain'),
    ...yearly,
  }),
  one('anniversary', yearly),
  one('firstOrder', { late }),
  one('cartAbandoned', {
    /** Type of the events that tell of a cart. */
    event: z.string().min(1).max(100).default('cart'),
    /** So long without an order or another such event. */
    after: durationOf.default(HOUR_MS),
    late,
  }),
  one('groupLeft', { event: z.string().min(1).max(100).default('left_group'), late }),
  one('event', { event: z.string().min(1).max(100), late }),
  /** By these rules of churn warnings; by any where left out. */
  one('churnWarning', { rules: z.array(z.enum(WARNING_RULES)).max(3).default([]), late }),
  one('segmentEntered', { segment: idOf, late }),
  one('segmentLeft', { segment: idOf, late }),
  one('referralMade', { late }),
  one('closeTieBought', {
    closenessAtLeast: z.number().min(0).max(1).default(0.5),
    product: idOf.optional(),
    category: idOf.optional(),
    late,
  }),
  one('leaderPosted', {
    roles: z
      .array(z.enum(['KOL', 'KOC']))
      .min(1)
      .max(2)
      .default(['KOL', 'KOC']),
    late,
  }),
]);

export type Trigger = z.output<typeof triggerOf>;
export type TriggerType = Trigger['type'];
export type TriggerOf<T extends TriggerType> = Extract<Trigger, { type: T }>;
