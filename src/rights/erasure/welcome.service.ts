import { AppError } from '../../kernel/error.js';
import { markOf, recordAudit, type Services } from '../../security/index.js';

/**
 * Lets somebody who was erased come back under this id, for a reason that is recorded. Throws NOT_FOUND when the id is
 * not kept out.
 */
export async function welcomeBack(services: Services, customerId: string, reason: string): Promise<{ marks: number }> {
  const { graph, vault } = services;
  return graph.transaction(async (tx) => {
    const { marks } = await tx.write('rights/steps/erasure/rights-welcome', {
      mark: markOf(vault, 'CUSTOMER', customerId),
    });
    if (marks === 0) throw new AppError('NOT_FOUND', 'this id is not kept out', 'check the id; import it as any other');
    const customers = [vault.auditMark(customerId)];
    await recordAudit(services, { action: 'WELCOMED_BACK', customers, count: marks, detail: reason }, tx);
    return { marks };
  });
}
