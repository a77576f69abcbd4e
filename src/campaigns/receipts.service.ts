import { asksToStop, withdrawFor } from '../consent/index.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';

/** What may come back of a delivery. */
export const RECEIPT_EVENTS = ['DELIVERED', 'BOUNCED', 'OPENED', 'CLICKED', 'REPLIED', 'UNSUBSCRIBED'] as const;

export interface Receipt {
  readonly deliveryId: string;
  readonly event: (typeof RECEIPT_EVENTS)[number];
  readonly at: Date;
  /** Makes it safe to send again. */
  readonly eventId: string;
  /** Of a reply: looked at, and kept nowhere. */
  readonly text?: string | null | undefined;
}

export interface ReceiptCounts {
  /** New events. */
  readonly recorded: number;
  /** Told before. */
  readonly repeated: number;
  /** Of deliveries nobody knows. */
  readonly unknown: number;
  /** People who asked to be left alone on the channel. */
  readonly withdrawn: number;
}

/**
 * Takes what came back of deliveries, at most 1,000. A reply of one word like TD or STOP, and an unsubscription,
 * withdraw on that channel before the event is recorded, so that a call that breaks off and is repeated loses none.
 * With `channel`, deliveries of another are unknown: who sends by one channel says nothing of the others. Throws INPUT
 * for a time in the future.
 */
export async function takeReceipts(
  services: Services,
  receipts: readonly Receipt[],
  channel?: string,
): Promise<ReceiptCounts> {
  const { graph, clock } = services;
  const ahead = receipts.find(({ at }) => at.getTime() > clock.now().getTime() + 300_000);
  if (ahead)
    throw new AppError('INPUT', `event ${ahead.eventId}: at lies in the future`, 'correct it and send it again');
  const ids = [...new Set(receipts.map(({ deliveryId }) => deliveryId))];
  const rowsOf = await graph.read('campaigns/steps/dispatch/touch-people', { ids });
  const told = rowsOf.filter((row) => channel === undefined || row.channel === channel);
  const people = new Map(told.map((row) => [row.id, row]));
  const known = receipts.filter(({ deliveryId }) => people.has(deliveryId));
  const left = new Set<string>();
  for (const receipt of known.filter(leaves)) {
    const { customerId, channel: by } = people.get(receipt.deliveryId)!;
    await withdrawFor(services, { customerId, channel: by, messageId: receipt.eventId, at: receipt.at });
    left.add(customerId);
  }
  const rows = known.map(({ deliveryId, event, at }) => ({ deliveryId, event, at }));
  const { fresh } = await graph.write('campaigns/steps/dispatch/receipts-write', { rows });
  return {
    recorded: fresh,
    repeated: known.length - fresh,
    unknown: receipts.length - known.length,
    withdrawn: left.size,
  };
}

function leaves({ event, text }: Receipt): boolean {
  return event === 'UNSUBSCRIBED' || (event === 'REPLIED' && asksToStop(text ?? ''));
}
