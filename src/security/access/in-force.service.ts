import { recordAudit } from '../audit/record.js';
import { currentPolicy } from '../policy/index.js';
import type { Services } from '../services.js';

/** Records in the audit when the policy in force is another than at the last start, by its hash. Safe to repeat. */
export async function notePolicy(services: Services): Promise<void> {
  const { graph, clock } = services;
  const { hash } = currentPolicy();
  await graph.transaction(async (tx) => {
    const { before, changed } = await tx.write('security/steps/access/access-policy-note', { hash, now: clock.now() });
    const detail = { before: before ?? null };
    if (changed) await recordAudit(services, { action: 'POLICY_CHANGED', subject: hash, count: 1, detail }, tx);
  });
}
