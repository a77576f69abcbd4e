import type { RowOf } from '../graph/queries.gen.js';
import { idTaken, wrongInput } from '../kernel/checked.js';
import { AppError } from '../kernel/error.js';
import { faultWith } from '../kernel/words/issues.js';
import { recordAudit, type Services } from '../security/index.js';
import { type CampaignPlan, channelsIn, fingerprintOf, hash, problemOfPlan, type VariantPlan } from './plan.js';
import { resultsOf, statesOf, type VariantResult } from './results.js';
import { requireCommunity, requireSegment } from './segment.service.js';

export type CampaignRow = RowOf<'campaigns/steps/campaign'>;
export type VariantRow = RowOf<'campaigns/steps/campaign-variants'>;
export type CampaignReport = Omit<CampaignRow, 'launch'> & {
  readonly states: readonly { readonly state: string; readonly count: number }[];
  readonly variants: readonly (VariantRow & { readonly results: readonly VariantResult[] })[];
};

/**
 * Makes a campaign as a draft. Safe to repeat by id or idempotency key. Throws INPUT, NOT_FOUND (segment,
 * customers), CONFLICT (id means another).
 */
export async function createCampaign(services: Services, plan: CampaignPlan): Promise<CampaignReport> {
  const problem = problemOfPlan(plan);
  if (problem) throw wrongInput(`campaign ${plan.name}`, [problem]);
  await requireSegment(services, ...(plan.segment ? [plan.segment] : []), ...(plan.excludeSegments ?? []));
  if (plan.community) await requireCommunity(services, plan.community);
  const { graph, clock, random, viewer } = services;
  const id = plan.id ?? (plan.idempotencyKey ? `k-${hash(`${viewer.id}|${plan.idempotencyKey}`, 20)}` : random.id());
  const fingerprint = fingerprintOf(plan);
  const draft = {
    ...{ id, settings: settingsOf(plan, clock.now()), customers: [...new Set(plan.customers ?? [])] },
    ...{ fingerprint, createdBy: viewer.id, now: clock.now() },
    rows: plan.variants.map((one, at) => rowOf(id, one, at + 1)),
  };
  const made = await graph.transaction(async (tx) => {
    const row = await tx.write('campaigns/steps/campaign-create', draft);
    if (!row.created) return row;
    requireNamed(row.named, draft.customers);
    await recordAudit(services, { action: 'CAMPAIGN_CREATED', subject: id, count: 1 }, tx);
    return row;
  });
  if (made.fingerprint !== fingerprint) throw takenId(id, made.status);
  return campaignOf(services, id);
}

/** A list with a typing error would reach fewer than it names, and nobody would see it. */
function requireNamed(named: readonly string[], asked: readonly string[]): void {
  const known = new Set(named);
  const unknown = asked.filter((one) => !known.has(one));
  if (unknown.length === 0) return;
  const message = `${unknown.length} of the ${asked.length} customers are unknown`;
  const some = unknown.slice(0, 5).join(', ');
  const zh = `${asked.length} 个编号中有 ${unknown.length} 个未知：${some}`;
  const fault = faultWith('customers', { en: `${message}: ${some}`, zh });
  throw new AppError('NOT_FOUND', message, 'check their ids', { faults: [fault] });
}

function settingsOf(plan: CampaignPlan, now: Date) {
  return {
    ...{ name: plan.name, nameZh: plan.nameZh ?? null },
    ...{ purpose: plan.purpose, channel: plan.channel, channels: channelsIn(plan) },
    ...{ segment: plan.segment ?? null, community: plan.community ?? null },
    excludeSegments: [...(plan.excludeSegments ?? [])],
    excludeCampaigns: [...(plan.excludeCampaigns ?? [])],
    ...{ priority: plan.priority ?? 5, startsAt: plan.startsAt ?? now, scheduled: plan.scheduled ?? false },
    ...{ costMinor: plan.costMinor ?? null, budgetMinor: plan.budgetMinor ?? null, currency: plan.currency ?? null },
  };
}

/** A campaign with what came of it so far. Throws NOT_FOUND. */
export async function campaignOf({ graph }: Services, id: string): Promise<CampaignReport> {
  const [row] = await graph.read('campaigns/steps/campaign', { id });
  if (!row) throw new AppError('NOT_FOUND', `no campaign ${id}`, 'check the id, or create the campaign first');
  const { launch: _launch, ...campaign } = row;
  const asked = { campaignId: id, currency: campaign.valueCurrency };
  const variants = await graph.read('campaigns/steps/campaign-variants', asked);
  const results = await graph.read('campaigns/steps/touch-results', { campaignId: id });
  const withResults = variants.map((one) => ({ ...one, results: resultsOf(results, one.id) }));
  return { ...campaign, states: statesOf(results), variants: withResults };
}

/** Campaigns, the newest first; those of journeys only when asked for. */
export function campaigns(
  { graph }: Services,
  { status, journeys, first }: { status?: string | null | undefined; journeys: boolean; first: number },
): Promise<RowOf<'campaigns/steps/campaign-list'>[]> {
  return graph.read('campaigns/steps/campaign-list', { status: status ?? null, journeys, limit: first });
}

function rowOf(campaign: string, one: VariantPlan, position: number) {
  const { name, share, subject, text, html, subjectZh, textZh, htmlZh } = one;
  const texts = { subject, text, html, subjectZh, textZh, htmlZh };
  const given = Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, value ?? null]));
  return { id: `${campaign}|${name}`, name, share, position, ...(given as Record<keyof typeof texts, string | null>) };
}

function takenId(id: string, status: string | null): AppError {
  const how = status === 'DRAFT' ? 'exists already with other settings' : 'is launched already and cannot be changed';
  return idTaken(`campaign ${id} ${how}`, 'choose another id or idempotency key for the new campaign');
}
