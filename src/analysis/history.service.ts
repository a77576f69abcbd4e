import type { RunContext } from './steps.service.js';

/** Keeps what this run found about each customer, where it is a change. Returns the customers looked into. */
export async function saveHistory({ graph, number, options }: RunContext): Promise<number> {
  const communities = await graph.read('analysis/communities-known', {});
  const numbers = Object.fromEntries(communities.map((community) => [community.id, community.number]));
  const { historyStep: step, historyRuns: most } = options;
  return (await graph.write('analysis/history-save', { number, numbers, step, most })).written;
}
