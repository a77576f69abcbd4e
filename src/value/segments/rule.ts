import { z } from 'zod';
import { CHANNELS, PURPOSES } from '../../consent/index.js';
import { currencyOf, idOf, timeOf } from '../../kernel/input.js';
import { issueOf, oneOf, own, type Words } from '../../kernel/words/issues.js';
import { SCORES } from '../../scores/index.js';
import { LIFECYCLE } from '../lifecycle.js';

/** Properties of a customer that are given, not worked out, by the kind of their values. */
const PLAIN = {
  text: ['city', 'region', 'ageBand', 'gender', 'tier', 'source'],
  number: ['orders', 'spendMinor'],
  time: ['joinedAt', 'firstOrderAt', 'lastOrderAt'],
} as const;
export const ROLE_NAMES = ['KOL', 'KOC', 'BRIDGE', 'MARGINAL'] as const;

const scored = (...kinds: string[]) =>
  SCORES.filter(({ kind }) => kinds.includes(kind)).map(({ property }) => property);
const nameIn = (names: readonly string[]) => z.enum(names as [string, ...string[]]);
const texts = z.array(z.string().min(1).max(200)).min(1).max(100);
const days = z.int().min(1).max(3650);
const count = z.int().min(1).max(1_000_000);
const amount = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const share = z.number().min(0).max(1);
const bounded = <S extends z.ZodRawShape>(shape: S, keys: readonly string[]) =>
  z.strictObject(shape).refine((value) => keys.some((key) => (value as Record<string, unknown>)[key] !== undefined), {
    error: own(`needs one of ${keys.join(', ')}`, `至少须有其中之一：${keys.join('、')}`),
  });

const compare = (text: readonly string[], number: readonly string[], time: readonly string[]) =>
  z.union(
    [
      z.strictObject({ name: nameIn(text), in: texts }),
      bounded({ name: nameIn(number), atLeast: z.number().optional(), atMost: z.number().optional() }, [
        'atLeast',
        'atMost',
      ]),
      bounded(
        {
          name: nameIn(time),
          ...{
            withinDays: days.optional(),
            beforeDays: days.optional(),
            from: timeOf.optional(),
            until: timeOf.optional(),
          },
        },
        ['withinDays', 'beforeDays', 'from', 'until'],
      ),
    ],
    {
      error: own(
        `a name with what it is compared by: ${text.join(', ')} by in; ${number.join(', ')} by atLeast, atMost; ${time.join(
          ', ',
        )} by withinDays, beforeDays, from, until`,
        `须为名称加比较方式：${text.join('、')} 用 in；${number.join('、')} 用 atLeast、atMost；${time.join(
          '、',
        )} 用 withinDays、beforeDays、from、until`,
      ),
    },
  );

const goods = { product: idOf.optional(), category: idOf.optional(), store: idOf.optional() };
const rfmSegment = idOf.regex(
  /^rfm:/,
  own('must be an RFM segment, like rfm:champions', '须为 RFM 分群，如 rfm:champions'),
);
const stages = z.array(z.enum(LIFECYCLE)).min(1).max(5);
const roles = z.array(z.enum(ROLE_NAMES)).min(1).max(4);
/** What members of a community are asked for: exactly one. */
const MEMBERS = ['ordered', 'rfmSegment', 'lifecycle', 'role'] as const;
const communities = {
  id: idOf.optional(),
  sizeAtLeast: count.optional(),
  shareAtLeast: share.optional(),
  ordered: z.strictObject({ days, ...goods }).optional(),
  rfmSegment: rfmSegment.optional(),
  lifecycle: stages.optional(),
  role: roles.optional(),
};
const community = bounded(communities, ['id', 'sizeAtLeast', ...MEMBERS]).refine(
  (given) => {
    const asked = MEMBERS.filter((key) => (given as Record<string, unknown>)[key] !== undefined).length;
    return asked === 1 || (asked === 0 && given.shareAtLeast === undefined);
  },
  {
    error: own(
      `shareAtLeast is of members asked for by exactly one of ${MEMBERS.join(', ')}`,
      `shareAtLeast 须与以下成员条件之一同用：${MEMBERS.join('、')}`,
    ),
  },
);

