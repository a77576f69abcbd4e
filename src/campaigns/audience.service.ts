import type { Channel, PurposeId } from '../consent/index.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';
import { type LeftOut, leftOutOf } from './audience.js';
import { nearest } from './nearest.js';

/** The segment that is every customer. */
export const EVERYONE = 'all';

export interface AudienceQuestion {
  readonly segment: string;
  readonly purpose: PurposeId;
  readonly channel: Channel;
  /** How many customers to show, 0..100. */
  readonly sample: number;
}

export interface AudiencePreview {
  readonly segment: string;
  readonly purpose: PurposeId;
  readonly channel: Channel;
  /** Equals `mayBeContacted` plus all counts of `leftOut`. */
  readonly inSegment: number;
  readonly mayBeContacted: number;
  readonly leftOut: readonly LeftOut[];
  readonly sample: readonly { readonly customerId: string }[];
}

/** Roles that see who is in an audience; the others see only the counts. */
const SEE_PEOPLE = ['admin', 'marketer'];

/** Who of a segment could be reached now, and why the others could not. Throws NOT_FOUND for an unknown segment. */
export async function audiencePreview(services: Services, question: AudienceQuestion): Promise<AudiencePreview> {
  const { graph, clock, viewer } = services;
  const { segment, purpose, channel } = question;
  await requireSegment(services, segment);
  const [row] = await graph.read('campaigns/steps/audience-preview', {
    segmentId: segment,
    purposeId: purpose,
    channel,
    now: clock.now(),
    sample: SEE_PEOPLE.includes(viewer.role) ? question.sample : 0,
  });
  const { inSegment, consented, customerIds, ...counts } = row!;
  const sample = customerIds.map((customerId) => ({ customerId }));
  return { segment, purpose, channel, inSegment, mayBeContacted: consented, leftOut: leftOutOf(counts), sample };
}

/** Throws NOT_FOUND with the nearest names unless the segment exists or is `all`. */
export async function requireSegment({ graph }: Services, segment: string): Promise<void> {
  if (segment === EVERYONE) return;
  const known = (await graph.read('campaigns/steps/segments', {})).map((row) => row.id);
  if (known.includes(segment)) return;
  throw new AppError(
    'NOT_FOUND',
    `no segment "${segment}"`,
    known.length > 0
      ? `did you mean ${[...nearest(segment, known), EVERYONE].join(', ')}?`
      : `score customers first (rfm), or use the segment ${EVERYONE}`,
  );
}
