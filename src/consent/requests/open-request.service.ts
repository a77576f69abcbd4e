import { AppError } from '../../kernel/error.js';
import { readSettings } from '../../kernel/settings.js';
import { recordAudit, type Services } from '../../security/index.js';
import { dueAt, type Law, type OpenRequest } from './request.js';
import { REQUEST_SETTINGS } from './settings.js';

export interface OpenedRequest {
  readonly requestId: string;
  readonly dueAt: Date;
  /** False when one of the same kind was open already; then that one stands. */
  readonly opened: boolean;
}

/**
 * Takes a request of a person about their data down: due in 30 days (GDPR) or 15 (PIPL, the default), by the setting
 * REQUEST_LAW. Safe to repeat. Throws NOT_FOUND for an unknown customer.
 */
export async function openRequest(
  services: Services,
  { customerId, kind, via, purpose }: OpenRequest,
  law: Law = readSettings(REQUEST_SETTINGS).REQUEST_LAW,
): Promise<OpenedRequest> {
  const { graph, vault, clock, random } = services;
  const openedAt = clock.now();
  const due = dueAt(openedAt, law);
  const asked = { id: random.id(), customerId, kind, via, openedAt, dueAt: due, purposeId: purpose ?? null };
  const subject = vault.mark('CUSTOMER', customerId);
  return graph.transaction(async (tx) => {
    const { requestId, opened } = await tx.write('rights/steps/requests/rights-request-open', { ...asked, subject });
    if (requestId === null)
      throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id, or import the customer first');
    if (!opened) return openBefore(tx, requestId, openedAt);
    const record = { action: 'REQUEST_OPENED', subject: requestId, customers: [customerId], count: 1, detail: kind };
    await recordAudit(services, record, tx);
    return { requestId, dueAt: due, opened };
  });
}

type Reads = Pick<Services['graph'], 'read'>;

async function openBefore(tx: Reads, requestId: string, now: Date): Promise<OpenedRequest> {
  const [known] = await tx.read('rights/steps/requests/rights-requests', { id: requestId, now });
  return { requestId, dueAt: known!.dueAt, opened: false };
}
