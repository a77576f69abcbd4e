import type { GraphTransaction } from '../../graph/graph.js';
import type { RowOf, RowsParamOf } from '../../graph/queries.gen.js';
import type { Reached } from './reach.js';

/** A message that is to be sent to a customer: a touch of a campaign, or of what a journey sends. */
export type PlannedTouch = RowsParamOf<'campaigns/steps/touches-write'>[number];

/** The touch of a customer whom the contact rule allows to be reached, as it decided. */
export function touchOf(
  { customerId, channel, basis, notBefore }: Reached,
  which: Pick<PlannedTouch, 'id' | 'campaignId' | 'variantId'>,
): PlannedTouch {
  return { ...which, customerId, channel, ground: basis ?? 'CONSENT', notBefore };
}

/** Plans messages, each once, in the transaction in which the contact rule decided on the locked customers. */
export function writeTouches(
  tx: GraphTransaction,
  rows: readonly PlannedTouch[],
  now: Date,
): Promise<RowOf<'campaigns/steps/touches-write'>> {
  return tx.write('campaigns/steps/touches-write', { rows: [...rows], now });
}
