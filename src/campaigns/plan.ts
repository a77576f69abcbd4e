import { createHash } from 'node:crypto';
import { type Channel, channelsOf, type PurposeId } from '../consent/index.js';
import { type Fault, faultWith, type Words } from '../kernel/words/issues.js';
import { problemOfHtml, problemOfTemplate } from './dispatch/content.js';
import { problemOfVariants, type VariantShare } from './split.js';

/** A variant and what it says; without a text another system sends, and reports what came of it. */
export interface VariantPlan extends VariantShare {
  readonly subject?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly html?: string | null | undefined;
  readonly subjectZh?: string | null | undefined;
  readonly textZh?: string | null | undefined;
  readonly htmlZh?: string | null | undefined;
}

export interface CampaignPlan {
  /** Made up when left out; from the idempotency key when there is one. */
  readonly id?: string | null | undefined;
  readonly name: string;
  readonly nameZh?: string | null | undefined;
  readonly purpose: PurposeId;
  readonly channel: Channel;
  /** Tried in this order for who cannot be reached through `channel`. */
  readonly fallback?: readonly Channel[] | null | undefined;
  /** One of segment, community, customers. */
  readonly segment?: string | null | undefined;
  readonly community?: string | null | undefined;
  readonly customers?: readonly string[] | null | undefined;
  readonly excludeSegments?: readonly string[] | null | undefined;
  readonly excludeCampaigns?: readonly string[] | null | undefined;
  /** 1..10; the higher is sent first. */
  readonly priority?: number | null | undefined;
  readonly variants: readonly VariantPlan[];
  /** Earliest launch; now when left out. */
  readonly startsAt?: Date | null | undefined;
  /** Launched by itself at `startsAt`, once approved. */
  readonly scheduled?: boolean | null | undefined;
  /** Of the whole campaign, in minor units. */
  readonly costMinor?: number | null | undefined;
  readonly budgetMinor?: number | null | undefined;
  readonly currency?: string | null | undefined;
  /** The same key with the same plan gives the same campaign, however often it is sent. */
  readonly idempotencyKey?: string | null | undefined;
}

/** What is wrong with a plan beyond its single fields, or null. */
export function problemOfPlan(plan: CampaignPlan): Fault | null {
  const { costMinor, budgetMinor, purpose, variants } = plan;
  if (purpose === 'profiling') return REACHES_NOBODY;
  const channels = channelsIn(plan);
  if (channels.some((one) => !channelsOf(purpose).includes(one) || one === 'ALL')) return NO_CHANNEL;
  if (new Set(channels).size < channels.length) return faultWith('fallback', CHANNEL_TWICE);
  const audiences = [plan.segment, plan.community, plan.customers?.length ? 'list' : null].filter((one) => one);
  if (audiences.length !== 1) return ONE_AUDIENCE;
  if (costMinor != null && budgetMinor != null && costMinor > budgetMinor) return ABOVE_BUDGET;
  if ((costMinor ?? budgetMinor) != null && !plan.currency) return NO_CURRENCY;
  const shares = problemOfVariants(variants);
  return shares === null ? problemOfContent(variants) : faultWith('variants', shares);
}

const REACHES_NOBODY = faultWith('purpose', {
  en: 'profiling reaches nobody: choose marketing, referral or research',
  zh: '画像用途不触达任何人：请选择营销、推荐或调研',
});
const NO_CHANNEL = faultWith('channel', { en: 'must be one way to reach people', zh: '须为一种触达方式' });
/** Also of a step of a journey. */
export const CHANNEL_TWICE = { en: 'names a channel twice', zh: '同一渠道出现了两次' } satisfies Words;
const ONE_AUDIENCE = faultWith('segment', {
  en: 'name one audience: segment, community or customers',
  zh: '请只选择一种目标人群：分群、社群或客户名单',
});
const ABOVE_BUDGET = faultWith('costMinor', { en: 'is above the budget', zh: '高于预算' });
const NO_CURRENCY = faultWith('currency', { en: 'is needed for cost and budget', zh: '填写成本或预算时须注明币种' });
const TEXTS_OF_SOME: Words = { en: 'either every variant has a text, or none', zh: '须每个版本都有正文，或都没有' };
const NO_TEXT: Words = { en: 'is needed beside html and textZh', zh: '有 HTML 或中文正文时必填' };

/** Its channels in the order in which they are tried. */
export function channelsIn({ channel, fallback }: Pick<CampaignPlan, 'channel' | 'fallback'>): Channel[] {
  return [channel, ...(fallback ?? [])];
}

const TEMPLATES = { subject: problemOfTemplate, text: problemOfTemplate, html: problemOfHtml } as const;

function problemOfContent(variants: readonly VariantPlan[]): Fault | null {
  const written = variants.filter(({ text }) => text != null).length;
  if (written > 0 && written < variants.length) return faultWith('variants', TEXTS_OF_SOME);
  const lone = variants.findIndex((one) => one.text == null && (one.html ?? one.textZh ?? one.htmlZh) != null);
  if (lone >= 0) return faultWith(`variants.${lone}.text`, NO_TEXT);
  for (const [at, variant] of variants.entries())
    for (const [name, problemOf] of Object.entries(TEMPLATES) as [keyof typeof TEMPLATES, typeof problemOfHtml][])
      for (const field of [name, `${name}Zh`] as const) {
        const template = variant[field];
        const problem = template == null ? null : problemOf(template);
        if (problem !== null) return faultWith(`variants.${at}.${field}`, problem);
      }
  return null;
}

/**
 * Equal exactly where the plans are. A start that was left out is no difference: "now" is another now in a repeated
 * call.
 */
export function fingerprintOf(plan: CampaignPlan): string {
  const { id: _id, idempotencyKey: _key, variants, startsAt, ...settings } = plan;
  const given = (fields: object) => Object.entries(fields).filter(([, value]) => value != null && value !== false);
  const whole = [
    given(settings).sort(byName),
    startsAt?.toISOString() ?? null,
    variants.map((one) => given(one).sort(byName)),
  ];
  return hash(JSON.stringify(whole), 32);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The first characters of SHA-256 in hexadecimal. */
export function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
