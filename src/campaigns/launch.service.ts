import { z } from 'zod';
import { type Channel, quietFrom } from '../consent/index.js';
import { withLease } from '../graph/lease.js';
import { AppError } from '../kernel/error.js';
import { inScope, recordAudit, type Services } from '../security/index.js';
import { type LeftOut, type LeftOutCounts, leftOutOf } from './audience.js';
import { requireSegment } from './audience.service.js';
import type { CampaignRow, VariantRow } from './campaign.service.js';
import { variantFor } from './split.js';

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

interface Counts extends LeftOutCounts {
  readonly inSegment: number;
  readonly touched: number;
  readonly waiting: number;
  readonly alreadyTouched: number;
}

const COUNTS = z.object({
  inSegment: z.number(),
  touched: z.number(),
  waiting: z.number().default(0),
  alreadyTouched: z.number(),
  doNotContact: z.number(),
  withdrawn: z.number(),
  objected: z.number().default(0),
  expired: z.number(),
  underAge: z.number().default(0),
  askAgain: z.number().default(0),
  noConsent: z.number(),
});

const NOTHING: Counts = COUNTS.parse({
  inSegment: 0,
  touched: 0,
  alreadyTouched: 0,
  doNotContact: 0,
  withdrawn: 0,
  expired: 0,
  noConsent: 0,
});

/** Customers a transaction locks and touches: a page takes about a second and a few MB. */
const PAGE = 5000;

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
  readonly purpose: string;
  readonly channel: string;
  readonly segment: string;
}

async function launchable(services: Services, id: string): Promise<{ campaign: Launchable; variants: VariantRow[] }> {
  const { graph, clock } = services;
  const [campaign] = await graph.read('campaigns/steps/campaign', { id });
  if (!campaign) throw new AppError('NOT_FOUND', `no campaign ${id}`, 'check the id, or create the campaign first');
  const { segment, purpose, channel, startsAt } = campaign;
  if (segment === null || purpose === null || channel === null)
    throw new AppError('CONFLICT', `campaign ${id} was imported as history`, 'create a new campaign to launch it');
  if (startsAt && startsAt > clock.now())
    throw new AppError('CONFLICT', `campaign ${id} starts at ${startsAt.toISOString()}`, 'launch it then');
  await requireSegment(services, segment);
  const variants = await graph.read('campaigns/steps/campaign-variants', { campaignId: id });
  return { campaign: { ...campaign, segment, purpose, channel }, variants };
}

/** Page by page in the order of customer ids: bounded memory and locks, and the consent is looked at where the touch is written. */
async function touchAll(services: Services, campaign: Launchable, variants: readonly VariantRow[]): Promise<Counts> {
  const { graph } = services;
  const shares = variants.map(({ id, name, share }) => ({ id, name, share: share ?? 0 }));
  const notBefore = await quietFrom(services, campaign.channel as Channel);
  let sum = NOTHING;
  for (let after = ''; ; ) {
    const page = await graph.read('campaigns/steps/segment-page', { segmentId: campaign.segment, after, limit: PAGE });
    if (page.length === 0) return sum;
    const zones = new Map(page.map(({ customerId, timeZone }) => [customerId, timeZone]));
    const inside = await inScope(services, [...zones.keys()]);
    const counts = await graph.write('campaigns/steps/touches-write', {
      rows: inside.map((customerId) => ({
        customerId,
        variantId: variantFor(campaign.id, customerId, shares).id,
        notBefore: notBefore(zones.get(customerId) ?? null),
      })),
      campaignId: campaign.id,
      purposeId: campaign.purpose,
      channel: campaign.channel,
      now: services.clock.now(),
    });
    sum = plus(sum, counts);
    after = page.at(-1)!.customerId;
  }
}

function plus(a: Counts, b: Counts): Counts {
  const keys = Object.keys(NOTHING) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Counts;
}

function reported(campaign: CampaignRow, startedAt: Date): LaunchResult {
  const counts = COUNTS.parse(JSON.parse(campaign.launch ?? JSON.stringify(NOTHING)));
  const before = { ...counts, touched: 0, waiting: 0, alreadyTouched: counts.touched + counts.alreadyTouched };
  return { ...resultOf(campaign.id, startedAt, before), already: true };
}

function resultOf(campaignId: string, startedAt: Date, counts: Counts): LaunchResult {
  const { inSegment, touched, waiting, alreadyTouched } = counts;
  const leftOut = leftOutOf(counts);
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
    { leftOut: leftOutOf(counts).map(({ reason, count }) => ({ reason, count })) },
  );
}
