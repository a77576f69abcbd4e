import { z } from 'zod';
import { type Channel, lockedDecisions, type PurposeId, REFUSALS } from '../consent/index.js';
import { withLease } from '../graph/lease.js';
import { AppError } from '../kernel/error.js';
import { recordAudit, type Services } from '../security/index.js';
import { type LeftOut, leftOutOf, refusalsOf, together } from './audience.js';
import { chosenVariants, countArms } from './bandits/choose.service.js';
import type { CampaignRow, VariantRow } from './campaign.service.js';
import { requireSegment, segmentPages } from './segment.service.js';
import { type VariantShare, variantFor } from './split.js';

export interface LaunchResult {
  readonly campaignId: string;
  readonly status: 'LAUNCHED';
  readonly startedAt: Date;
  /** It had been launched before, and this call touched nobody. */
  readonly already: boolean;
  /** Equals `touched` + `alreadyTouched` + all counts of `leftOut`. */
  readonly inSegment: number;
  /** New touches of this call. */
  readonly touched: number;
  /** Of them, those whose quiet hours it is: their touches say `notBefore`. */
  readonly waiting: number;
  /** May be contacted, and have their touch from before. */
  readonly alreadyTouched: number;
  readonly leftOut: readonly LeftOut[];
}

const COUNTS = z.object({
  inSegment: z.number(),
  touched: z.number(),
  waiting: z.number(),
  alreadyTouched: z.number(),
  leftOut: z.partialRecord(z.enum(REFUSALS), z.number()),
});
type Counts = z.infer<typeof COUNTS>;

const NOTHING: Counts = { inSegment: 0, touched: 0, waiting: 0, alreadyTouched: 0, leftOut: {} };

/**
 * Touches everyone of the campaign's segment who may be contacted at this moment, each once, however often and on however many servers
 * it is called; what was interrupted goes on. A launched campaign is only reported, unless `again` asks to reach those who
 * joined or consented since. Throws NOT_FOUND, CONFLICT (too early, nobody to reach), BUSY.
 */
export async function launchCampaign(services: Services, id: string, again = false): Promise<LaunchResult> {
  const options = { id: `launch:${id}`, seconds: 60, waitMs: 20_000 };
  const { campaign, variants } = await launchable(services, id);
  return withLease(services.graph, options, async () => {
    const [current] = await services.graph.read('campaigns/steps/campaign', { id });
    if (current?.startedAt && !again) return reported(current, current.startedAt);
    const counts = await touchAll(services, campaign, variants);
    if (counts.touched + counts.alreadyTouched === 0) throw nobody(campaign, counts);
    const startedAt = await markStarted(services, id, counts);
    return resultOf(id, startedAt, counts);
  });
}

function markStarted(services: Services, id: string, counts: Counts): Promise<Date> {
  const { graph, clock, viewer } = services;
  return graph.transaction(async (tx) => {
    const launch = JSON.stringify(counts);
    const { startedAt } = await tx.write('campaigns/steps/campaign-started', {
      id,
      startedBy: viewer.id,
      launch,
      now: clock.now(),
    });
    await recordAudit(services, { action: 'CAMPAIGN_LAUNCHED', subject: id, count: counts.touched }, tx);
    return startedAt;
  });
}

interface Launchable extends CampaignRow {
  readonly purpose: PurposeId;
  readonly channel: Channel;
  readonly segment: string;
}

