import { dayIn } from '../../kernel/calendar/zone.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { breadthAlerts, volumeAlerts } from './alerts.js';
import { recordAudit } from './record.js';
import { accessSettings } from './settings.js';

/** What looking for unusual access found. */
export interface AccessCheck {
  readonly found: number;
  readonly raised: number;
  readonly changed: number;
}

/** Days of history that a habit is learnt from. */
const HISTORY = 30;

/**
 * Looks for unusual access in the last `days` (1..30) and keeps what it finds as alerts. Safe to repeat: the same
 * finding is the same alert.
 */
export async function checkAccess({ graph, clock, settings }: Services, days = 2): Promise<AccessCheck> {
  const rules = accessSettings(settings);
  const { TIME_ZONE: zone, WORK_FROM: dayFrom, WORK_TO: dayTo, OWN_COMPANY: company } = rules;
  const until = new Date(clock.now().getTime() + 1);
  const before = (count: number) => new Date(until.getTime() - count * DAY_MS);
  const since = before(days);
  const opened = await graph.read('security/steps/access/access-days', {
    since: before(days + HISTORY),
    until,
    zone,
    dayFrom,
    dayTo,
  });
  const spread = await graph.read('security/steps/access/access-breadth', { since, until, zone, company });
  const rows = [...volumeAlerts(opened, dayIn(since, zone), rules), ...breadthAlerts(spread, rules)];
  const { raised, changed } = await graph.write('security/steps/audit/alert-save', { now: clock.now(), rows });
  return { found: rows.length, raised, changed };
}

/**
 * Records what came of an alert. Throws NOT_FOUND, CONFLICT (acknowledged already), FORBIDDEN (it is about the one who
 * asks).
 */
export async function acknowledgeAlert(services: Services, id: string, note: string): Promise<{ id: string }> {
  const { graph, viewer, clock } = services;
  if (await aboutViewer(services, id))
    throw new AppError('FORBIDDEN', 'an alert is not acknowledged by the one it is about', 'ask another officer');
  await graph.transaction(async (tx) => {
    const { done } = await tx.write('security/steps/audit/alert-acknowledge', {
      id,
      note,
      viewer: viewer.id,
      now: clock.now(),
    });
    if (done === 0) throw new AppError('CONFLICT', `alert ${id} was acknowledged already`, 'read its note');
    await recordAudit(services, { action: 'ALERT_ACKNOWLEDGED', subject: id, count: 1 }, tx);
  });
  return { id };
}

async function aboutViewer({ graph, viewer }: Services, id: string): Promise<boolean> {
  const [alert] = await graph.read('security/steps/audit/alert', { id });
  if (!alert) throw new AppError('NOT_FOUND', 'no such alert', 'take the id from accessAlerts');
  return alert.viewer === viewer.id;
}
