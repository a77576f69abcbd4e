import { AppError } from '../kernel/error.js';
import { nearest } from '../kernel/words/nearest.js';
import { inScope, type Services } from '../security/index.js';

/** The segment that is every customer. */
export const EVERYONE = 'all';

/** Customers a page holds: as many are locked and touched in a transaction, in about a second and a few MB. */
const PAGE = 5000;

/**
 * Whom a campaign is for: of a segment, a community, or those whom it names; less members of segments and customers of
 * other campaigns.
 */
export interface Audience {
  readonly segment?: string | null;
  readonly community?: string | null;
  /** Id of the campaign whose own list it is. */
  readonly listOf?: string | null;
  readonly excludeSegments?: readonly string[] | null;
  readonly excludeCampaigns?: readonly string[] | null;
}

/** Customers of an audience whom the viewer may see. */
export interface AudiencePage {
  readonly ids: readonly string[];
  /** More of them, who are left out by what the campaign excludes. */
  readonly excluded: number;
  /** All that were read, those whom the viewer may not see among them. */
  readonly read: number;
}

/**
 * The customers of an audience, a page at a time in the order of their ids, from after an id on; or a `share` of them
 * by chance, 0..1.
 */
export async function* audiencePages(
  services: Services,
  audience: Audience,
  { after = '', size = PAGE, share = 1 } = {},
): AsyncGenerator<AudiencePage> {
  const asked = {
    ...whoseOf(audience),
    ...{ limit: size, share },
    ...{ segments: [...(audience.excludeSegments ?? [])], campaigns: [...(audience.excludeCampaigns ?? [])] },
  };
  for (let last = after; ; ) {
    const rows = await services.graph.read('campaigns/steps/audience-page', { ...asked, after: last });
    if (rows.length === 0) return;
    const seen = await inScope(
      services,
      rows.map(({ customerId }) => customerId),
    );
    const out = new Set(rows.filter(({ excluded }) => excluded).map(({ customerId }) => customerId));
    const ids = out.size === 0 ? seen : seen.filter((id) => !out.has(id));
    yield { ids, excluded: seen.length - ids.length, read: rows.length };
    last = rows.at(-1)!.customerId;
  }
}

function whoseOf({ segment = null, community = null, listOf = null }: Audience) {
  return { segmentId: segment, communityId: community, campaignId: listOf };
}

/** How many an audience has, those whom it excludes and whom the viewer may not see among them. */
export async function audienceSize({ graph }: Services, audience: Audience): Promise<number> {
  const [row] = await graph.read('campaigns/steps/audience-size', whoseOf(audience));
  return row?.size ?? 0;
}

/** The customers of a segment, as `audiencePages`. */
export async function* segmentPages(
  services: Services,
  segment: string,
  options: { readonly after?: string; readonly size?: number } = {},
): AsyncGenerator<readonly string[]> {
  for await (const { ids } of audiencePages(services, { segment }, options)) yield ids;
}

/** Throws NOT_FOUND with the nearest names unless all segments exist or are `all`. */
export async function requireSegment({ graph }: Services, ...segments: readonly string[]): Promise<void> {
  const asked = segments.filter((segment) => segment !== EVERYONE);
  if (asked.length === 0) return;
  const known = (await graph.read('campaigns/steps/segments', {})).map((row) => row.id);
  const missing = asked.find((segment) => !known.includes(segment));
  if (missing === undefined) return;
  throw new AppError(
    'NOT_FOUND',
    `no segment "${missing}"`,
    known.length > 0
      ? `did you mean ${[...nearest(missing, known), EVERYONE].join(', ')}?`
      : `score customers first (rfm), or use the segment ${EVERYONE}`,
  );
}

/** Throws NOT_FOUND unless the community has somebody in it. */
export async function requireCommunity(services: Services, community: string): Promise<void> {
  if ((await audienceSize(services, { community })) === 0)
    throw new AppError('NOT_FOUND', `no community "${community}"`, '`guanxi communities` lists those there are');
}
