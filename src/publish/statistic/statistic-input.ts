import { createHash } from 'node:crypto';
import { z } from 'zod';
import { currencyOf } from '../../kernel/input.js';
import { issueOf, own, type Words } from '../../kernel/words/issues.js';
import { COUNTED_COLUMNS, purposeInput } from '../table/columns.js';

export const STATISTICS = ['COUNT', 'HISTOGRAM', 'SUM', 'DEGREES', 'TIES', 'COMMUNITY_SIZES'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** Each with a budget of its own. A closed list: whoever could name a new one would have a new budget. */
export const DATA_SETS = ['customers', 'network', 'communities'] as const;
export type DataSet = (typeof DATA_SETS)[number];

/** Epsilon is kept in millionths, as whole numbers, so that sums of it are exact. */
export const MICRO = 1_000_000;
const epsilon = z
  .number()
  .min(0.001)
  .max(10)
  .refine(
    (value) => Number.isInteger(Math.round(value * MICRO * 1e3) / 1e3),
    own('has more than six decimals', '小数不能超过六位'),
  );

const given = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);
const text = z.string().min(1).max(100);
const where = z.array(z.object({ column: z.enum(COUNTED_COLUMNS), values: z.array(text).min(1).max(200) })).max(7);
const money = z.number().int().min(-1e12).max(1e12);

/**
 * What is asked, and how much epsilon it may take. Everything that shapes the answer is stated here, never read off the
 * data.
 */
export const statisticInput = z
  .object({
    ask: z.enum(STATISTICS),
    epsilon: z.nullish(epsilon).transform((value) => value ?? 0.1),
    purpose: purposeInput,
    where: given(where),
    by: given(z.enum(COUNTED_COLUMNS)),
    bins: given(z.array(text).min(1).max(500)),
    of: given(z.enum(['spendMinor', 'orders'])),
    currency: given(currencyOf),
    lower: given(money),
    upper: given(money),
    most: given(z.number().int().min(1).max(1_000)),
  })
  .superRefine((question, { addIssue }) => {
    for (const [path, words] of problemsOf(question)) addIssue(issueOf(words, [path]));
  })
  .transform((question) => ({ ...question, ...STANDARD[question.ask]?.(question) }));

interface Standing {
  readonly lower?: number | undefined;
  readonly most?: number | undefined;
  readonly of?: string | undefined;
  readonly currency?: string | undefined;
}

/** Settings left out, stated, so that a question is the same whether they were written or not. */
const STANDARD: Partial<Record<Statistic, (question: Standing) => object>> = {
  SUM: ({ lower = 0, of = 'spendMinor', currency = 'CNY' }) => ({
    lower,
    ...(of === 'spendMinor' ? { currency } : {}),
  }),
  DEGREES: ({ most = 50 }) => ({ most }),
};

export type StatisticInput = z.input<typeof statisticInput>;
export type StatisticQuestion = z.output<typeof statisticInput>;

/** Which settings each statistic has besides epsilon and purpose. */
const TAKES: Readonly<Record<Statistic, readonly (keyof StatisticInput)[]>> = {
  COUNT: ['where'],
  HISTOGRAM: ['where', 'by', 'bins'],
  SUM: ['where', 'of', 'currency', 'lower', 'upper'],
  DEGREES: ['most'],
  TIES: [],
  COMMUNITY_SIZES: [],
};

const NEEDED = {
  by: { en: 'says by which column', zh: '须指明按哪一列' },
  of: { en: 'says what is added up', zh: '须指明对什么求和' },
  upper: { en: 'says what one person counts at most', zh: '须指明每人最多计多少' },
  above: { en: 'is not above lower', zh: '须大于 lower' },
} satisfies Readonly<Record<string, Words>>;

function problemsOf(question: Record<string, unknown> & { ask: Statistic }): [string, Words][] {
  const { ask, lower = 0, upper } = question;
  const settings = ['where', 'by', 'bins', 'of', 'currency', 'lower', 'upper', 'most'] as const;
  const strange = settings.filter((key) => question[key] !== undefined && !TAKES[ask].includes(key));
  const problems: [string, Words][] = strange.map((key) => [
    key,
    { en: `is no setting of ${ask}`, zh: `${ask} 没有此项设置` },
  ]);
  if (ask === 'HISTOGRAM' && question.by === undefined) problems.push(['by', NEEDED.by]);
  if (ask === 'SUM' && question.of === undefined) problems.push(['of', NEEDED.of]);
  if (ask === 'SUM' && upper === undefined) problems.push(['upper', NEEDED.upper]);
  if (ask === 'SUM' && upper !== undefined && (lower as number) >= (upper as number))
    problems.push(['upper', NEEDED.above]);
  return problems;
}

export function dataSetOf(ask: Statistic): DataSet {
  if (ask === 'COMMUNITY_SIZES') return 'communities';
  return ask === 'DEGREES' || ask === 'TIES' ? 'network' : 'customers';
}

/** The question in one form, however it was written: keys and lists in order, nothing twice. */
export function canonical(question: StatisticQuestion): string {
  const { where = [], bins, ...rest } = question;
  const tidy = {
    ...rest,
    where: where.map(({ column, values }) => ({ column, values: inOrder(values) })).sort(byText),
    bins: bins && inOrder(bins),
  };
  return JSON.stringify(tidy, (_key, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function inOrder(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** Under which an answer is kept: the same question of the same version of the data has one answer. */
export function entryIdOf(dataSet: DataSet, version: number, question: string): string {
  return createHash('sha256').update(`${dataSet}|${version}|${question}`).digest('hex');
}
