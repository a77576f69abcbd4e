import { PURPOSES, settle } from '../consent/index.js';
import { AppError } from '../kernel/error.js';
import { recordAudit, type Services } from '../security/index.js';

export interface Restriction {
  readonly customerId: string;
  readonly restricted: boolean;
  /** Consents that ended, or hold again. */
  readonly ended: number;
  readonly held: number;
}

/** Restricts the use of a person's data, or lifts that; in force at once. Safe to repeat. Throws NOT_FOUND. */
export function restrictPerson(services: Services, customerId: string, restricted = true): Promise<Restriction> {
  const action = restricted ? 'RESTRICTED' : 'RESTRICTION_LIFTED';
  return services.graph.transaction(async (tx) => {
    await tx.write('consent/steps/ledger/consent-lock', { customerIds: [customerId] });
    const { known } = await tx.write('rights/steps/requests/rights-restrict', { customerId, restricted });
    if (known === 0) throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id');
    const pairs = PURPOSES.map((purposeId) => ({ customerId, purposeId }));
    const { ended, held } = await settle(tx, pairs, services.clock.now());
    await recordAudit(services, { action, customers: [customerId], count: 1 }, tx);
    return { customerId, restricted, ended, held };
  });
}
