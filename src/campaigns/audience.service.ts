import { type Channel, contactDecisions, type DecidedCustomer, type PurposeId } from '../consent/index.js';
import { requireCursor, type Services } from '../security/index.js';
import { type LeftOut, leftOutOf } from './audience.js';
import { type Estimate, reachAbout } from './reach.service.js';
import { requireSegment, segmentPages } from './segment.service.js';

export interface AudienceQuestion {
  readonly segment: string;
  readonly purpose: PurposeId;
  readonly channel: Channel;
  /** How many customers to show, 0..100. */
  readonly sample: number;
  /** Counts even a large audience. */
  readonly exact?: boolean;
}

/** One customer who may be contacted, and on which ground. */
export interface AudienceMember {
  readonly customerId: string;
  readonly reason: DecidedCustomer['reason'];
  /** Since when the consent holds; null on another legal basis. */
  readonly consentedAt: Date | null;
  /** When quiet hours end; null outside them. */
  readonly notBefore: Date | null;
}

export interface AudiencePreview {
  readonly segment: string;
  readonly purpose: PurposeId;
  readonly channel: Channel;
  /** Equals `mayBeContacted` plus all counts of `leftOut`. */
  readonly inSegment: number;
  readonly mayBeContacted: number;
  readonly leftOut: readonly LeftOut[];
  readonly sample: readonly AudienceMember[];
  /** Null where everybody was looked at. */
  readonly estimate: Estimate | null;
}

/** Roles that see who is in an audience; the others see only the counts. */
const SEE_PEOPLE: readonly string[] = ['admin', 'marketer'];

/** Who of a segment could be reached now, and why the others could not. Throws NOT_FOUND for an unknown segment. */
export async function audiencePreview(services: Services, question: AudienceQuestion): Promise<AudiencePreview> {
  const { segment, purpose, channel, exact = false } = question;
  await requireSegment(services, segment);
  const reaching = { audience: { segment }, purpose, ways: [channel] };
  const reach = await reachAbout(services, reaching, { sample: shownTo(services, question.sample), exact });
  const { inAudience: inSegment, mayBeContacted, counts, estimate } = reach;
  const told = { inSegment, mayBeContacted, leftOut: leftOutOf(counts), sample: reach.sample.map(memberOf), estimate };
  return { segment, purpose, channel, ...told };
}

/** How many people of a sample the viewer is shown. */
export function shownTo({ viewer }: Services, sample: number): number {
  return SEE_PEOPLE.includes(viewer.role) ? sample : 0;
}

export interface MembersQuestion {
  readonly segmentId: string;
  readonly purposeId: PurposeId;
  readonly channel: Channel;
  /** As of when; now when left out. */
  readonly now?: Date | null | undefined;
  readonly limit: number;
  /** Id of the last customer of the page before. */
  readonly after: string;
}

/** Who of a segment may be contacted, a page of them in the order of their ids. Nobody for an unknown segment. */
export async function audience(services: Services, question: MembersQuestion): Promise<AudienceMember[]> {
  const { segmentId, purposeId, channel, now, limit, after } = question;
  const moment = { purpose: purposeId, channel, now: now ?? services.clock.now() };
  await requireCursor(services, { kind: 'CUSTOMER' }, after);
  const members: AudienceMember[] = [];
  for await (const ids of segmentPages(services, segmentId, { after })) {
    const decided = await contactDecisions(services.graph, moment, ids);
    members.push(...decided.filter((one) => one.allowed).map(memberOf));
    if (members.length >= limit) break;
  }
  return members.slice(0, limit);
}

/** As it is shown. */
export function memberOf({ customerId, reason, consentSince, notBefore }: DecidedCustomer): AudienceMember {
  return { customerId, reason, consentedAt: consentSince, notBefore };
}
