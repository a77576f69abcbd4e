import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import type { PurposeId } from '../consent.js';
import type { LegalBasis } from '../legal-basis.js';
import { requireBasis } from './purpose.service.js';

export interface Ban {
  readonly customerId: string;
  readonly banned: boolean;
  readonly reason: string;
  readonly via: string;
}

/** Sets or lifts the ban on all contact, above any consent. Returns whether anything changed. Throws NOT_FOUND. */
export function setDoNotContact(services: Services, ban: Ban): Promise<boolean> {
  const { graph, clock, random, viewer } = services;
  return graph.transaction(async (tx) => {
    const who = { eventId: random.id(), by: viewer.id, now: clock.now() };
    const { known, changed } = await tx.write('consent/steps/contact/contact-ban', { ...ban, ...who });
    requireKnown(known, ban.customerId);
    const action = ban.banned ? 'CONTACT_BANNED' : 'CONTACT_BAN_LIFTED';
    if (changed) await recordAudit(services, { action, customers: [ban.customerId], count: 1 }, tx);
    return changed;
  });
}

export interface BasisRecord {
  readonly customerId: string;
  readonly purpose: PurposeId;
  /** Null ends it. */
  readonly basis: LegalBasis | null;
  readonly reason: string;
  readonly until?: Date | null | undefined;
}

/**
 * Records a ground other than consent for one customer, with its reason. Throws INPUT where consent is the only ground,
 * NOT_FOUND.
 */
export async function recordBasis(services: Services, record: BasisRecord): Promise<boolean> {
  const { graph, clock, random, viewer } = services;
  const { customerId, purpose, basis, reason } = record;
  requireBasis(purpose);
  return graph.transaction(async (tx) => {
    const ground = { customerId, purposeId: purpose, basis, reason, until: record.until ?? null };
    const who = { eventId: random.id(), by: viewer.id, now: clock.now() };
    const { known } = await tx.write('consent/steps/contact/contact-basis', { ...ground, ...who });
    requireKnown(known, customerId);
    const detail = { purpose, basis };
    await recordAudit(services, { action: 'BASIS_RECORDED', customers: [customerId], count: 1, detail }, tx);
    return true;
  });
}

/** Sets the time zone a customer lives in; null takes the one set for everybody. Throws NOT_FOUND. */
export async function setTimeZone({ graph }: Services, customerId: string, timeZone: string | null): Promise<boolean> {
  const { known } = await graph.write('consent/steps/contact/contact-time-zone', { customerId, timeZone });
  requireKnown(known, customerId);
  return true;
}

function requireKnown(known: number, customerId: string): void {
  if (known > 0) return;
  throw new AppError('NOT_FOUND', `no customer ${customerId}`, 'check the id, or import the customer first');
}
