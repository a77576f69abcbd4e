import { createHash } from 'node:crypto';
import { type Channel, channelsOf, type PurposeId } from '../consent/index.js';
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
export function problemOfPlan(plan: CampaignPlan): string | null {
  const { costMinor, budgetMinor } = plan;
  if (plan.purpose === 'profiling') return 'profiling reaches nobody: choose marketing, referral or research';
  const channels = channelsIn(plan);
  if (channels.some((one) => !channelsOf(plan.purpose).includes(one) || one === 'ALL'))
    return 'channel must be one way to reach people';
  if (new Set(channels).size < channels.length) return 'fallback names a channel twice';
  const audiences = [plan.segment, plan.community, plan.customers?.length ? 'list' : null].filter((one) => one);
  if (audiences.length !== 1) return 'name one audience: segment, community or customers';
  if (costMinor != null && budgetMinor != null && costMinor > budgetMinor) return 'the cost is above the budget';
  if ((costMinor ?? budgetMinor) != null && !plan.currency) return 'cost and budget need a currency';
  return problemOfVariants(plan.variants) ?? problemOfContent(plan.variants);
}

/** Its channels in the order in which they are tried. */
export function channelsIn({ channel, fallback }: Pick<CampaignPlan, 'channel' | 'fallback'>): Channel[] {
  return [channel, ...(fallback ?? [])];
}

function problemOfContent(variants: readonly VariantPlan[]): string | null {
  const written = variants.filter(({ text }) => text != null).length;
  if (written > 0 && written < variants.length) return 'either every variant has a text, or none';
  const lone = variants.find((one) => one.text == null && (one.html ?? one.textZh ?? one.htmlZh) != null);
  if (lone) return `variant ${lone.name}: text is needed beside html and textZh`;
  for (const { name, subject, text, html, subjectZh, textZh, htmlZh } of variants) {
    const plain = [subject, text, subjectZh, textZh].map((one) => (one == null ? null : problemOfTemplate(one)));
    const rich = [html, htmlZh].map((one) => (one == null ? null : problemOfHtml(one)));
    const problem = [...plain, ...rich].find((one) => one !== null);
    if (problem) return `variant ${name}: ${problem}`;
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
