import type { GraphTransaction } from '../graph/graph.js';

interface Standing {
  readonly pair: { readonly customerId: string };
  readonly held: readonly unknown[];
}

/**
 * The one rule of restriction (GDPR art. 18): while it lasts, no consent of the person holds, whatever the ledger says.
 * So edges, the label Profiled and everything that reads them go, and come back from the ledger when it is lifted.
 */
export async function withoutRestricted<S extends Standing>(
  tx: GraphTransaction,
  standing: readonly S[],
): Promise<S[]> {
  const customerIds = [...new Set(standing.map(({ pair }) => pair.customerId))];
  const restricted = new Set(
    (await tx.read('rights/steps/requests/rights-restricted', { customerIds })).map(({ id }) => id),
  );
  return standing.map((one) => (restricted.has(one.pair.customerId) ? { ...one, held: [] } : one));
}
