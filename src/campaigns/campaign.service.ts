import { createHash } from 'node:crypto';
import { type Channel, channelsOf, type PurposeId } from '../consent/index.js';
import type { RowOf } from '../graph/queries.gen.js';
import { AppError } from '../kernel/error.js';
import { recordAudit, type Services } from '../security/index.js';
import { problemOfTemplate } from './dispatch/content.js';
import { resultsOf, statesOf, type VariantResult } from './results.js';
import { requireSegment } from './segment.service.js';
import { problemOfVariants, type VariantShare } from './split.js';

/** A variant and what it says; without a text another system sends, and reports what came of it. */
export interface VariantPlan extends VariantShare {
  readonly subject?: string | null | undefined;
  readonly text?: string | null | undefined;
}

export interface CampaignPlan {
  /** Made up when left out; from the idempotency key when there is one. */
  readonly id?: string | null | undefined;
  readonly name: string;
  readonly purpose: PurposeId;
  readonly channel: Channel;
  readonly segment: string;
  readonly variants: readonly VariantPlan[];
  /** Earliest launch; now when left out. */
  readonly startsAt?: Date | null | undefined;
  /** Of the whole campaign, in minor units. */
  readonly costMinor?: number | null | undefined;
  readonly budgetMinor?: number | null | undefined;
  readonly currency?: string | null | undefined;
  /** The same key with the same plan gives the same campaign, however often it is sent. */
  readonly idempotencyKey?: string | null | undefined;
}

export type CampaignRow = RowOf<'campaigns/steps/campaign'>;
export type VariantRow = RowOf<'campaigns/steps/campaign-variants'>;
export type CampaignReport = Omit<CampaignRow, 'launch'> & {
  readonly states: readonly { readonly state: string; readonly count: number }[];
  readonly variants: readonly (VariantRow & { readonly results: readonly VariantResult[] })[];
};

/** Makes a campaign as a draft. Safe to repeat by id or idempotency key. Throws INPUT, NOT_FOUND (segment), CONFLICT (id means another). */
export async function createCampaign(services: Services, plan: CampaignPlan): Promise<CampaignReport> {
  const problem = problemOfPlan(plan);
  if (problem) throw new AppError('INPUT', `campaign ${plan.name}: ${problem}`, 'correct it and send it again');
  await requireSegment(services, plan.segment);
  const { graph, clock, random, viewer } = services;
  const id = plan.id ?? (plan.idempotencyKey ? `k-${hash(`${viewer.id}|${plan.idempotencyKey}`, 20)}` : random.id());
  const fingerprint = fingerprintOf(plan);
  const draft = {
    id,
    name: plan.name,
    purposeId: plan.purpose,
    channel: plan.channel,
    segmentId: plan.segment,
    startsAt: plan.startsAt ?? clock.now(),
    costMinor: plan.costMinor ?? null,
    budgetMinor: plan.budgetMinor ?? null,
    currency: plan.currency ?? null,
    fingerprint,
    createdBy: viewer.id,
    now: clock.now(),
    rows: plan.variants.map((one, at) => rowOf(id, one, at + 1)),
  };
  const made = await graph.transaction(async (tx) => {
    const row = await tx.write('campaigns/steps/campaign-create', draft);
    if (row.created) await recordAudit(services, { action: 'CAMPAIGN_CREATED', subject: id, count: 1 }, tx);
    return row;
  });
  if (made.fingerprint !== fingerprint) throw takenId(id, made.status);
  return campaignOf(services, id);
}

/** What is wrong with a plan beyond its single fields, or null. */
export function problemOfPlan(plan: CampaignPlan): string | null {
  const { costMinor, budgetMinor } = plan;
  if (plan.purpose === 'profiling') return 'profiling reaches nobody: choose marketing, referral or research';
  if (!channelsOf(plan.purpose).includes(plan.channel) || plan.channel === 'ALL')
    return 'channel must be one way to reach people';
  if (costMinor != null && budgetMinor != null && costMinor > budgetMinor) return 'the cost is above the budget';
  if ((costMinor ?? budgetMinor) != null && !plan.currency) return 'cost and budget need a currency';
  return problemOfVariants(plan.variants) ?? problemOfContent(plan.variants);
}

function problemOfContent(variants: readonly VariantPlan[]): string | null {
  const written = variants.filter(({ text }) => text != null).length;
  if (written > 0 && written < variants.length) return 'either every variant has a text, or none';
  const problems = variants.flatMap(({ name, subject, text }) =>
    [subject, text]
      .map((one) => (one == null ? null : problemOfTemplate(one)))
      .map((p) => p && `variant ${name}: ${p}`),
  );
  return problems.find((problem) => problem !== null) ?? null;
}

/** A campaign with what came of it so far. Throws NOT_FOUND. */
export async function campaignOf({ graph }: Services, id: string): Promise<CampaignReport> {
  const [row] = await graph.read('campaigns/steps/campaign', { id });
  if (!row) throw new AppError('NOT_FOUND', `no campaign ${id}`, 'check the id, or create the campaign first');
  const { launch: _launch, ...campaign } = row;
  const variants = await graph.read('campaigns/steps/campaign-variants', { campaignId: id });
  const results = await graph.read('campaigns/steps/touch-results', { campaignId: id });
  const withResults = variants.map((one) => ({ ...one, results: resultsOf(results, one.id) }));
  return { ...campaign, states: statesOf(results), variants: withResults };
}

function rowOf(campaign: string, { name, share, subject, text }: VariantPlan, position: number) {
  return { id: `${campaign}|${name}`, name, share, position, subject: subject ?? null, text: text ?? null };
}

function takenId(id: string, status: string | null): AppError {
  const how = status === 'DRAFT' ? 'exists already with other settings' : 'is launched already and cannot be changed';
  return new AppError('CONFLICT', `campaign ${id} ${how}`, 'choose another id or idempotency key for the new campaign');
}

/** Equal exactly where the plans are. A start that was left out is no difference: "now" is another now in a repeated call. */
function fingerprintOf(plan: CampaignPlan): string {
  const { name, purpose, channel, segment, costMinor, budgetMinor, currency } = plan;
  const variants = plan.variants.map((v) => [v.name, v.share, ...(v.text == null ? [] : [v.subject ?? null, v.text])]);
  const start = plan.startsAt?.toISOString() ?? null;
  const whole = [
    name,
    purpose,
    channel,
    segment,
    variants,
    start,
    costMinor ?? null,
    budgetMinor ?? null,
    currency ?? null,
  ];
  return hash(JSON.stringify(whole), 32);
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
