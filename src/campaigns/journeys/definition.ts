import { z } from 'zod';
import { contactChannelOf } from '../../consent/index.js';
import { DAY_MS } from '../../kernel/clock.js';
import { currencyOf, idOf } from '../../kernel/input.js';
import { issueOf, oneOf, own, type Words } from '../../kernel/words/issues.js';
import { ruleOf } from '../../value/index.js';
import { problemOfHtml, problemOfTemplate } from '../dispatch/content.js';
import { CHANNEL_TWICE, channelsIn } from '../plan.js';
import { durationOf, timeOfDay } from './duration.js';
import { triggerOf } from './trigger.js';

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/, own('must be of small letters, digits and -', '只能含小写字母、数字和 -'));
const template = (most: number, problemOf: typeof problemOfTemplate = problemOfTemplate) =>
  z
    .string()
    .min(1)
    .max(most)
    .superRefine((text, context) => {
      const problem = problemOf(text);
      if (problem !== null) context.addIssue(issueOf(problem));
    });
const sentence = z.string().min(1).max(500);

/** What is waited for: something that the customer does, or does with a message of this journey. */
export const AWAITED = ['ordered', 'referred', 'posted', 'opened', 'clicked', 'replied', 'event'] as const;

const ACTIONS = {
  wait: z
    .strictObject({
      for: durationOf.optional(),
      until: z.strictObject({ from: timeOfDay, to: timeOfDay }).optional(),
    })
    .refine(
      (wait) => wait.for !== undefined || wait.until !== undefined,
      own('needs for or until', '须有 for 或 until'),
    ),
  waitFor: z
    .strictObject({
      event: z.enum(AWAITED),
      /** Of events: `event: event` needs it. */
      type: z.string().min(1).max(100).optional(),
      within: durationOf,
      /** Where the journey goes when it happens, and when it does not; the next step where left out. */
      to: slug.optional(),
      otherwise: slug.optional(),
    })
    .refine(
      ({ event, type }) => (event === 'event') === (type !== undefined),
      own('event: event needs a type, others none', '只有 event: event 须写 type，其他不写'),
    ),
  branch: z
    .strictObject({
      /** A rule as segments have them. */
      if: ruleOf.optional(),
      /** Or a segment that the customer is in. */
      segment: idOf.optional(),
      to: slug.optional(),
      otherwise: slug.optional(),
    })
    .refine(
      (branch) => (branch.if === undefined) !== (branch.segment === undefined),
      own('needs either if or segment', '须有 if 或 segment 之一'),
    ),
  send: z
    .strictObject({
      channel: contactChannelOf,
      /** Tried in this order for who cannot be reached through `channel`. */
      fallback: z.array(contactChannelOf).max(5).default([]),
      subject: template(200).optional(),
      text: template(10_000),
      html: template(100_000, problemOfHtml).optional(),
      subjectZh: template(200).optional(),
      textZh: template(10_000).optional(),
      htmlZh: template(100_000, problemOfHtml).optional(),
    })
    .refine((send) => new Set(channelsIn(send)).size === channelsIn(send).length, {
      message: own(CHANNEL_TWICE.en, CHANNEL_TWICE.zh),
      path: ['fallback'],
    }),
  reward: z.strictObject({
    amountMinor: z.int().min(1).max(100_000_000),
    currency: currencyOf,
  }),
  alert: z.strictObject({ text: sentence, textZh: sentence.optional() }),
  end: z.literal(true),
} as const;

export const STEP_KINDS = Object.keys(ACTIONS) as StepKind[];
export type StepKind = keyof typeof ACTIONS;

const step = z
  .strictObject({
    id: slug,
    /** The step after it; the next in the list where left out. */
    next: slug.optional(),
    ...(Object.fromEntries(Object.entries(ACTIONS).map(([kind, schema]) => [kind, schema.optional()])) as {
      [K in StepKind]: z.ZodOptional<(typeof ACTIONS)[K]>;
    }),
  })
  .superRefine((given, context) => {
    const kinds = STEP_KINDS.filter((kind) => given[kind] !== undefined);
    if (kinds.length !== 1) context.addIssue(issueOf(oneOf(STEP_KINDS)));
  });
export type Step = z.output<typeof step>;

const reentry = z.union(
  [z.enum(['once', 'always']), z.strictObject({ every: durationOf })],
  own(
    'must be once, always, or every with a duration like 300 days',
    '须为 once、always，或 every 加时长，如 300 days',
  ),
);

/** A journey as its file says it. Steps lead forward only, so that everybody comes to an end. */
export const definitionOf = z
  .strictObject({
    id: slug,
    name: z.string().min(1).max(200),
    nameZh: z.string().min(1).max(200).optional(),
    purpose: z.enum(['marketing', 'service', 'referral', 'research']).default('marketing'),
    trigger: triggerOf,
    /** Whether who went through may begin again; who is still in it begins again with `always` alone. */
    reentry: reentry.default({ every: 30 * DAY_MS }),
    steps: z.array(step).min(1).max(50),
  })
  .superRefine(({ steps }, context) => {
    for (const [at, words] of faultsOfSteps(steps)) context.addIssue(issueOf(words, ['steps', at]));
  });
export type Definition = z.output<typeof definitionOf>;

/** What is wrong with how steps lead to each other, by the place of the step. */
function faultsOfSteps(steps: readonly Step[]): [number, Words][] {
  const places = new Map<string, number>();
  const faults: [number, Words][] = [];
  steps.forEach(({ id }, at) => {
    if (places.has(id)) faults.push([at, taken(id)]);
    else places.set(id, at);
  });
  const reached = new Set([0]);
  steps.forEach((one, at) => {
    for (const target of targetsOf(one)) {
      const to = places.get(target);
      if (to === undefined) faults.push([at, noStep(target)]);
      else if (to <= at) faults.push([at, backward(one.id, target)]);
    }
    if (reached.has(at)) for (const to of successorsOf(steps, at)) reached.add(places.get(to ?? '') ?? -1);
    else faults.push([at, unreached(one.id)]);
  });
  return faults;
}

const taken = (id: string): Words => ({
  en: `the id ${id} is taken by another step`,
  zh: `id ${id} 与其他步骤重复`,
});
const noStep = (id: string): Words => ({ en: `there is no step ${id}`, zh: `没有步骤 ${id}` });
const backward = (from: string, to: string): Words => ({
  en: `step ${to} is not after ${from}: steps lead forward only`,
  zh: `步骤 ${to} 不在 ${from} 之后：步骤只能向后走`,
});
const unreached = (id: string): Words => ({ en: `no step leads to ${id}`, zh: `没有步骤通向 ${id}` });

const branchesOf = ({ waitFor, branch }: Step) => waitFor ?? branch;

function targetsOf(one: Step): string[] {
  const ways = branchesOf(one);
  return [one.next, ways?.to, ways?.otherwise].filter((target) => target !== undefined);
}

/** Ids of the steps that may follow one; null for the end. */
function successorsOf(steps: readonly Step[], at: number): (string | null)[] {
  const one = steps[at]!;
  const ways = branchesOf(one);
  if (!ways) return [nextOf(steps, one)];
  return [ways.to, ways.otherwise].map((target) => target ?? nextOf(steps, one));
}

/** The step after one where nothing else is said; null for the end. */
export function nextOf(steps: readonly Step[], one: Step): string | null {
  if (one.end) return null;
  return one.next ?? steps[steps.findIndex(({ id }) => id === one.id) + 1]?.id ?? null;
}

/** What kind of step one is. */
export function kindOfStep(one: Step): StepKind {
  return STEP_KINDS.find((kind) => one[kind] !== undefined)!;
}
