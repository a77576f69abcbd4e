import type { GraphTransaction } from '../graph/graph.js';
import { MINUTE_MS } from '../kernel/clock.js';
import { AppError } from '../kernel/error.js';
import { type AuditRecord, recordAudit, type Services } from '../security/index.js';
import { type Channel, type ConsentEvent, channelsOf, type PurposeId } from './consent.js';
import { appendAndSettle } from './consent-ledger.service.js';

/** What one event did. */
export interface ConsentResult {
  readonly eventId: string;
  /** False when the ledger had it already. */
  readonly recorded: boolean;
  /** Consents of the customer to this purpose that hold afterwards, and that ended. */
  readonly held: number;
  readonly ended: number;
  readonly forgotten: boolean;
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
  readonly refreshed?: boolean | null | undefined;
  /** Said by the guardian of a child under 14. */
  readonly guardian?: boolean | null | undefined;
}

export interface ConsentWithdrawn {
  readonly eventId?: string | null | undefined;
  readonly customerId: string;
  readonly purpose: PurposeId;
  /** Null withdraws every channel. */
  readonly channel?: Channel | null | undefined;
  readonly at?: Date | null | undefined;
  readonly via: string;
  /** The customer objects: no other ground may stand in for consent. */
  readonly objection?: boolean | null | undefined;
}

/** How far a caller's clock may run ahead of ours. */
const AHEAD_MS = 5 * MINUTE_MS;

/**
 * Records that a customer consented: ledger and edge in one transaction. Throws NOT_FOUND, INPUT, or CONFLICT for a
 * reused event id.
 */
export function recordConsent(services: Services, given: ConsentGiven): Promise<ConsentResult> {
  return applyOne(services, {
    ...eventOf(services, given),
    channel: given.channel,
    action: given.refreshed ? 'REFRESHED' : 'GIVEN',
    guardian: given.guardian ?? false,
    until: given.until ?? null,
    textVersion: given.textVersion ?? null,
    proof: given.proof ?? null,
  });
}

/**
 * Records that a customer withdrew, on one channel or all. Withdrawing profiling forgets what was worked out. Throws as
 * `recordConsent`.
 */
export function withdrawConsent(services: Services, withdrawn: ConsentWithdrawn): Promise<ConsentResult> {
  return applyOne(services, {
    ...eventOf(services, withdrawn),
    channel: withdrawn.channel ?? 'ALL',
    action: withdrawn.objection ? 'OBJECTED' : 'WITHDRAWN',
    until: null,
    textVersion: null,
    proof: null,
  });
}

function eventOf({ clock, random }: Services, given: ConsentGiven | ConsentWithdrawn) {
  const { customerId, purpose, via } = given;
  return { id: given.eventId ?? random.id(), customerId, purposeId: purpose, at: given.at ?? clock.now(), via };
}

async function applyOne(services: Services, event: ConsentEvent): Promise<ConsentResult> {
  const problem = problemOf(event, services.clock.now());
  if (problem) throw new AppError('INPUT', `consent event ${event.id}: ${problem}`, 'correct it and send it again');
  return services.graph.transaction(async (tx) => {
    await requireText(tx, event);
    const counts = await appendAndSettle(tx, [event], services.clock.now());
    if (counts.unknown > 0)
      throw new AppError('NOT_FOUND', `no customer ${event.customerId}`, 'check the id, or import the customer first');
    if (counts.conflicting > 0)
      throw new AppError(
        'CONFLICT',
        `consent event ${event.id} is in the ledger with another meaning`,
        'send a new event under an id of its own',
      );
    const { appended, held, ended, forgotten } = counts;
    if (appended > 0) await recordAudit(services, entryOf(event), tx);
    return { eventId: event.id, recorded: appended > 0, held, ended, forgotten: forgotten > 0 };
  });
}

/** A consent names a text that there is, or none: to what nobody was shown nobody agreed. */
async function requireText(tx: GraphTransaction, { purposeId, textVersion }: ConsentEvent): Promise<void> {
  if (textVersion === null) return;
  const texts = await tx.read('consent/steps/ledger/consent-texts', { purposeIds: [purposeId] });
  const versions = texts.map(({ version }) => version);
  if (versions.length === 0 || versions.includes(textVersion)) return; // a purpose without words has nothing to compare
  throw new AppError(
    'INPUT',
    `the purpose ${purposeId} has no text of version ${textVersion}`,
    `its texts are ${versions.join(', ')}; send the one that was shown, or none`,
  );
}

function entryOf({ id, action, customerId, purposeId, channel }: ConsentEvent): AuditRecord {
  const detail = { purpose: purposeId, channel };
  return { action: `CONSENT_${action}`, subject: id, customers: [customerId], count: 1, detail };
}

/** What is wrong with an event, or null. `now` bounds its time: a consent cannot come from the future. */
export function problemOf(event: ConsentEvent, now: Date): string | null {
  if (event.at.getTime() > now.getTime() + AHEAD_MS) return 'at lies in the future';
  if (event.until && event.until <= event.at) return 'until is not after at';
  if (!channelsOf(event.purposeId).includes(event.channel)) return `${event.purposeId} takes only channel ALL`;
  return null;
}
