import { z } from 'zod';

const share = z.number().int().min(0).max(100);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

/** What may be asked of an RFM run, from wherever it comes: bounds of every argument. */
export const rfmOrder = z.object({
  windowMonths: optional(z.coerce.number().int().min(1).max(1200)),
  asOf: optional(
    z.union([z.date(), z.iso.datetime({ offset: true }), z.iso.date()]).transform((value) => new Date(value)),
  ),
  method: optional(z.enum(['type7', 'rpackage'])),
  weights: optional(
    z
      .object({ recency: share, frequency: share, monetary: share })
      .refine((w) => w.recency + w.frequency + w.monetary > 0, 'must not all be 0'),
  ),
  currency: optional(z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as CNY')),
});
