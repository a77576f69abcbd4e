import type { Services } from '../../security/index.js';
import { monthsBefore } from '../window.js';
import { type RfmOrder, type RfmRun, rescoreRfm } from './rfm.service.js';

/**
 * Grades as of the same day of each of the last `months` months, the oldest first, and then as of now: so that moves and shares have a history
 * in a graph whose orders came all at once. Only sensible before the first run. Throws as `rescoreRfm` does.
 */
export async function rescoreMonths(services: Services, months: number, order: RfmOrder = {}): Promise<RfmRun> {
  const now = services.clock.now();
  for (let back = months; back > 0; back -= 1) await rescoreRfm(services, { ...order, asOf: monthsBefore(now, back) });
  return rescoreRfm(services, order);
}
