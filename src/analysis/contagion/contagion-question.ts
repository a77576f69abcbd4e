import { z } from 'zod';

const withDefault = <T extends z.ZodType>(schema: T, value: z.output<T>) =>
  schema.nullish().transform((v) => v ?? value);

/** What spreads: no order for so many days (or an RFM segment), or something negative said in that time. */
export const WATCHES = ['CHURNED', 'UNHAPPY'] as const;
/** Among whom marks change places: everybody, people with about as many close ties, or one community. */
export const STRATA = ['NONE', 'DEGREE', 'COMMUNITY'] as const;

/** What may be asked of the permutation test, with bounds and defaults. */
export const contagionQuestion = z.strictObject({
  watch: withDefault(z.enum(WATCHES), 'CHURNED'),
  days: withDefault(z.number().int().min(1).max(3_650), 180),
  segments: withDefault(z.array(z.string().min(1).max(100)).max(20), []),
  minCloseness: withDefault(z.number().min(0).max(1), 0.3),
  asOf: z
    .union([z.date(), z.iso.datetime({ offset: true }), z.iso.date()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? undefined : new Date(value))),
  strata: withDefault(z.enum(STRATA), 'DEGREE'),
  permutations: withDefault(z.number().int().min(99).max(99_999), 999),
  seed: withDefault(z.number().int().min(0).max(2_147_483_647), 42),
});

export type ContagionInput = z.input<typeof contagionQuestion>;
export type ContagionQuestion = z.output<typeof contagionQuestion>;
