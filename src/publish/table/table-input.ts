import { z } from 'zod';
import { own } from '../../kernel/words/issues.js';
import { purposeInput, QUASI_IDENTIFIERS, SENSITIVE_COLUMNS } from './columns.js';
import { hierarchiesInput } from './hierarchy.js';

/** How much of the day someone joined is looked at, in characters of the ISO day. */
export const DATE_CHARS = { day: 10, month: 7, year: 4 } as const;

const or = <S extends z.ZodType>(schema: S, standard: z.output<S>) => schema.nullish().transform((v) => v ?? standard);

/** What a k-anonymous table is asked by; each setting has a default. */
export const tableInput = z
  .object({
    columns: or(
      z
        .array(z.enum(QUASI_IDENTIFIERS))
        .min(1)
        .refine((all) => new Set(all).size === all.length, own('names a column twice', '同一列出现了两次')),
      ['ageBand', 'region', 'gender', 'joinedAt'],
    ),
    sensitive: or(z.enum(SENSITIVE_COLUMNS).nullable(), null),
    k: or(z.number().int().min(2).max(10_000), 5),
    l: or(z.number().int().min(1).max(100), 1),
    suppress: or(z.number().min(0).max(0.5), 0.05),
    joinedFrom: or(z.enum(['day', 'month', 'year']), 'month'),
    purpose: purposeInput,
    hierarchies: or(hierarchiesInput, {}),
  })
  .refine(({ l, sensitive }) => l === 1 || sensitive !== null, {
    path: ['l'],
    message: own('needs a sensitive column', '须指定敏感列'),
  })
  .refine(({ columns, sensitive }) => !(columns as string[]).includes(sensitive ?? ''), {
    path: ['sensitive'],
    message: own('is one of the columns too', '不能同时是准标识列'),
  });

export type TableInput = z.input<typeof tableInput>;
export type TableQuestion = z.output<typeof tableInput>;
