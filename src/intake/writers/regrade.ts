import type { GraphTransaction } from '../../graph/graph.js';

/**
 * Moves the RFM grades of customers whose orders this transaction changed, by the cuts of the last run: in the main
 * model, and in those that people named. Who does not consent to profiling, or a graph that was never graded, is left
 * alone.
 */
export async function regrade(tx: GraphTransaction, customers: readonly string[], now: Date): Promise<void> {
  const customerIds = [...new Set(customers)].filter(Boolean).sort();
  if (customerIds.length === 0) return;
  await tx.write('value/steps/rfm/grade', { given: { customerIds }, now, moment: now });
  await tx.write('value/steps/rfm/model-grade', { given: { customerIds, model: null }, now });
}
