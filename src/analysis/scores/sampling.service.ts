import type { RunContext } from '../run/run-context.js';
import { type BetweennessPlan, drawable, hoeffding, samplerLoops } from './betweenness.js';
import { type CountedPaths, countPathsEvenly } from './even-sampling.service.js';

/** Runs `work` while the network has a sampler, where the plan needs one. What a killed run left is taken away first. */
export async function withSampler<T>(
  { graph, runId, watch }: RunContext,
  { exact, even, samples }: BetweennessPlan,
  arcs: number,
  work: () => Promise<T>,
): Promise<T> {
  await graph.write('analysis/steps/scores/sampler-close', {});
  if (exact || even) return work();
  try {
    const loops = samplerLoops(arcs, Math.ceil(samples / 2));
    await watch.step('sampler', () => graph.write('analysis/steps/scores/sampler-open', { run: runId, loops }));
    return await work();
  } finally {
    await graph.write('analysis/steps/scores/sampler-close', {}).catch(() => undefined);
  }
}

interface Network {
  readonly name: string;
  readonly arcs: number;
  readonly largestDegree: number;
}

/**
 * Counts shortest paths from all sources, or from a sample drawn in two halves, so that their difference tells how far off
 * it is, into `pathsA` and `pathsB` of the graph in memory. Returns the plan with the sources that were really drawn, and the paths where
 * they were counted outside the database.
 */
export async function countPaths(
  context: RunContext,
  { name, arcs, largestDegree }: Network,
  plan: BetweennessPlan,
): Promise<{ readonly plan: BetweennessPlan; readonly counted: CountedPaths | null }> {
  const { graph, options } = context;
  if (plan.even) return countPathsEvenly(context, plan);
  if (plan.exact) {
    await graph.read('analysis/steps/scores/betweenness', { graph: name, property: 'pathsA', samples: plan.samples });
    return { plan, counted: null };
  }
  const half = drawable(arcs, Math.ceil(plan.samples / 2), largestDegree);
  for (const [at, property] of ['pathsA', 'pathsB'].entries())
    await graph.read('analysis/steps/scores/betweenness', {
      graph: name,
      property,
      // the sampler itself is always drawn, and nobody is reached from it
      samples: half + 1,
      seed: options.seed + at,
      types: ['KNOWS', 'DRAWS'],
    });
  return { plan: { exact: false, even: false, samples: 2 * half, error: hoeffding(2 * half) }, counted: null };
}
