import type { GraphTransaction } from '../../graph/graph.js';
import { type PlannedTouch, touchOf, writeTouches } from '../launch/touch.js';
import type { Moved } from './standing.js';

/** Writes what the steps of people do, and where they are next, in the caller's transaction. */
export async function writeEffects(tx: GraphTransaction, moved: readonly Moved[], now: Date): Promise<void> {
  const doing = moved.filter(({ move }) => move.state !== 'LEFT');
  const touches = doing.filter(({ move }) => move.outcome === 'SENT').map(messageOf);
  if (touches.length > 0) await writeTouches(tx, touches, now);
  const rewards = doing.flatMap((one) => (one.at.reward ? [{ ...whose(one), ...one.at.reward }] : []));
  if (rewards.length > 0) await tx.write('campaigns/steps/journeys/runs/run-rewards', { rows: rewards, now });
  const alerts = doing.flatMap(alertOf);
  if (alerts.length > 0) await tx.write('campaigns/steps/journeys/runs/run-alerts', { rows: alerts, now });
  const rows = moved.map(({ id, step, move }) => {
    const { outcome, state, step: next, dueAt, awaits, awaitedType, reason } = move;
    return { id, done: step, outcome, state, step: next, dueAt, awaits, awaitedType, reason };
  });
  if (rows.length > 0) await tx.write('campaigns/steps/journeys/runs/runs-move', { rows, now });
}

const whose = ({ id, customerId, step }: Moved) => ({ runId: id, customerId, step });

function messageOf({ id, versionId, step, send }: Moved): PlannedTouch {
  const campaignId = `journey@${versionId}@${step}`;
  return touchOf(send!, { id: `${id}|${step}`, campaignId, variantId: `${campaignId}|A` });
}

function alertOf(one: Moved) {
  const { alert } = one.at;
  if (!alert) return [];
  return [{ ...whose(one), journey: one.definition.id, text: alert.text, textZh: alert.textZh ?? alert.text }];
}
