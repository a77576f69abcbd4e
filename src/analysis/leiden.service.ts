import type { Graph } from '../graph/graph.js';

/** What Leiden found: single customers count as communities of one. */
export interface Partition {
  readonly communities: number;
  readonly modularity: number;
}

/** Runs Leiden into a property of the graph in memory; where it finds nobody better together, everybody stays alone. */
export async function findCommunities(
  graph: Graph,
  { name, gamma, seed }: { readonly name: string; readonly gamma: number; readonly seed: number },
  property = 'communityRaw',
): Promise<Partition> {
  const [found] = await graph
    .read('analysis/leiden', { graph: name, gamma, seed, property })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || !/LeidenDendrogramManager/.test(error.message)) throw error;
      return graph.read('analysis/alone', { graph: name, property });
    });
  return found!;
}
