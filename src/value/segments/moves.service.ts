import { inScope, type Services } from '../../security/index.js';

/** Somebody came to a segment, or left it. */
export interface SegmentMove {
  /** Unique, in the order of time: the last one of a page is where the next page begins. */
  readonly key: string;
  readonly segmentId: string;
  readonly customerId: string;
  readonly move: 'ENTERED' | 'LEFT';
  readonly at: Date;
  /** MEETS_RULE; of who left NO_LONGER_MET, RULE_CHANGED or ARCHIVED. */
  readonly because: string | null;
}

export interface MovesAsked {
  /** Of these segments; all when empty. */
  readonly segments?: readonly string[];
  /** Exclusive. */
  readonly since: Date;
  /** Inclusive; now when left out. */
  readonly until?: Date;
  /** Key of the last move that was taken already. */
  readonly after?: string;
  /** 1..10,000. */
  readonly limit?: number;
}

/**
 * Who entered or left segments since a time, the oldest first, a page at a time. A refresh writes all its moves under
 * the time at which it began, so ask until a time at which no refresh is under way, or page on by `after`. For
 * services: whoever shows people narrows them by the viewer.
 */
export async function segmentMoves({ graph, clock }: Services, asked: MovesAsked): Promise<SegmentMove[]> {
  const { segments = [], since, until = clock.now(), after = '', limit = 1000 } = asked;
  const given = { segmentIds: [...segments], since, until, after, limit };
  return (await graph.read('value/steps/segments/segment-moves', given)) as SegmentMove[];
}

/** As `segmentMoves`, of customers whom the viewer may see. */
export async function segmentMovesShown(services: Services, asked: MovesAsked): Promise<SegmentMove[]> {
  const moves = await segmentMoves(services, asked);
  const seen = new Set(await inScope(services, [...new Set(moves.map(({ customerId }) => customerId))]));
  return moves.filter(({ customerId }) => seen.has(customerId));
}
