import { randomUUID } from 'node:crypto';
import { type Channel, lockedDecisions, type PurposeId } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { normalIdentity, type PersonalFields, personalFields, type Services } from '../../security/index.js';
import { ADDRESS_OF, type Adapter, MOST_TRIES, type Outcome, waitAfter } from './adapter.js';
import { render } from './content.js';

/** Messages of a batch: all are sent within its claim, at most 10 s each, ten at a time. */
const BATCH = 50;
const AT_ONCE = 10;
/** How long a claim holds: twice what a batch takes at most, and 20 s. */
const CLAIM_MS = 120_000;

/** What a run did; all are touches. */
export type DispatchCounts = Readonly<
  Record<'sent' | 'retried' | 'failed' | 'skipped' | 'waiting' | 'unknown', number>
>;
type Due = RowOf<'campaigns/steps/dispatch/touches-due'>;
type Claimed = RowOf<'campaigns/steps/dispatch/touches-claimed'>;
type Sent = Claimed & { readonly outcome: Outcome };

/** Who opens names and addresses for sending, as the audit names it. */
const SENDER = { id: 'dispatch', role: 'admin', purpose: 'campaigns' } as const;

const NOTHING: DispatchCounts = { sent: 0, retried: 0, failed: 0, skipped: 0, waiting: 0, unknown: 0 };

/**
 * Sends what is due, batch by batch, beside any number of servers that do the same: each touch is claimed by one. Whoever may not be contacted any
 * more is skipped, decided under lock in the transaction that claims.
 */
export async function dispatchDue(services: Services, adapter: Adapter): Promise<DispatchCounts> {
  let sum = NOTHING;
  for (;;) {
    const batch = await claimBatch(services, adapter);
    if (batch === null) return sum;
    const { skipped, waiting, unknown, failed } = batch.counts;
    sum = plus(sum, { ...NOTHING, skipped, waiting, unknown, failed });
    sum = plus(sum, await sendBatch(services, adapter, batch));
  }
}

interface Batch {
  readonly holder: string;
  readonly until: Date;
  readonly claimed: readonly Claimed[];
  readonly counts: RowOf<'campaigns/steps/dispatch/touches-claim'>;
}

/** Claims the next touches of one campaign for this server; null where none is due. What it returns is sent by nobody else meanwhile. */
export function claimBatch(
  { graph, clock }: Services,
  { idempotent }: Pick<Adapter, 'idempotent'>,
): Promise<Batch | null> {
  return graph.transaction(async (tx) => {
    const now = clock.now();
    const due = await tx.read('campaigns/steps/dispatch/touches-due', { now, limit: BATCH });
    const first = due[0];
    if (!first) return null;
    const own = due.filter(({ campaignId }) => campaignId === first.campaignId);
    const moment = { purpose: first.purpose as PurposeId, channel: first.channel as Channel, now };
    const decided = await lockedDecisions(
      tx,
      moment,
      own.map(({ customerId }) => customerId),
    );
    const holder = randomUUID();
    const until = new Date(now.getTime() + CLAIM_MS);
    const rows = decidedRows(own, decided);
    const claim = { rows, holder, until, again: idempotent, most: MOST_TRIES, now };
    const counts = await tx.write('campaigns/steps/dispatch/touches-claim', claim);
    const ids = own.map(({ id }) => id);
    return {
      holder,
      until,
      counts,
      claimed: await tx.read('campaigns/steps/dispatch/touches-claimed', { ids, holder }),
    };
  });
}

function decidedRows(due: readonly Due[], decided: Awaited<ReturnType<typeof lockedDecisions>>) {
  const of = new Map(decided.map((one) => [one.customerId, one]));
  return due.map(({ id, customerId }) => {
    const one = of.get(customerId);
    if (!one?.allowed) return { id, reason: one?.reason ?? 'UNKNOWN_CUSTOMER', notBefore: null };
    return { id, reason: null, notBefore: one.notBefore };
  });
}

async function sendBatch(services: Services, adapter: Adapter, batch: Batch): Promise<DispatchCounts> {
  const { holder, claimed } = batch;
  if (claimed.length === 0) return NOTHING;
  const people = adapter.personal ? await openedFor(services, claimed) : null;
  const sent: Sent[] = [];
  for (let from = 0; from < claimed.length; from += AT_ONCE) {
    const some = claimed.slice(from, from + AT_ONCE);
    sent.push(...(await Promise.all(some.map((one) => sendOne(adapter, one, people?.get(one.customerId) ?? null)))));
  }
  const now = services.clock.now();
  const rows = sent.map((one) => recordOf(one, now));
  await services.graph.write('campaigns/steps/dispatch/touches-outcome', { rows, holder, now });
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return { ...NOTHING, sent: count('SENT'), retried: count('PLANNED'), failed: count('FAILED') };
}

/** Names and addresses by the one way to personal fields: what is opened is recorded before anything is sent. */
function openedFor(services: Services, claimed: readonly Claimed[]): Promise<Map<string, PersonalFields | null>> {
  const address = ADDRESS_OF[claimed[0]!.channel]!;
  const ids = claimed.map(({ customerId }) => customerId);
  return personalFields({ ...services, viewer: SENDER }, ids, ['name', address]);
}

async function sendOne(adapter: Adapter, one: Claimed, person: PersonalFields | null): Promise<Sent> {
  const { id, customerId, channel, alias, city } = one;
  const field = ADDRESS_OF[channel]!;
  const written = person?.[field] ?? null;
  const address = written === null ? null : normalIdentity(field.toUpperCase(), written);
  if (adapter.personal && address === null) return { ...one, outcome: { state: 'FAILED', problem: 'no address' } };
  const fields = { name: person?.name ?? null, alias, city };
  const subject = one.subject === null ? null : render(one.subject, fields);
  const message = { deliveryId: id, customerId, channel, address, subject, text: render(one.text, fields) };
  return { ...one, outcome: await adapter.send(message) };
}

function recordOf({ id, tries, outcome }: Sent, now: Date) {
  if (outcome.state === 'SENT') return { id, state: 'SENT', dueAt: null, problem: null };
  const dead = outcome.state === 'FAILED' || tries >= MOST_TRIES;
  const dueAt = dead ? null : new Date(now.getTime() + waitAfter(tries));
  return { id, state: dead ? 'FAILED' : 'PLANNED', dueAt, problem: outcome.problem };
}

function plus(a: DispatchCounts, b: DispatchCounts): DispatchCounts {
  const sums = Object.entries(a).map(([name, count]) => [name, count + b[name as keyof DispatchCounts]]);
  return Object.fromEntries(sums) as DispatchCounts;
}
