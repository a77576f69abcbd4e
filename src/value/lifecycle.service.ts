import { withLease } from '../graph/lease.js';
import type { RowOf } from '../graph/queries.gen.js';
import { noteScoreRun } from '../scores/index.js';
import type { Services } from '../security/index.js';
import { LIFECYCLE, LIFECYCLE_KNOBS, type Lifecycle, type LifecycleKnobs, stageOf } from './lifecycle.js';

export interface LifecycleRun {
  readonly told: number;
  readonly moved: number;
  readonly stages: Readonly<Record<Lifecycle, number>>;
}

const PAGE = 10_000;

/**
 * Tells the stage of every profiled buyer as of now, and keeps each move. One run at a time (BUSY); a second moves
 * nobody.
 */
export async function tellLifecycle(
  services: Services,
  knobs: LifecycleKnobs = LIFECYCLE_KNOBS,
): Promise<LifecycleRun> {
  const { graph, clock } = services;
  const now = clock.now();
  return withLease(graph, { id: 'lifecycle', seconds: 120, waitMs: 0 }, async () => {
    const stages = Object.fromEntries(LIFECYCLE.map((stage) => [stage, 0])) as Record<Lifecycle, number>;
    let [told, moved] = [0, 0];
    for (let after = ''; ; ) {
      const asked = { after, limit: PAGE, now, windowDays: knobs.windowDays };
      const page = await graph.read('value/steps/lifecycle-inputs', asked);
      const rows = page.flatMap((row) => {
        const stage = toldOf(row, now, knobs);
        if (stage === null) return [];
        told += 1;
        stages[stage] += 1;
        const history = [...row.history, `${stage}|${now.toISOString().slice(0, 10)}`];
        return stage === row.stage ? [] : [{ customerId: row.customerId, stage, history }];
      });
      if (rows.length > 0) moved += (await graph.write('value/steps/lifecycle-save', { rows, now })).moved;
      if (page.length < PAGE) break;
      after = page.at(-1)!.customerId;
    }
    await graph.write('value/steps/lifecycle-clean', { now });
    await noteScoreRun(services, 'lifecycle');
    services.log.info('lifecycle told', { told, moved });
    return { told, moved, stages };
  });
}

/** Null for a customer whose every order lies ahead. */
function toldOf(row: RowOf<'value/steps/lifecycle-inputs'>, now: Date, knobs: LifecycleKnobs): Lifecycle | null {
  const { firstOrderAt, lastOrderAt, orders, spend } = row;
  if (!firstOrderAt || !lastOrderAt) return null;
  return stageOf({ firstOrderAt, lastOrderAt, orders, spend: spend as [number, number, number] }, now, knobs).stage;
}
