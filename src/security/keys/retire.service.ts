import { withLease } from '../../graph/lease.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit } from '../audit/record.js';
import { removeMasterKey } from '../sealing/key-file.js';
import type { Services } from '../services.js';

export interface RetireOptions {
  readonly id: string;
  /** The key file; null when master keys are given by settings, where the operator takes it out of GUANXI_KEY_OLD. */
  readonly keyFile: string | null;
}

/**
 * Takes a master key that wraps nothing out of the key file, for good. No import runs meanwhile, and none that starts
 * later can wrap by it. Throws NOT_FOUND when it is not at hand, CONFLICT while it wraps new keys or a customer's, BUSY
 * when an import or a rotation is at work.
 */
export function retireMasterKey(services: Services, { id, keyFile }: RetireOptions): Promise<void> {
  const { graph, vault, clock } = services;
  return withLease(graph, { id: 'keys', seconds: 10, waitMs: 0 }, () =>
    withLease(graph, { id: 'import', seconds: 10, waitMs: 0 }, async () => {
      vault.refresh();
      if (!vault.keyIds.includes(id))
        throw new AppError('NOT_FOUND', `there is no master key ${id} at hand`, 'see `guanxi keys status`');
      if (vault.keyId === id) throw stillNeeded(`master key ${id} wraps new customer keys`);
      const { wrapped } = await graph.write('security/steps/keys/master-key-retire', { id, now: clock.now() });
      if (wrapped > 0)
        throw stillNeeded(`master key ${id} still opens ${wrapped} keys of customers or of erasures to be proved`);
      await recordAudit(services, { action: 'MASTER_KEY_RETIRED', subject: id, count: 1 });
      if (keyFile !== null) removeMasterKey(keyFile, id);
    }),
  );
}

function stillNeeded(what: string): AppError {
  return new AppError(
    'CONFLICT',
    what,
    'run `guanxi keys rotate` first, until nothing is left; erasures are proved by a running server',
  );
}
