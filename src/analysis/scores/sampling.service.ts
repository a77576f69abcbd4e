import type { RunContext } from '../run/run-context.js';
import { type BetweennessPlan, hoeffding } from './betweenness.js';
import { adjacencyOf, drawSources, pathsFrom } from './brandes.js';

/** Shortest paths counted outside the database, in two halves of a sample. */
export interface CountedPaths {
  /** Place of each customer in both halves, by id. */
  readonly at: ReadonlyMap<string, number>;
  readonly pathsA: Float64Array;
  readonly pathsB: Float64Array;
}

/**
 * Counts shortest paths: from all sources in the database, into `pathsA` of the graph in memory `name`; from a sample
 * here, in two halves, so that their difference tells how far off it is. Returns the plan with the sources that were
 * really drawn, and the paths counted here.
 */
export async function countPaths(
  { graph, options }: RunContext,
  name: string,
  plan: BetweennessPlan,
): Promise<{ readonly plan: BetweennessPlan; readonly counted: CountedPaths | null }> {
  if (plan.exact) {
    await graph.read('analysis/steps/scores/betweenness', { graph: name });
    return { plan, counted: null };
  }
  const rows = await graph.read('analysis/steps/groups/acquaintances', {});
  const at = new Map(rows.map(({ customerId }, place) => [customerId, place]));
  const pairs = rows.flatMap(({ later }, place) => later.map((id) => [place, at.get(id)!] as const));
  const network = adjacencyOf(rows.length, pairs);
  const half = Math.ceil(plan.samples / 2);
  const sources = drawSources(rows.length, 2 * half, options.seed);
  const pathsA = await pathsFrom(sources.slice(0, half), network);
  const pathsB = await pathsFrom(sources.slice(half), network);
  const samples = sources.length;
  return { plan: { exact: false, samples, error: hoeffding(samples) }, counted: { at, pathsA, pathsB } };
}
