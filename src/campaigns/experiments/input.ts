import { z } from 'zod';
import type { RowOf } from '../../graph/queries.gen.js';
import { idOf, plainId } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';
import { METRIC_NAMES, type MetricName } from './metrics.js';

const metric = z.enum(METRIC_NAMES);
const variant = z.object({ name: z.string().min(1).max(50), share: z.number().gt(0).max(1) });

export const experimentInput = z
  .object({
    id: plainId,
    name: z.string().min(1).max(200),
    nameZh: z
      .string()
      .min(1)
      .max(200)
      .nullish()
      .transform((given) => given ?? undefined),
    /** Tests the variants of this campaign; else it has its own. */
    campaign: idOf.nullish(),
    /** Of which customers, of one of its own; a campaign's is the campaign's. */
    segment: idOf.default('all'),
    variants: z.array(variant).min(2).max(10).nullish(),
    unit: z.enum(['PERSON', 'COMMUNITY']).default('PERSON'),
    metric: metric.default('CONVERSION'),
    guardrails: z.array(metric).max(5).default(['UNSUBSCRIBED']),
    /** Relative change to be seen. */
    effect: z.number().min(0.001).max(10).default(0.1),
    alpha: z.number().min(0.001).max(0.2).default(0.05),
    power: z.number().min(0.5).max(0.99).default(0.8),
    windowDays: z.int().min(1).max(365).default(14),
    beforeDays: z.int().min(1).max(730).default(90),
    /** Share of neighbours with the same variant from which somebody counts as exposed. */
    exposure: z.number().min(0.5).max(1).default(0.8),
  })
  .refine(({ campaign, variants }) => !campaign || !variants, {
    message: own('a campaign brings its own', '活动已自带版本'),
    path: ['variants'],
  })
  .refine(({ metric: main, guardrails }) => !guardrails.includes(main), {
    message: own('the metric itself is no guardrail', '主指标不能同时作护栏指标'),
    path: ['guardrails'],
  });
export type ExperimentInput = z.input<typeof experimentInput>;

/** An experiment as it stands, its variants with it. */
export type ExperimentRow = RowOf<'campaigns/steps/experiments/experiment'> & { readonly metric: MetricName };

export const experimentId = z.object({ id: idOf });
export const variantAsked = z.object({ experiment: idOf, customer: idOf });
