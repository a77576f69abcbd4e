import { randomUUID } from 'node:crypto';
import {
  type Channel,
  type ContactSettings,
  contactSettings,
  lockedDecisions,
  type PurposeId,
} from '../../consent/index.js';
import type { GraphTransaction } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { MINUTE_MS } from '../../kernel/clock.js';
import type { Services } from '../../security/index.js';
import { type Adapter, MOST_TRIES } from './adapter.js';

/** Messages of a batch: as many are decided on, locked and claimed in one transaction. */
const BATCH = 50;
/** How long a claim holds; before each send it is looked at again. */
const CLAIM_MS = 120_000;

/** What a campaign has to send through one channel. */
export interface Queue {
  readonly campaignId: string;
  readonly channel: string;
}

type Claimed = RowOf<'campaigns/steps/dispatch/touches-claimed'>;
type ClaimCounts = RowOf<'campaigns/steps/dispatch/touches-claim'>;

export interface Batch {
  readonly holder: string;
  readonly purpose: PurposeId;
  readonly claimed: readonly Claimed[];
  readonly counts: ClaimCounts;
  /** By which it was decided: what is looked at again before each send goes by the same. */
  readonly settings: ContactSettings;
  /** Nothing else of the queue was due. */
  readonly last: boolean;
}

/** What a claim needs to know of an adapter. */
type Terms = Pick<Adapter, 'idempotent' | 'perMinute' | 'cost'>;

/**
 * Claims the next touches of a queue for this server; null where none is due, the campaign does not run, or its budget
 * or the channel's rate is used up. What it returns is sent by nobody else meanwhile. The campaign is locked first:
 * servers take turns.
 */
export function claimBatch({ graph, clock }: Services, queue: Queue, terms: Terms): Promise<Batch | null> {
  const { campaignId, channel } = queue;
  return graph.transaction(async (tx) => {
    const now = clock.now();
    const campaign = await tx.write('campaigns/steps/dispatch/queue-lock', { id: campaignId });
    if (!campaign.running || campaign.purpose === null) return null;
    const limit = Math.min(BATCH, await payable(tx, queue, campaign, terms), await rateLeft(tx, channel, terms, now));
    if (limit <= 0) return null;
    const [due, settings] = await Promise.all([
      tx.read('campaigns/steps/dispatch/touches-due', { campaignId, channel, now, limit }),
      contactSettings({ graph: tx }),
    ]);
    if (due.length === 0) return null;
    const ids = due.map(({ id }) => id);
    const purpose = campaign.purpose as PurposeId;
    const moment = { purpose, channel: channel as Channel, now, settings, except: ids, brief: true };
    const people = due.map(({ customerId }) => customerId);
    const rows = decidedRows(due, await lockedDecisions(tx, moment, people));
    const [holder, until] = [randomUUID(), new Date(now.getTime() + CLAIM_MS)];
    const cost = terms.cost?.minor ?? 0;
    const claim = { rows, holder, until, again: terms.idempotent, most: MOST_TRIES, cost, now };
    const counts = await tx.write('campaigns/steps/dispatch/touches-claim', claim);
    await charge(tx, campaignId, counts.fresh * cost);
    if (terms.perMinute) await rateLeft(tx, channel, terms, now, counts.claimed);
    const claimed = await tx.read('campaigns/steps/dispatch/touches-claimed', { ids, holder });
    return { holder, purpose, counts, claimed, settings, last: due.length < limit };
  });
}

/** Adds to what the messages of a campaign cost, in minor units; below 0 gives back. */
export async function charge(tx: GraphTransaction, id: string, amount: number): Promise<void> {
  if (amount !== 0) await tx.write('campaigns/steps/dispatch/campaign-charge', { id, amount });
}

/**
 * Messages that the budget still pays for. A campaign whose budget is used up, or is in another currency than the cost,
 * pauses itself.
 */
async function payable(
  tx: GraphTransaction,
  { campaignId }: Queue,
  { budgetMinor, spentMinor, currency }: RowOf<'campaigns/steps/dispatch/queue-lock'>,
  { cost }: Terms,
): Promise<number> {
  if (budgetMinor === null || !cost || cost.minor === 0) return Infinity;
  const other = currency !== cost.currency;
  const left = other ? 0 : Math.floor((budgetMinor - spentMinor) / cost.minor);
  if (left <= 0)
    await tx.write('campaigns/steps/dispatch/campaign-hold', {
      id: campaignId,
      because: other ? 'CURRENCY' : 'BUDGET',
    });
  return left;
}

/** Messages that the channel may still send in this minute, over all servers, `use` of them taken now. */
async function rateLeft(tx: GraphTransaction, channel: string, { perMinute }: Terms, now: Date, use = 0) {
  if (!perMinute) return Infinity;
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  return (await tx.write('campaigns/steps/dispatch/rate-take', { channel, minute, most: perMinute, use })).left;
}

type Due = RowOf<'campaigns/steps/dispatch/touches-due'>;

function decidedRows(due: readonly Due[], decided: Awaited<ReturnType<typeof lockedDecisions>>) {
  const of = new Map(decided.map((one) => [one.customerId, one]));
  return due.map(({ id, customerId }) => {
    const one = of.get(customerId);
    if (!one?.allowed) return { id, reason: one?.reason ?? 'UNKNOWN_CUSTOMER', notBefore: null };
    return { id, reason: null, notBefore: one.notBefore };
  });
}