/** What each kind of condition takes. */
export const CONDITIONS = {
  property: compare(PLAIN.text, PLAIN.number, PLAIN.time),
  score: compare(scored('text'), scored('number', 'integer', 'money'), scored('date')),
  ordered: z.strictObject({ days, atLeast: count.default(1), ...goods }),
  spent: z.strictObject({ days, atLeastMinor: amount, currency: currencyOf, ...goods }),
  notOrdered: z.strictObject({ days, ...goods }),
  event: z.strictObject({ type: z.string().min(1).max(100), days, atLeast: count.default(1) }),
  sentiment: bounded({ days, atLeast: z.number().optional(), atMost: z.number().optional() }, ['atLeast', 'atMost']),
  interest: z.strictObject({ id: idOf, weightAtLeast: share.default(0) }),
  consents: z.strictObject({ purpose: z.enum(PURPOSES), channel: z.enum([...CHANNELS, 'ANY']).default('ANY') }),
  rfmSegment: z.strictObject({ id: rfmSegment }),
  lifecycle: z.strictObject({ in: stages }),
  role: z.strictObject({ in: roles }),
  closeTie: bounded(
    {
      closenessAtLeast: share.default(0.5),
      ordered: z.strictObject({ days, product: idOf.optional(), category: idOf.optional() }).optional(),
      quietDays: days.optional(),
    },
    ['ordered', 'quietDays'],
  ),
  near: z.strictObject({ role: z.enum(ROLE_NAMES), steps: z.int().min(1).max(3).default(2) }),
  inCommunity: community,
  broughtBy: z.strictObject({
    rfmSegment: rfmSegment.optional(),
    lifecycle: stages.optional(),
    role: roles.optional(),
    tier: texts.optional(),
  }),
  broughtAtLeast: z.strictObject({ count }),
  companyOf: bounded({ id: idOf.optional(), industry: z.string().min(1).max(200).optional() }, ['id', 'industry']),
} as const;

export type ConditionName = keyof typeof CONDITIONS;
type One = { readonly [N in ConditionName]: { readonly [K in N]: z.output<(typeof CONDITIONS)[N]> } }[ConditionName];
/** A rule: one condition, or some of them by `all`, `any` and `not`. */
export type Rule = One | { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] } | { readonly not: Rule };

/** Conditions that a rule may have, and levels that it may be deep. */
export const MOST_CONDITIONS = 50;
export const DEEPEST = 6;

const TOO_DEEP: Words = { en: `is more than ${DEEPEST} levels deep`, zh: `超过 ${DEEPEST} 层` };
const TOO_MANY: Words = { en: `has more than ${MOST_CONDITIONS} conditions`, zh: `条件超过 ${MOST_CONDITIONS} 个` };
const NO_LIST: Words = {
  en: `must be a list of 1 to ${MOST_CONDITIONS} conditions`,
  zh: `须为 1 至 ${MOST_CONDITIONS} 个条件的列表`,
};
const NAMES = ['all', 'any', 'not', ...Object.keys(CONDITIONS)];

/**
 * Reads a rule: an object with exactly one word, at most 50 conditions and 6 levels. What is wrong is named by its
 * path.
 */
export const ruleOf = z.unknown().transform((value, context): Rule => {
  const left = { conditions: MOST_CONDITIONS };
  const problem = (path: readonly PropertyKey[], words: Words) => {
    context.addIssue(issueOf(words, path));
    return z.NEVER;
  };
  const read = (given: unknown, path: readonly PropertyKey[], depth: number): Rule => {
    const keys = typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.keys(given) : [];
    const [name] = keys;
    if (keys.length !== 1 || !NAMES.includes(name!)) return problem(path, oneOf(NAMES));
    if (depth > DEEPEST) return problem(path, TOO_DEEP);
    const inner = (given as Record<string, unknown>)[name!];
    if (name === 'not') return { not: read(inner, [...path, name], depth + 1) };
    if (name === 'all' || name === 'any') {
      if (!Array.isArray(inner) || inner.length === 0 || inner.length > MOST_CONDITIONS)
        return problem([...path, name], NO_LIST);
      const parts = inner.map((part, at) => read(part, [...path, name, at], depth + 1));
      return name === 'all' ? { all: parts } : { any: parts };
    }
    if (left.conditions-- === 0) return problem(path, TOO_MANY);
    const parsed = CONDITIONS[name as ConditionName].safeParse(inner);
    if (parsed.success) return { [name!]: parsed.data } as unknown as Rule;
    for (const issue of parsed.error.issues)
      context.addIssue({ ...issue, path: [...path, name!, ...issue.path], input: inner } as Parameters<
        typeof context.addIssue
      >[0]);
    return z.NEVER;
  };
  return read(value, [], 1);
});
