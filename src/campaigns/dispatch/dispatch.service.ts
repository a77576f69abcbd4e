import { type Channel, contactDecisions } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { groupBy } from '../../kernel/group-by.js';
import { sideBySide } from '../../kernel/side-by-side.js';
import { fieldsToSend, type PersonalFields, type Services } from '../../security/index.js';
import { ADDRESS_OF, type Adapter, MOST_TRIES, type Outcome, type Senders, waitAfter } from './adapter.js';
import { type Batch, charge, claimBatch, type Queue } from './claim.js';
import { messageOf } from './message.js';

/** Messages that are sent at the same time; what became of them is noted before the next. */
const AT_ONCE = 10;
/** A group is begun only while its claim holds for longer than its sends can take. */
const GROUP_MS = 60_000;

/** What a run did; all are touches, but `ended` campaigns that have nothing left to send. */
export type DispatchCounts = Readonly<
  Record<'sent' | 'retried' | 'failed' | 'skipped' | 'waiting' | 'unknown' | 'ended', number>
>;
type Claimed = RowOf<'campaigns/steps/dispatch/touches-claimed'>;

const NOTHING: DispatchCounts = { ...{ sent: 0, retried: 0, failed: 0, skipped: 0, waiting: 0, unknown: 0, ended: 0 } };

/**
 * Sends what is due, batch by batch, beside any number of servers that do the same: each touch is claimed by one. The
 * more important campaigns first; those of the same priority take turns of so many batches, two at a time, so that a
 * large one holds up no other, and what became due meanwhile is seen after each round. Whoever may not be contacted any
 * more is skipped, decided under lock in the transaction that claims and again right before each send.
 */
export async function dispatchDue(services: Services, senders: Senders, batches = TURN): Promise<DispatchCounts> {
  const { graph, clock } = services;
  const channels = Object.keys(senders);
  let sum = NOTHING;
  for (let more = true; more; ) {
    more = false;
    const queues = await graph.read('campaigns/steps/dispatch/queues', { now: clock.now(), channels });
    for (const equals of groupBy(queues, ({ priority }) => priority).values()) {
      if (more) break;
      await sideBySide(equals, QUEUES_AT_ONCE, async (queue) => {
        const turn = await takeTurn(services, queue, senders[queue.channel]!, batches);
        sum = plus(sum, turn.counts);
        more ||= turn.more;
      });
    }
    const { done } = await graph.write('campaigns/steps/dispatch/campaigns-done', { now: clock.now() });
    sum = plus(sum, { ...NOTHING, ended: done });
  }
  return sum;
}

/** Campaigns of one priority that have their turn at the same time. */
const QUEUES_AT_ONCE = 2;
/** Batches of a campaign and channel that are sent before others have their turn. */
const TURN = 10;

async function takeTurn(services: Services, queue: Queue, adapter: Adapter, batches: number) {
  let counts = NOTHING;
  for (let taken = 0; taken < batches; taken++) {
    const batch = await claimBatch(services, queue, adapter);
    if (batch === null) return { counts, more: false };
    const { skipped, waiting, unknown, failed } = batch.counts;
    counts = plus(counts, { ...NOTHING, skipped, waiting, unknown, failed });
    counts = plus(counts, await sendBatch(services, queue, adapter, batch));
    if (batch.last) return { counts, more: false };
  }
  return { counts, more: true };
}

/** Sends a claimed batch, ten at a time, and notes what became of each ten before the next. */
export async function sendBatch(
  services: Services,
  queue: Queue,
  adapter: Adapter,
  { holder, purpose, claimed, settings }: Batch,
): Promise<DispatchCounts> {
  let sum = NOTHING;
  if (claimed.length === 0) return sum;
  const people = adapter.personal ? await openedFor(services, claimed) : null;
  for (let from = 0; from < claimed.length; from += AT_ONCE) {
    const group = claimed.slice(from, from + AT_ONCE);
    const held = { holder, purpose, channel: queue.channel as Channel, settings };
    const checks = await checkedAgain(services, held, group);
    const send = async (one: Claimed): Promise<Result> => {
      const stopped = checks.get(one.id);
      if (stopped) return { id: one.id, ...stopped };
      const message = messageOf(services, one, people?.get(one.customerId) ?? null);
      if (adapter.personal && message.address === null) return withoutAddress(one);
      return resultOf(one, await sentBy(adapter, message), services.clock.now());
    };
    sum = plus(sum, await note(services, queue, holder, await Promise.all(group.map(send))));
  }
  return sum;
}

/** Names and addresses by the one way for what leaves: what is opened is recorded before anything is sent. */
function openedFor(services: Services, claimed: readonly Claimed[]): Promise<Map<string, PersonalFields | null>> {
  const ids = claimed.map(({ customerId }) => customerId);
  return fieldsToSend(services, ids, ['name', ADDRESS_OF[claimed[0]!.channel]!]);
}

