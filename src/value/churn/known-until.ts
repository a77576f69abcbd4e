import type { Services } from '../../security/index.js';

/**
 * The moment that people are looked at as of: now, or that of the last order where orders end before, since after it
 * silence says nothing of anybody.
 */
export async function knownUntil({ graph, clock }: Pick<Services, 'graph' | 'clock'>): Promise<Date> {
  const now = clock.now();
  const [last] = await graph.read('value/steps/churn/last-order', { now });
  return last && last.at < now ? last.at : now;
}
