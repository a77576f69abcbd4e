import type { GraphTransaction } from '../graph/graph.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../kernel/services.js';
import { type Channel, type ConsentEvent, channelsOf, heldConsents, type PurposeId } from './consent.js';
import { type ContactAnswer, contactAnswer } from './contact.js';

/** What a batch of events did. */
export interface ConsentCounts {
  /** New in the ledger; the rest of the rows were `repeated`, `conflicting` or of an `unknown` customer. */
  readonly appended: number;
  readonly repeated: number;
  readonly conflicting: number;
  readonly unknown: number;
  /** Edges of the customers' purposes that hold afterwards, and that ended. */
  readonly held: number;
  readonly ended: number;
  /** Customers who left profiling, with everything that was worked out about them. */
  readonly forgotten: number;
}

export interface ConsentGiven {
  /** Makes the call safe to repeat; made up when left out. */
  readonly eventId?: string | null | undefined;
  readonly customerId: string;
  readonly purpose: PurposeId;
  readonly channel: Channel;
  readonly at?: Date | null | undefined;
  readonly until?: Date | null | undefined;
  readonly textVersion?: string | null | undefined;
  readonly via: string;
  readonly proof?: string | null | undefined;
}

export interface ConsentWithdrawn {
  readonly eventId?: string | null | undefined;
  readonly customerId: string;
  readonly purpose: PurposeId;
  /** Null withdraws every channel. */
  readonly channel?: Channel | null | undefined;
  readonly at?: Date | null | undefined;
  readonly via: string;
}

/** How far a caller's clock may run ahead of ours. */
const AHEAD_MS = 5 * 60_000;

/** Records that a customer consented: ledger and edge in one transaction. Throws NOT_FOUND, INPUT, or CONFLICT for a reused event id. */
export function recordConsent(services: Services, given: ConsentGiven): Promise<ConsentCounts> {
  return applyOne(services, {
    ...eventOf(services, given),
    channel: given.channel,
    action: 'GIVEN',
    until: given.until ?? null,
    textVersion: given.textVersion ?? null,
    proof: given.proof ?? null,
  });
}

/** Records that a customer withdrew, on one channel or all. Withdrawing profiling forgets what was worked out. Throws as `recordConsent`. */
export function withdrawConsent(services: Services, withdrawn: ConsentWithdrawn): Promise<ConsentCounts> {
  return applyOne(services, {
    ...eventOf(services, withdrawn),
    channel: withdrawn.channel ?? 'ALL',
    action: 'WITHDRAWN',
    until: null,
    textVersion: null,
    proof: null,
  });
}

function eventOf({ clock, random }: Services, given: ConsentGiven | ConsentWithdrawn) {
  const { customerId, purpose, via } = given;
  return { id: given.eventId ?? random.id(), customerId, purposeId: purpose, at: given.at ?? clock.now(), via };
}

async function applyOne(services: Services, event: ConsentEvent): Promise<ConsentCounts> {
  const problem = problemOf(event, services.clock.now());
  if (problem) throw new AppError('INPUT', `consent event ${event.id}: ${problem}`, 'correct it and send it again');
  return services.graph.transaction(async (tx) => {
    const counts = await applyIn(tx, [event], services.clock.now());
    if (counts.unknown > 0)
      throw new AppError('NOT_FOUND', `no customer ${event.customerId}`, 'check the id, or import the customer first');
    if (counts.conflicting > 0)
      throw new AppError(
        'CONFLICT',
        `consent event ${event.id} is in the ledger with another meaning`,
        'send a new event under an id of its own',
      );
    return counts;
  });
}

/** What is wrong with an event, or null. `now` bounds its time: a consent cannot come from the future. */
export function problemOf(event: ConsentEvent, now: Date): string | null {
  if (event.at.getTime() > now.getTime() + AHEAD_MS) return 'at lies in the future';
  if (event.until && event.until <= event.at) return 'until is not after at';
  if (!channelsOf(event.purposeId).includes(event.channel)) return `${event.purposeId} takes only channel ALL`;
  return null;
}

