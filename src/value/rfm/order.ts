import { z } from 'zod';
import { currencyOf, idOf } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';
import { SEGMENT_SETS } from './segment-sets.js';

const share = z.number().int().min(0).max(100);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const months = z.coerce.number().int().min(1).max(1200);
const method = z.enum(['type7', 'rpackage']);
const segments = z.enum(SEGMENT_SETS);
const weights = z
  .object({ recency: share, frequency: share, monetary: share })
  .refine((w) => w.recency + w.frequency + w.monetary > 0, own('must not all be 0', '不能全为 0'));
const currency = currencyOf;

/** What may be asked of an RFM run, from wherever it comes: bounds of every argument. */
export const rfmOrder = z.object({
  windowMonths: optional(months),
  asOf: optional(
    z.union([z.date(), z.iso.datetime({ offset: true }), z.iso.date()]).transform((value) => new Date(value)),
  ),
  method: optional(method),
  segments: optional(segments),
  weights: optional(weights),
  currency: optional(currency),
});

/** A named model as people write it. */
export const modelInput = z.object({
  id: idOf.regex(
    /^[a-z0-9][a-z0-9._-]*$/,
    own('may have small letters, digits and . _ - only, like shanghai', '只能含小写字母、数字和 . _ -，如 shanghai'),
  ),
  name: z.string().min(1).max(200),
  nameZh: optional(z.string().min(1).max(200)),
  windowMonths: months.nullish().transform((value) => value ?? 12),
  method: method.nullish().transform((value) => value ?? 'type7'),
  segments: segments.nullish().transform((value) => value ?? 'grid'),
  weights: weights.nullish().transform((value) => value ?? { recency: 1, frequency: 1, monetary: 1 }),
  currency,
  store: optional(idOf),
  category: optional(idOf),
});

export const modelAsked = z.object({ id: idOf });
