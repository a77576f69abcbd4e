import * as fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import type { Role } from '../../../src/kernel/role.js';
import type { Services } from '../../../src/security/services.js';
import type { RfmInput } from '../../../src/value/rfm/rfm.js';
import { run, servicesWith } from '../../setup/world.js';

export { run } from '../../setup/world.js';

export const AS_OF = new Date('2026-01-01T00:00:00Z');
const DAY = 86_400_000;

/** Services of an analyst at that time. */
export function services(graph: Graph, now = '2026-01-01T00:00:00Z', role: Role = 'analyst'): Services {
  return servicesWith(graph, { now, role });
}

/** Customers with `orders` orders each, the last `recencyDays` before AS_OF and a bit, spend split as it comes. */
export async function build(graph: Graph, inputs: readonly RfmInput[], currency = 'CNY'): Promise<void> {
  const orders = inputs.flatMap((c) =>
    Array.from({ length: c.orders }, (_, n) => ({
      customerId: c.customerId,
      id: `${c.customerId}-${n}${currency === 'CNY' ? '' : currency}`,
      at: new Date(AS_OF.getTime() - (c.recencyDays + Math.min(n, 1)) * DAY - 1000).toISOString(),
      amount: n === 0 ? c.spendMinor - (c.orders - 1) : 1,
      currency,
    })),
  );
  await run(
    graph,
    `UNWIND $orders AS row
     MERGE (customer:Customer {id: row.customerId}) SET customer:Profiled
     CREATE (customer)-[:PLACED]->(:Order {id: row.id, at: datetime(row.at), amountMinor: toInteger(row.amount), currency: row.currency})`,
    { orders },
  );
}

/** One customer as the rule takes them. */
export const input = (customerId: string, recencyDays: number, orders: number, spendMinor: number): RfmInput => ({
  customerId,
  recencyDays,
  orders,
  spendMinor,
});
/** Five customers, each a step staler, more frequent and richer than the one before. */
export const FIVE = [1, 2, 3, 4, 5].map((n) => input(`c${n}`, 10 * n, n, 100 * n));

/** Small worlds of any customers. */
export const worlds = fc.uniqueArray(
  fc.record({
    customerId: fc.integer({ min: 0, max: 999 }).map((n) => `p${n}`),
    recencyDays: fc.integer({ min: 0, max: 300 }),
    orders: fc.integer({ min: 1, max: 4 }),
    spendMinor: fc.integer({ min: 10, max: 900 }),
  }),
  { minLength: 1, maxLength: 40, selector: (c) => c.customerId },
);
