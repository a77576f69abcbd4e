import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';

/** Alerts of journeys that nobody closed yet, the oldest first. */
export function journeyAlerts({ graph }: Services, limit: number): Promise<RowOf<'campaigns/steps/journeys/alerts'>[]> {
  return graph.read('campaigns/steps/journeys/alerts', { limit });
}

/** Closes an alert: somebody saw to it. Safe to repeat. Throws NOT_FOUND. */
export async function closeJourneyAlert(services: Services, id: string): Promise<boolean> {
  const { graph, viewer, clock } = services;
  return graph.transaction(async (tx) => {
    const { closed } = await tx.write('campaigns/steps/journeys/alert-close', { id, by: viewer.id, at: clock.now() });
    if (closed === 0) throw new AppError('NOT_FOUND', 'no alert has this id', 'see `guanxi journeys alerts`');
    await recordAudit(services, { action: 'JOURNEY_ALERT_CLOSED', count: 1 }, tx);
    return true;
  });
}
