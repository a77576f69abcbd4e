import { z } from 'zod';
import { idOf, timeOf } from '../../kernel/input.js';
import { RECEIPT_EVENTS } from '../receipts.service.js';
import { TOUCH_STATES } from '../touches.service.js';

/** The touches of a campaign that are asked for. */
export const touchesQuery = z.object({
  state: z.enum(TOUCH_STATES).nullish(),
  first: z.coerce.number().int().min(1).max(1000).default(100),
  after: z.string().max(500).default(''),
});

export const touchesInput = touchesQuery.extend({ campaign: idOf });

export const messageInput = z.object({ campaign: idOf, customer: idOf });

const receipt = z.object({
  deliveryId: z.string().min(1).max(500),
  event: z.enum(RECEIPT_EVENTS),
  at: timeOf,
  eventId: idOf,
  text: z.string().max(2000).nullish(),
});

const MOST_RECEIPTS = 1_000;
export const receiptsInput = z.object({ events: z.array(receipt).min(1).max(MOST_RECEIPTS) });
/** Of a request: each receipt and its fields, and what they are in. */
export const RECEIPT_VALUES = MOST_RECEIPTS * (1 + Object.keys(receipt.shape).length) + 10;

const time = z.iso.datetime().nullable();

/** Answers as REST sends them. */
export const touchesOut = z.object({
  rows: z.array(
    z.object({
      ...{ id: z.string(), customerId: z.string(), variant: z.string(), channel: z.string().nullable() },
      ...{ state: z.enum(TOUCH_STATES).nullable(), reason: z.string().nullable(), problem: z.string().nullable() },
      ...{ tries: z.int(), at: time, notBefore: time, sentAt: time, deliveredAt: time, bouncedAt: time },
      ...{ openedAt: time, clickedAt: time, repliedAt: time, unsubscribedAt: time },
    }),
  ),
});

export const receiptsOut = z.object({ recorded: z.int(), repeated: z.int(), unknown: z.int(), withdrawn: z.int() });
