import type { RunContext } from './run-context.js';

/** In a network too large to keep everybody's history, it begins at this influence, 0..100. */
const LEAST = 90;

/** Keeps what this run found about each customer, where it is a change. Returns the customers looked into. */
export async function saveHistory({ graph, number, options }: RunContext, customers: number): Promise<number> {
  const communities = await graph.read('analysis/steps/communities/communities-known', {});
  const numbers = Object.fromEntries(communities.map((community) => [community.id, community.number]));
  const { historyStep: step, historyRuns: most, historyUpTo } = options;
  const least = customers <= historyUpTo ? 0 : LEAST;
  return (await graph.write('analysis/steps/run/history-save', { number, numbers, step, least, most })).written;
}