async function launchable(services: Services, id: string): Promise<{ campaign: Launchable; variants: VariantRow[] }> {
  const { graph, clock } = services;
  const [campaign] = await graph.read('campaigns/steps/campaign', { id });
  if (!campaign) throw new AppError('NOT_FOUND', `no campaign ${id}`, 'check the id, or create the campaign first');
  const { segment, purpose, channel, startsAt } = campaign;
  if (segment === null || purpose === null || channel === null)
    throw new AppError('CONFLICT', `campaign ${id} was imported as history`, 'create a new campaign to launch it');
  if (campaign.status === 'PAUSED' || campaign.status === 'STOPPED')
    throw new AppError(
      'CONFLICT',
      `campaign ${id} is ${campaign.status}`,
      'resume a paused one; make a new campaign for a stopped one',
    );
  if (startsAt && startsAt > clock.now())
    throw new AppError('CONFLICT', `campaign ${id} starts at ${startsAt.toISOString()}`, 'launch it then');
  await requireSegment(services, segment);
  const variants = await graph.read('campaigns/steps/campaign-variants', { campaignId: id });
  const asked = { segment, purpose: purpose as PurposeId, channel: channel as Channel };
  return { campaign: { ...campaign, ...asked }, variants };
}

/** Page by page in the order of customer ids: bounded memory and locks. */
async function touchAll(services: Services, campaign: Launchable, variants: readonly VariantRow[]): Promise<Counts> {
  const shares = variants.map(({ id, name, share }) => ({ id, name, share: share ?? 0 }));
  let sum = NOTHING;
  await countArms(services, campaign.id);
  for await (const ids of segmentPages(services, campaign.segment))
    sum = plus(sum, await touchPage(services, campaign, shares, ids));
  return sum;
}

/** Whoever withdraws meanwhile waits for this transaction or is waited for: it decides under lock and touches before it ends. */
function touchPage(
  { graph, clock }: Services,
  { id, purpose, channel }: Launchable,
  shares: readonly (VariantShare & { readonly id: string })[],
  customerIds: readonly string[],
): Promise<Counts> {
  return graph.transaction(async (tx) => {
    const now = clock.now();
    const decided = await lockedDecisions(tx, { purpose, channel, now }, customerIds);
    const allowed = decided.filter((one) => one.allowed);
    const variantIds = shares.map((variant) => variant.id);
    const reached = allowed.map(({ customerId }) => customerId);
    const chosen = await chosenVariants(tx, { campaignId: id, variantIds, customerIds: reached, now });
    const rows = allowed.map(({ customerId, basis, notBefore }) => {
      const variantId = chosen.get(customerId) ?? variantFor(id, customerId, shares).id;
      return { customerId, variantId, ground: basis ?? 'CONSENT', notBefore };
    });
    const touches = await tx.write('campaigns/steps/touches-write', { rows, campaignId: id, channel, now });
    return { ...touches, inSegment: decided.length, leftOut: refusalsOf(decided) };
  });
}

function plus(a: Counts, b: Counts): Counts {
  return {
    inSegment: a.inSegment + b.inSegment,
    touched: a.touched + b.touched,
    waiting: a.waiting + b.waiting,
    alreadyTouched: a.alreadyTouched + b.alreadyTouched,
    leftOut: together(a.leftOut, b.leftOut),
  };
}

function reported(campaign: CampaignRow, startedAt: Date): LaunchResult {
  const counts = COUNTS.parse(JSON.parse(campaign.launch ?? JSON.stringify(NOTHING)));
  const before = { ...counts, touched: 0, waiting: 0, alreadyTouched: counts.touched + counts.alreadyTouched };
  return { ...resultOf(campaign.id, startedAt, before), already: true };
}

function resultOf(campaignId: string, startedAt: Date, counts: Counts): LaunchResult {
  const { inSegment, touched, waiting, alreadyTouched } = counts;
  const leftOut = leftOutOf(counts.leftOut);
  return {
    campaignId,
    status: 'LAUNCHED',
    startedAt,
    already: false,
    inSegment,
    touched,
    waiting,
    alreadyTouched,
    leftOut,
  };
}

function nobody({ id, segment }: CampaignRow, counts: Counts): AppError {
  return new AppError(
    'CONFLICT',
    `campaign ${id}: nobody of the ${counts.inSegment} customers in segment "${segment}" may be contacted`,
    'look at audiencePreview for the reasons, and choose another segment or channel',
    { leftOut: leftOutOf(counts.leftOut).map(({ reason, count }) => ({ reason, count })) },
  );
}