/**
 * Applies many events at once, as an import does, in one transaction: at most some thousands a call. The order of calls and of rows
 * does not matter. Rows that `problemOf` finds wrong are the caller's to keep out.
 */
export function applyConsents({ graph, clock }: Services, events: readonly ConsentEvent[]): Promise<ConsentCounts> {
  return graph.transaction((tx) => applyIn(tx, events, clock.now()));
}

async function applyIn(tx: GraphTransaction, events: readonly ConsentEvent[], now: Date): Promise<ConsentCounts> {
  const customerIds = [...new Set(events.map((e) => e.customerId))];
  await tx.write('privacy/consent-lock', { customerIds });
  const appended = await tx.write('privacy/consent-append', { rows: [...events], now });
  const settled = await settle(tx, events, now);
  return { ...appended, ...settled };
}

interface Pair {
  readonly customerId: string;
  readonly purposeId: string;
}

/** Brings edges, label and what was worked out into step with the ledger, for customers whose lock this transaction holds. */
async function settle(tx: GraphTransaction, touched: readonly Pair[], now: Date) {
  const pairs = [...new Map(touched.map((p) => [pairKey(p), p])).values()];
  const ledger = (await tx.read('privacy/consent-ledger', {
    customerIds: [...new Set(pairs.map((p) => p.customerId))],
  })) as ConsentEvent[];
  const eventsBy = byPair(ledger);
  const standing = pairs.map((pair) => ({ pair, held: heldConsents(eventsBy.get(pairKey(pair)) ?? [], now) }));
  const { ended } = await tx.write('privacy/consent-end', {
    rows: standing.map(({ pair: { customerId, purposeId }, held }) => ({
      customerId,
      purposeId,
      held: held.map((h) => h.channel),
    })),
  });
  const { held } = await tx.write('privacy/consent-hold', { rows: standing.flatMap((s) => s.held.map(edgeOf)) });
  const profiling = [...new Set(pairs.filter((p) => p.purposeId === 'profiling').map((p) => p.customerId))];
  const { forgotten } = await tx.write('privacy/consent-profile', { customerIds: profiling, now });
  return { held, ended, forgotten };
}

function pairKey({ customerId, purposeId }: Pair): string {
  return `${customerId}|${purposeId}`;
}

function byPair(events: readonly ConsentEvent[]): Map<string, ConsentEvent[]> {
  const pairs = new Map<string, ConsentEvent[]>();
  for (const event of events) {
    const known = pairs.get(pairKey(event));
    if (known) known.push(event);
    else pairs.set(pairKey(event), [event]);
  }
  return pairs;
}

function edgeOf({ channel, event }: { channel: Channel; event: ConsentEvent }) {
  const { customerId, purposeId, at, until, textVersion, proof, id } = event;
  return { customerId, purposeId, channel, since: at, until, textVersion, proof, eventId: id };
}

/** Ends the consents whose time ran out, a page at a time. Safe to run at any time and on several servers. Returns how many edges ended. */
export async function expireConsents(
  { graph, clock }: Services,
  page = 1000,
): Promise<{ ended: number; forgotten: number }> {
  const now = clock.now();
  const sum = { ended: 0, forgotten: 0 };
  for (;;) {
    const due = await graph.read('privacy/consent-expired', { now, limit: page });
    if (due.length === 0) return sum;
    const { ended, forgotten } = await graph.transaction(async (tx) => {
      await tx.write('privacy/consent-lock', { customerIds: due.map((d) => d.customerId) });
      return settle(tx, due, now);
    });
    sum.ended += ended;
    sum.forgotten += forgotten;
  }
}

/** Whether a customer may be contacted for a purpose through a channel, now, and why not. */
export async function mayContact(
  { graph, clock }: Services,
  customerId: string,
  purpose: PurposeId,
  channel: Channel,
): Promise<ContactAnswer> {
  const [standing] = await graph.read('privacy/contact-standing', {
    customerId,
    purposeId: purpose,
    channel,
    now: clock.now(),
  });
  return contactAnswer(standing);
}
