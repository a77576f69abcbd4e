import type { Channel, PurposeId } from '../../consent/index.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import type { CampaignRow } from '../campaign.service.js';
import { type Audience, requireSegment } from '../segment.service.js';

/** A campaign that says whom it reaches and how. */
export interface Launchable extends CampaignRow {
  readonly purpose: PurposeId;
  readonly ways: readonly Channel[];
  readonly audience: Audience;
}

/**
 * A campaign that may be approved or launched. Throws NOT_FOUND, CONFLICT for one of history, a journey's, or that is
 * paused or stopped.
 */
export async function launchable(services: Services, id: string): Promise<Launchable> {
  const [campaign] = await services.graph.read('campaigns/steps/campaign', { id });
  if (!campaign) throw new AppError('NOT_FOUND', `no campaign ${id}`, 'check the id, or create the campaign first');
  const { segment, community, named, purpose, channel, excludeSegments, excludeCampaigns } = campaign;
  if (campaign.kind !== null)
    throw new AppError('CONFLICT', `campaign ${id} belongs to a journey`, 'resume or pause the journey');
  if (purpose === null || channel === null || (segment === null && community === null && named === 0))
    throw new AppError('CONFLICT', `campaign ${id} was imported as history`, 'create a new campaign to launch it');
  if (campaign.status === 'PAUSED' || campaign.status === 'STOPPED')
    throw new AppError(
      'CONFLICT',
      `campaign ${id} is ${campaign.status}`,
      'resume a paused one; make a new campaign for a stopped one',
    );
  if (segment !== null) await requireSegment(services, segment);
  const listOf = segment === null && community === null ? id : null;
  const ways = (campaign.channels ?? [channel]) as Channel[];
  const audience = { segment, community, listOf, excludeSegments, excludeCampaigns };
  return { ...campaign, purpose: purpose as PurposeId, ways, audience };
}

/** Its audience in words, for errors. */
export function audienceName({ segment, community, named }: CampaignRow): string {
  if (segment !== null) return `segment "${segment}"`;
  return community === null ? `its list of ${named}` : `community "${community}"`;
}