/** An adapter that fails beyond its outcomes leaves open whether the message went. */
async function sentBy(adapter: Adapter, message: Parameters<Adapter['send']>[0]): Promise<Outcome> {
  try {
    return await adapter.send(message);
  } catch {
    return { state: adapter.idempotent ? 'RETRY' : 'UNKNOWN', problem: `${adapter.name} failed` };
  }
}

interface Result {
  readonly id: string;
  readonly state: 'SENT' | 'FAILED' | 'SKIPPED' | 'UNKNOWN' | 'PLANNED';
  readonly dueAt?: Date | null;
  readonly problem?: string | null;
  readonly reason?: string | null;
  readonly channel?: string | null;
  /** As a try. */
  readonly counts?: boolean;
}

interface Held extends Pick<Batch, 'holder' | 'purpose' | 'settings'> {
  readonly channel: Channel;
}

/**
 * Of a group what is not to be sent after all: the claim is lost or the campaign paused, or the person may not be
 * contacted now.
 */
async function checkedAgain(
  { graph, clock }: Services,
  { holder, purpose, channel, settings }: Held,
  group: readonly Claimed[],
): Promise<Map<string, Omit<Result, 'id'>>> {
  const now = clock.now();
  const ids = group.map(({ id }) => id);
  const until = new Date(now.getTime() + GROUP_MS);
  const people = group.map(({ customerId }) => customerId);
  const [holding, decided] = await Promise.all([
    graph.read('campaigns/steps/dispatch/touches-held', { ids, holder, until }),
    contactDecisions(graph, { purpose, channel, now, settings, except: ids, brief: true }, people),
  ]);
  const held = new Set(holding.map(({ id }) => id));
  const of = new Map(decided.map((one) => [one.customerId, one]));
  return new Map(
    group.flatMap(({ id, customerId }): [string, Omit<Result, 'id'>][] => {
      const one = of.get(customerId);
      if (!one?.allowed) return [[id, { state: 'SKIPPED', reason: one?.reason ?? 'UNKNOWN_CUSTOMER' }]];
      if (one.notBefore !== null) return [[id, { state: 'PLANNED', dueAt: one.notBefore }]];
      return held.has(id) ? [] : [[id, { state: 'PLANNED', dueAt: now }]];
    }),
  );
}

/** The next channel of the campaign is tried; the contact rule decides on it when it is claimed. */
function withoutAddress({ id, channel, channels }: Claimed): Result {
  const next = channels[channels.indexOf(channel) + 1];
  if (next === undefined) return { id, state: 'FAILED', problem: 'no address', counts: true };
  return { id, state: 'PLANNED', channel: next, dueAt: new Date(0), problem: `no address for ${channel}` };
}

function resultOf({ id, tries }: Claimed, outcome: Outcome, now: Date): Result {
  if (outcome.state === 'SENT') return { id, state: 'SENT', counts: true };
  const { problem } = outcome;
  if (outcome.state === 'UNKNOWN') return { id, state: 'UNKNOWN', problem, counts: true };
  if (outcome.state === 'FAILED' || tries >= MOST_TRIES) return { id, state: 'FAILED', problem, counts: true };
  return { id, state: 'PLANNED', dueAt: new Date(now.getTime() + waitAfter(tries)), problem, counts: true };
}

async function note(
  { graph, clock }: Services,
  { campaignId }: Queue,
  holder: string,
  results: readonly Result[],
): Promise<DispatchCounts> {
  const blank = { dueAt: null, problem: null, reason: null, channel: null, counts: false };
  const rows = results.map((one) => ({ ...blank, ...one }));
  await graph.transaction(async (tx) => {
    const said = { rows, holder, now: clock.now() };
    const { refund } = await tx.write('campaigns/steps/dispatch/touches-outcome', said);
    await charge(tx, campaignId, -refund);
  });
  const count = (state: Result['state'], counts: boolean) =>
    rows.filter((row) => row.state === state && row.counts === counts).length;
  const [sent, failed, unknown] = [count('SENT', true), count('FAILED', true), count('UNKNOWN', true)];
  const [retried, waiting, skipped] = [count('PLANNED', true), count('PLANNED', false), count('SKIPPED', false)];
  return { ...NOTHING, sent, failed, unknown, retried, waiting, skipped };
}

function plus(a: DispatchCounts, b: DispatchCounts): DispatchCounts {
  const sums = Object.entries(a).map(([name, count]) => [name, count + b[name as keyof DispatchCounts]]);
  return Object.fromEntries(sums) as DispatchCounts;
}
