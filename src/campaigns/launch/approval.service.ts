import { AppError } from '../../kernel/error.js';
import { readSettings } from '../../kernel/settings.js';
import { type Fault, faultWith } from '../../kernel/words/issues.js';
import { recordAudit, type Services } from '../../security/index.js';
import { type LeftOut, leftOutOf } from '../audience.js';
import { type AudienceMember, memberOf, shownTo } from '../audience.service.js';
import { type CampaignReport, campaignOf } from '../campaign.service.js';
import { termsOfChannels } from '../dispatch/channels.js';
import { DISPATCH_SETTINGS } from '../dispatch/settings.js';
import { type Estimate, reachAbout, reachOver } from '../reach.service.js';
import { type Launchable, launchable } from './launchable.service.js';

/** Whom a campaign would reach through one channel, and what that costs. */
export interface ChannelReach {
  readonly channel: string;
  readonly count: number;
  /** Of their messages in minor units, by the file of channels; null where it names no cost. */
  readonly costMinor: number | null;
  readonly currency: string | null;
  /** Why nothing is sent there; null where something is. */
  readonly problem: string | null;
}

/** Whom a campaign would reach now. */
export interface CampaignReach {
  readonly campaignId: string;
  /** Equals `mayBeContacted` plus all counts of `leftOut`; without those whom it excludes. */
  readonly inAudience: number;
  /** Left out by the segments and campaigns that it excludes. */
  readonly excluded: number;
  readonly mayBeContacted: number;
  /** Of them, by the channel through which they are reached. */
  readonly channels: readonly ChannelReach[];
  readonly leftOut: readonly LeftOut[];
  readonly sample: readonly (AudienceMember & { readonly channel: string })[];
  /** Null where everybody was looked at. */
  readonly estimate: Estimate | null;
}

/**
 * Whom a campaign would reach now, and why not the others; `sample` of them, 0..100. A large audience is estimated
 * unless `exact`. Throws NOT_FOUND, CONFLICT.
 */
export async function campaignReach(
  services: Services,
  id: string,
  { sample = 0, exact = false }: { readonly sample?: number; readonly exact?: boolean } = {},
): Promise<CampaignReach> {
  const campaign = await launchable(services, id);
  const reach = await reachAbout(services, campaign, { sample: shownTo(services, sample), exact });
  const { inAudience, excluded, mayBeContacted, byChannel, counts, estimate } = reach;
  const channels = channelsReached(campaign.ways, byChannel);
  const shown = reach.sample.map((one) => ({ ...memberOf(one), channel: one.channel }));
  const told = { inAudience, excluded, mayBeContacted, channels, leftOut: leftOutOf(counts), sample: shown, estimate };
  return { campaignId: campaign.id, ...told };
}

function channelsReached(ways: readonly string[], reached: ReadonlyMap<string, number>) {
  const known = termsOfChannels();
  return ways.map((channel): ChannelReach => {
    const terms = known.find((one) => one.channel === channel);
    const [count, cost] = [reached.get(channel) ?? 0, terms?.cost];
    const costMinor = cost ? cost.minor * count : null;
    return { channel, count, costMinor, currency: cost?.currency ?? null, problem: terms?.problem ?? null };
  });
}

/**
 * Approves a draft. Where it reaches more customers than CAMPAIGN_APPROVAL_ABOVE, by another person than the one who
 * made it. Safe to repeat. Throws NOT_FOUND, CONFLICT, FORBIDDEN (it is one's own).
 */
export async function approveCampaign(services: Services, id: string): Promise<CampaignReport> {
  const campaign = await launchable(services, id);
  if (campaign.status === 'APPROVED') return campaignOf(services, id);
  if (campaign.status !== 'DRAFT')
    throw new AppError('CONFLICT', `campaign ${id} is ${campaign.status}`, 'approve takes one that is DRAFT');
  const { mayBeContacted } = await reachOver(services, campaign);
  const above = approvalAbove();
  if (mayBeContacted > above && campaign.createdBy === services.viewer.id)
    throw new AppError(
      'FORBIDDEN',
      `campaign ${id} reaches ${mayBeContacted} customers: above ${above} somebody else approves it`,
      'ask another marketer or administrator to approve it',
      { faults: [ownDraft(mayBeContacted, above)] },
    );
  await services.graph.transaction(async (tx) => {
    const given = { id, by: services.viewer.id, size: mayBeContacted, now: services.clock.now() };
    const { approved } = await tx.write('campaigns/steps/campaign-approve', given);
    if (approved > 0)
      await recordAudit(services, { action: 'CAMPAIGN_APPROVED', subject: id, count: mayBeContacted }, tx);
  });
  return campaignOf(services, id);
}

/**
 * Throws CONFLICT for a draft that reaches so many that it needs approval: its audience is looked through once, and only
 * until that is known.
 */
export async function requireApproval(services: Services, campaign: Launchable): Promise<void> {
  if (campaign.status !== 'DRAFT') return;
  const above = approvalAbove();
  const { mayBeContacted } = await reachOver(services, campaign, { above });
  if (mayBeContacted > above)
    throw new AppError(
      'CONFLICT',
      `campaign ${campaign.id} reaches more than ${above} customers: it needs approval`,
      'let a second person approve it (approveCampaign), or raise CAMPAIGN_APPROVAL_ABOVE',
      { faults: [needsApproval(above)] },
    );
}

function ownDraft(size: number, above: number): Fault {
  return faultWith('', {
    en: `It reaches ${size} customers: above ${above} it is approved by another marketer or administrator, not by who made it.`,
    zh: `将触达 ${size} 位客户，超过 ${above} 位：须由另一位营销人员或管理员审批，创建者本人不能审批。`,
  });
}

function needsApproval(above: number): Fault {
  return faultWith('', {
    en: `It reaches more than ${above} customers: a second person, a marketer or administrator, approves it first.`,
    zh: `将触达超过 ${above} 位客户：须先由另一位营销人员或管理员审批。`,
  });
}

function approvalAbove(): number {
  const { CAMPAIGN_APPROVAL_ABOVE: setting } = DISPATCH_SETTINGS;
  return readSettings({ CAMPAIGN_APPROVAL_ABOVE: setting }).CAMPAIGN_APPROVAL_ABOVE;
}
