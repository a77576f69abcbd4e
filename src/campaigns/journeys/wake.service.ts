import type { Services } from '../../security/index.js';

const PAGE = 2000;

/** Lets those go on for whom what they wait for has happened. Returns how many. */
export async function wakeJourneys({ graph, clock }: Services): Promise<number> {
  let woken = 0;
  for (let after = ''; ; ) {
    const rows = await graph.read('campaigns/steps/journeys/runs/runs-awaiting', { after, limit: PAGE });
    if (rows.length === 0) return woken;
    const ids = (await graph.read('campaigns/steps/journeys/runs/runs-happened', { rows })).map(({ id }) => id);
    if (ids.length > 0)
      woken += (await graph.write('campaigns/steps/journeys/runs/runs-wake', { ids, now: clock.now() })).woken;
    after = rows.at(-1)!.id;
  }
}
