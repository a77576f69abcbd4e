import type { GraphTransaction } from '../graph/graph.js';
import type { RowOf } from '../graph/queries.gen.js';
import { AppError } from '../kernel/error.js';
import { recordAudit, requireCursor, type Services } from '../security/index.js';
import { type CampaignReport, campaignOf } from './campaign.service.js';

/** States of a touch, in the order of its life. */
export const TOUCH_STATES = [
  ...['PLANNED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED', 'SKIPPED', 'UNKNOWN'],
] as const;

export interface TouchesQuestion {
  readonly campaign: string;
  readonly state?: string | null | undefined;
  readonly first: number;
  /** Id of the last touch of the page before. */
  readonly after: string;
}

/** Who a campaign touched, a page in the order of ids. Throws NOT_FOUND. */
export async function touchesOf(
  services: Services,
  { campaign, state, first, after }: TouchesQuestion,
): Promise<RowOf<'campaigns/steps/touches'>[]> {
  await campaignOf(services, campaign);
  await requireCursor(services, { kind: 'TOUCH', of: campaign }, after);
  return services.graph.read('campaigns/steps/touches', {
    campaignId: campaign,
    state: state ?? null,
    limit: first,
    after,
  });
}

const TURNS = {
  pause: { from: ['LAUNCHED'], to: 'PAUSED', action: 'CAMPAIGN_PAUSED' },
  resume: { from: ['PAUSED'], to: 'LAUNCHED', action: 'CAMPAIGN_RESUMED' },
  stop: { from: ['DRAFT', 'APPROVED', 'LAUNCHED', 'PAUSED'], to: 'STOPPED', action: 'CAMPAIGN_STOPPED' },
} as const;

/**
 * Pauses, resumes or stops a campaign: no batch is claimed from then on; one that was, of 50 at most, still goes out.
 * Safe to repeat. Throws NOT_FOUND, CONFLICT where its state does not allow it.
 */
export async function turnCampaign(services: Services, id: string, turn: keyof typeof TURNS): Promise<CampaignReport> {
  const { from, to, action } = TURNS[turn];
  const { known, turned, status } = await services.graph.transaction(async (tx) => {
    const row = await tx.write('campaigns/steps/campaign-turn', { id, from: [...from], to, now: services.clock.now() });
    if (row.turned) await recordAudit(services, { action, subject: id, count: 1 }, tx);
    return row;
  });
  if (known && !turned && status !== to)
    throw new AppError(
      'CONFLICT',
      `campaign ${id} is ${status ?? 'imported'}`,
      `${turn} takes one that is ${from.join(' or ')}`,
    );
  return campaignOf(services, id);
}

/** What a person may decide of messages that were given up, or of which nobody knows whether they left. */
export const REPLAYS = ['FAILED', 'UNKNOWN_SEND', 'UNKNOWN_SETTLE'] as const;

/**
 * Carries out what a person decided: what failed is tried again; what nobody knows to have left is sent again, or
 * counts as sent. Returns how many. Throws NOT_FOUND.
 */
export async function replayCampaign(
  services: Services,
  id: string,
  what: (typeof REPLAYS)[number] = 'FAILED',
): Promise<number> {
  await campaignOf(services, id);
  return services.graph.transaction(async (tx) => {
    const given = { campaignId: id, now: services.clock.now() };
    const count =
      what === 'UNKNOWN_SETTLE'
        ? (await tx.write('campaigns/steps/dispatch/touches-settle', given)).settled
        : await replayed(tx, { ...given, state: what === 'FAILED' ? 'FAILED' : 'UNKNOWN' });
    await recordAudit(services, { action: 'CAMPAIGN_REPLAYED', subject: id, count, detail: what }, tx);
    return count;
  });
}

async function replayed(tx: GraphTransaction, given: { campaignId: string; now: Date; state: string }) {
  return (await tx.write('campaigns/steps/dispatch/touches-replay', given)).replayed;
}
