import { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';
import { type Customer360, pageOf } from './customer360.js';

export interface Customer360Ask {
  readonly id: string;
  /** How many of the closest ties. */
  readonly ties: number;
  /** How many of the latest orders and touches. */
  readonly latest: number;
}

/** All the graph knows of one customer. Throws NOT_FOUND. */
export async function customer360(
  { graph, clock }: Services,
  { id, ties, latest }: Customer360Ask,
): Promise<Customer360> {
  const now = clock.now();
  const [[known], [activity]] = await Promise.all([
    graph.read('insight/steps/customer360', { customerId: id, ties }),
    graph.read('insight/steps/customer360-activity', { customerId: id, now, orders: latest, touches: latest }),
  ]);
  if (known && activity) return pageOf(known, activity, now);
  throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id; `customers` lists them by alias');
}
