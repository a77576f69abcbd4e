import type { Graph, GraphTransaction } from '../graph/graph.js';
import { DAY_MS } from '../kernel/clock.js';
import type { Services } from '../security/index.js';
import { quietUntil } from './choices/quiet-hours.js';
import { type ContactSettings, contactSettings, type FrequencyCap } from './choices/quiet-hours.service.js';
import { type Channel, channelsOf, type PurposeId } from './consent.js';
import { type ContactAnswer, type Decision, decide, explained, type Standing } from './contact-rule.js';

/** Customers whose standings are read at once: about 2 MB. */
const PAGE = 5000;

type Reader = Pick<Graph, 'read'> | GraphTransaction;

/** One purpose through one channel at one moment. `ANY`, about use and not contact: a consent on any channel. */
export interface ContactMoment {
  readonly purpose: PurposeId;
  readonly channel: Channel | 'ANY';
  readonly now: Date;
  /** Touches that do not count for the frequency cap: those that are asked about. */
  readonly except?: readonly string[];
  /** What is set for everybody, where the caller read it; so that several decisions of a transaction read it once. */
  readonly settings?: ContactSettings;
  /** Only the decision, its ground and `notBefore`, and no times and texts of the consent: much faster for many. */
  readonly brief?: boolean;
}

export interface DecidedCustomer extends Decision {
  readonly customerId: string;
}

/**
 * Whether each of the customers may be contacted, and why not, in the order of their ids; unknown ones are left out.
 */
export async function contactDecisions(
  reader: Reader,
  { purpose, channel, now, except = [], settings, brief = false }: ContactMoment,
  customerIds: readonly string[],
): Promise<DecidedCustomer[]> {
  const { quiet, cap } = settings ?? (await contactSettings({ graph: reader }));
  const capped = capOf(purpose, cap, now);
  const question = { purpose, now, quietUntil: quietUntil(quiet, channel, now), cap: capped.cap };
  const asked = [{ purposeId: purpose, channel }];
  const decided: DecidedCustomer[] = [];
  for (let from = 0; from < customerIds.length; from += PAGE) {
    const page = customerIds.slice(from, from + PAGE);
    const rows = await standings(reader, { customerIds: page, asked, now, since: capped.since, except, brief });
    const of = new Map(
      rows.flatMap((row) => {
        const decision = decide(row, question);
        return row.customerIds.map((customerId) => [customerId, { customerId, ...decision }] as const);
      }),
    );
    for (const id of page.sort()) if (of.has(id)) decided.push(of.get(id)!);
  }
  return decided;
}

/**
 * Locks customers: what `contactDecisions` says of them in the same transaction stays true until it ends. At most some
 * thousands.
 */
export async function lockForContact(tx: GraphTransaction, customerIds: readonly string[]): Promise<void> {
  await tx.write('consent/steps/ledger/consent-lock', { customerIds: [...customerIds] });
}

/**
 * As `contactDecisions`, and they stay true until the transaction ends: the customers are locked first. At most some
 * thousands.
 */
export async function lockedDecisions(
  tx: GraphTransaction,
  moment: ContactMoment,
  customerIds: readonly string[],
): Promise<DecidedCustomer[]> {
  await lockForContact(tx, customerIds);
  return contactDecisions(tx, moment, customerIds);
}

/**
 * The channels on which each of the customers may be contacted, `ALL` alone where any will do; whoever has none is left
 * out.
 */
export async function channelsOpen(
  reader: Reader,
  { purpose, now }: Omit<ContactMoment, 'channel'>,
  customerIds: readonly string[],
): Promise<Map<string, Channel[]>> {
  const { quiet, cap } = await contactSettings({ graph: reader });
  const capped = capOf(purpose, cap, now);
  const asked = channelsOf(purpose).map((channel) => ({ purposeId: purpose, channel }));
  const open = new Map<string, Channel[]>();
  for (const row of await standings(reader, { customerIds, asked, now, since: capped.since })) {
    const channel = row.channel as Channel;
    if (!decide(row, { purpose, now, quietUntil: quietUntil(quiet, channel, now), cap: capped.cap }).allowed) continue;
    for (const id of row.customerIds) {
      const before = open.get(id) ?? [];
      open.set(id, before[0] === 'ALL' ? before : [...before, channel]);
    }
  }
  return open;
}

/** Whether a customer may be contacted for a purpose through a channel, now, and why not. */
export async function mayContact(
  { graph, clock }: Services,
  customerId: string,
  purpose: PurposeId,
  channel: Channel,
): Promise<ContactAnswer> {
  const [decided] = await contactDecisions(graph, { purpose, channel, now: clock.now() }, [customerId]);
  if (!decided) return explained(decide(undefined, { purpose, now: clock.now() }));
  const { customerId: _id, ...decision } = decided;
  return explained(decision);
}

/** Whether the data of a customer may be used for a purpose, now, and on which ground, or why not. */
export async function mayUse(
  { graph, clock }: Services,
  customerId: string,
  purpose: PurposeId,
): Promise<ContactAnswer> {
  const now = clock.now();
  const asked = [{ purposeId: purpose, channel: 'ANY' }];
  const [standing] = await standings(graph, { customerIds: [customerId], asked, now });
  return explained(decide(standing, { purpose, now }));
}

export interface UseDecision extends Decision {
  readonly purpose: PurposeId;
  readonly channel: Channel;
}

/**
 * What one customer allows of each purpose on each channel, bans on contact and quiet hours left aside: the person's
 * own choices.
 */
export async function choicesOf(
  { graph, clock }: Pick<Services, 'graph' | 'clock'>,
  customerId: string,
  asked: readonly { readonly purposeId: PurposeId; readonly channel: Channel }[],
): Promise<UseDecision[]> {
  const now = clock.now();
  const rows = await standings(graph, { customerIds: [customerId], asked: [...asked], now });
  return rows.map((row) => {
    const purpose = row.purposeId as PurposeId;
    return { purpose, channel: row.channel as Channel, ...decide(row, { purpose, now }) };
  });
}

interface StandingsAsked {
  readonly customerIds: readonly string[];
  readonly asked: { purposeId: string; channel: string }[];
  readonly now: Date;
  /** From when on messages that left are counted. */
  readonly since?: Date | null;
  readonly except?: readonly string[];
  readonly brief?: boolean;
}

/** What goes on about an order is no campaign: however often, it is not held back. */
const UNCAPPED: readonly PurposeId[] = ['service'];

function capOf(purpose: PurposeId, { messages, days }: FrequencyCap, now: Date) {
  if (messages === 0 || UNCAPPED.includes(purpose)) return { cap: null, since: null };
  return { cap: messages, since: new Date(now.getTime() - days * DAY_MS) };
}

interface StandingRow extends Standing {
  readonly customerIds: readonly string[];
  readonly purposeId: string;
  readonly channel: string;
}

async function standings(
  reader: Reader,
  { customerIds, asked, now, since = null, except = [], brief = false }: StandingsAsked,
): Promise<StandingRow[]> {
  const given = { customerIds: [...customerIds], since, except: [...except], brief };
  const rows = await reader.read('consent/steps/contact/standings', { asked, now, given });
  return rows as StandingRow[];
}
