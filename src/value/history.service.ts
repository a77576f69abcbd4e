import type { Services } from '../security/index.js';
import { rescoreRfm } from './rfm/rfm.service.js';
import { reviewTiers } from './tiers/tiers.service.js';
import { monthsBefore } from './window.js';

/**
 * Grades RFM and reviews loyalty tiers as of the same day of each of the last `months` months, the oldest first, then
 * as of now: so that moves have a history in a graph whose orders came all at once. Only sensible before the first run.
 * Throws as `rescoreRfm` does.
 */
export async function valueHistory(services: Services, months: number): Promise<{ scored: number; reviewed: number }> {
  const now = services.clock.now();
  for (let back = months; back > 0; back -= 1) {
    const asOf = monthsBefore(now, back);
    await rescoreRfm(services, { asOf });
    await reviewTiers(services, asOf);
  }
  const { scored } = await rescoreRfm(services);
  const { reviewed } = await reviewTiers(services);
  return { scored, reviewed };
}
