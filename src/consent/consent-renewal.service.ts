import { recordAudit, type Services } from '../security/index.js';
import { settle } from './consent-ledger.service.js';

/**
 * Ends the consents to texts that are to be asked again, a page at a time. Safe to run at any time. Returns how many
 * edges ended.
 */
export async function renewConsents(services: Services, page = 1000): Promise<number> {
  const { graph, clock } = services;
  const renewing = (await graph.read('consent/steps/ledger/consent-renewing', {})).map(({ id }) => id);
  if (renewing.length === 0) return 0;
  const now = clock.now();
  let sum = 0;
  for (let after = ''; ; ) {
    const due = await graph.read('consent/steps/ledger/consent-outdated', { after, limit: page });
    if (due.length === 0) break;
    sum += await graph.transaction(async (tx) => {
      await tx.write('consent/steps/ledger/consent-lock', { customerIds: due.map((d) => d.customerId) });
      const { ended } = await settle(tx, due, now);
      if (ended > 0) await recordAudit(services, { action: 'CONSENT_OUTDATED', count: ended }, tx);
      return ended;
    });
    after = due.at(-1)!.key;
  }
  await graph.write('consent/steps/ledger/consent-renewed', { purposeIds: renewing });
  return sum;
}
