import { AppError } from '../kernel/error.js';
import { inScope, type Services } from '../security/index.js';
import { nearest } from './nearest.js';

/** The segment that is every customer. */
export const EVERYONE = 'all';

/** Customers a page holds: as many are locked and touched in a transaction, in about a second and a few MB. */
const PAGE = 5000;

/** The customers of a segment whom the viewer may see, a page at a time in the order of their ids, from after an id on. */
export async function* segmentPages(
  services: Services,
  segmentId: string,
  { after = '', size = PAGE } = {},
): AsyncGenerator<string[]> {
  for (let last = after; ; ) {
    const rows = await services.graph.read('campaigns/steps/segment-page', { segmentId, after: last, limit: size });
    if (rows.length === 0) return;
    const ids = rows.map(({ customerId }) => customerId);
    yield await inScope(services, ids);
    last = ids.at(-1)!;
  }
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
