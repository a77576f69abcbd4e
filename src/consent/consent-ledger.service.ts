import { takenBack } from '../graph/attempts.js';
import type { GraphTransaction } from '../graph/graph.js';
import { recordAudit, type Services } from '../security/index.js';
import {
  type ConsentEvent,
  channelsToRenew,
  type Grounds,
  type HeldConsent,
  heldConsents,
  textNumberOf,
} from './consent.js';
import { forgetAround } from './recount.service.js';
import { withoutRestricted } from './restriction.js';

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

/**
 * Applies many events at once, as an import does, in one transaction: at most some thousands a call. The order of calls
 * and of rows does not matter. Rows that `problemOf` finds wrong are the caller's to keep out. Throws CONFLICT, with
 * nothing written, where an id is that of another event by now.
 */
export function applyConsents(services: Services, events: readonly ConsentEvent[]): Promise<ConsentCounts> {
  return services.graph.transaction(async (tx) => {
    const counts = await appendAndSettle(tx, events, services.clock.now());
    const { appended: count, conflicting } = counts;
    if (conflicting > 0) throw takenBack(`${conflicting} events of the consent ledger came under other meanings`);
    // who they are is in the ledger, event by event
    if (count > 0) await recordAudit(services, { action: 'CONSENT_IMPORTED', count }, tx);
    return counts;
  });
}

/** Appends the events and brings everything that follows from the ledger into step, in the caller's transaction. */
export async function appendAndSettle(
  tx: GraphTransaction,
  events: readonly ConsentEvent[],
  now: Date,
): Promise<ConsentCounts> {
  const customerIds = [...new Set(events.map((e) => e.customerId))];
  await tx.write('consent/steps/ledger/consent-lock', { customerIds });
  const appended = await tx.write('consent/steps/ledger/consent-append', {
    rows: events.map((event) => ({ ...event, guardian: event.guardian ?? false })),
    now,
  });
  const settled = await settle(tx, events, now);
  return { ...appended, ...settled };
}

export interface Pair {
  readonly customerId: string;
  readonly purposeId: string;
}

/**
 * Brings edges, label and what was worked out into step with the ledger, for customers whose lock this transaction
 * holds.
 */
export async function settle(tx: GraphTransaction, touched: readonly Pair[], now: Date) {
  const pairs = [...new Map(touched.map((p) => [pairKey(p), p])).values()];
  const standing = await withoutRestricted(tx, await standingOf(tx, pairs, now));
  const { ended } = await tx.write('consent/steps/ledger/consent-end', {
    rows: standing.map(({ pair: { customerId, purposeId }, held }) => ({
      customerId,
      purposeId,
      held: held.map((h) => h.channel),
    })),
  });
  const edges = standing.flatMap(({ held, grounds }) => held.map((h) => edgeOf(h, grounds)));
  const { held } = await tx.write('consent/steps/ledger/consent-hold', { rows: edges });
  await noteRenewals(tx, standing, now);
  const profiling = [...new Set(pairs.filter((p) => p.purposeId === 'profiling').map((p) => p.customerId))];
  const { forgotten, changed } = await tx.write('consent/steps/ledger/consent-profile', {
    customerIds: profiling,
    now,
  });
  if (changed.length > 0) await forgetAround(tx, changed, now);
  return { held, ended, forgotten };
}

interface Standing {
  readonly pair: Pair;
  readonly events: readonly ConsentEvent[];
  readonly grounds: Grounds;
  readonly held: readonly HeldConsent[];
}

/** What the rule says of each customer and purpose, from the whole ledger. */
async function standingOf(tx: GraphTransaction, pairs: readonly Pair[], now: Date): Promise<Standing[]> {
  const customerIds = [...new Set(pairs.map((p) => p.customerId))];
  const purposeIds = [...new Set(pairs.map((p) => p.purposeId))];
  const texts = grouped(await tx.read('consent/steps/ledger/consent-texts', { purposeIds }), (text) => text.purposeId);
  const ledger = await tx.read('consent/steps/ledger/consent-ledger', { customerIds });
  const children = new Map(ledger.map(({ customerId, guardianUntil }) => [customerId, guardianUntil]));
  const eventsBy = grouped(ledger as readonly ConsentEvent[], pairKey);
  return pairs.map((pair) => {
    const events = eventsBy.get(pairKey(pair)) ?? [];
    const guardianUntil = children.get(pair.customerId) ?? null;
    const grounds = { texts: texts.get(pair.purposeId) ?? [], guardianUntil };
    return { pair, events, grounds, held: heldConsents(events, now, grounds) };
  });
}

/** Only a purpose with a text that is asked again can have anybody to ask. */
async function noteRenewals(tx: GraphTransaction, standing: readonly Standing[], now: Date): Promise<void> {
  const rows = standing
    .filter(({ grounds }) => grounds.texts.some(({ askAgain }) => askAgain))
    .map(({ pair: { customerId, purposeId }, events, grounds }) => ({
      customerId,
      purposeId,
      channels: channelsToRenew(events, now, grounds),
    }));
  if (rows.length > 0) await tx.write('consent/steps/ledger/consent-renew', { rows, now });
}

function pairKey({ customerId, purposeId }: Pair): string {
  return `${customerId}|${purposeId}`;
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known) known.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function edgeOf({ channel, event, until }: HeldConsent, { texts }: Grounds) {
  const { customerId, purposeId, at, textVersion, proof, id } = event;
  const textNumber = textNumberOf(event, texts);
  return { customerId, purposeId, channel, since: at, until, textVersion, textNumber, proof, eventId: id };
}

/** Until when a customer counted as a child before their facts changed, and after it; null for nobody's child. */
export interface AgeChange {
  readonly customerId: string;
  readonly before: Date | null;
  readonly after: Date | null;
}

/**
 * What follows from changed facts of people: whoever turns out to be a child, or none, has consents, label and all that
 * was worked out settled again. To be called in the transaction that changes the facts, by whatever changes them.
 */
export async function settleFacts(tx: GraphTransaction, ages: readonly AgeChange[], now: Date): Promise<void> {
  const changed = ages.filter(({ before, after }) => before?.getTime() !== after?.getTime());
  const customerIds = changed.map(({ customerId }) => customerId);
  if (customerIds.length > 0) await settleCustomers(tx, customerIds, now);
}

/**
 * Settles again everything that customers ever said, when something besides their events changed. In the caller's
 * transaction.
 */
async function settleCustomers(tx: GraphTransaction, customerIds: readonly string[], now: Date) {
  await tx.write('consent/steps/ledger/consent-lock', { customerIds: [...customerIds] });
  return settle(tx, await tx.read('consent/steps/ledger/consent-ledger', { customerIds: [...customerIds] }), now);
}

/**
 * Ends the consents whose time ran out, a page at a time. Safe to run at any time and on several servers. Returns how
 * many edges ended.
 */
export async function expireConsents(services: Services, page = 1000): Promise<{ ended: number; forgotten: number }> {
  const { graph, clock } = services;
  const now = clock.now();
  const sum = { ended: 0, forgotten: 0 };
  for (;;) {
    const due = await graph.read('consent/steps/ledger/consent-expired', { now, limit: page });
    if (due.length === 0) return sum;
    const { ended, forgotten } = await graph.transaction(async (tx) => {
      await tx.write('consent/steps/ledger/consent-lock', { customerIds: due.map((d) => d.customerId) });
      const settled = await settle(tx, due, now);
      if (settled.ended > 0) await recordAudit(services, { action: 'CONSENT_EXPIRED', count: settled.ended }, tx);
      return settled;
    });
    sum.ended += ended;
    sum.forgotten += forgotten;
  }
}
