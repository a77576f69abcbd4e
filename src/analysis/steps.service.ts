import type { Graph } from '../graph/graph.js';
import { type BetweennessPlan, planBetweenness } from './betweenness.js';
import { peakOf, refuseUnlessFits } from './memory.js';
import type { AnalysisOptions } from './options.js';
import type { Stopwatch } from './stopwatch.js';

export interface RunContext {
  readonly graph: Graph;
  readonly runId: string;
  readonly options: AnalysisOptions;
  readonly watch: Stopwatch;
}

export interface Figures {
  readonly nodes: number;
  readonly ties: number;
  readonly modularity: number;
  readonly components: number;
  readonly triangles: number;
  readonly degeneracy: number;
  readonly plan: BetweennessPlan;
  /** Modularity part of each new community, without weights. */
  readonly inner: ReadonlyMap<number, number>;
}

/** Asks GDS what the run would need before anything is loaded. Returns bytes; throws TOO_MUCH when they are not there. */
export async function checkMemory({ graph, options }: RunContext, nodes: number, arcs: number): Promise<number> {
  const { samples } = planBetweenness({ nodes, arcs, ...options });
  const steps = await graph.read('analysis/estimate', { nodes, arcs, samples });
  const [machine] = await graph.read('analysis/machine', {});
  const needed = peakOf(steps, nodes);
  refuseUnlessFits(needed, options.memoryMb === undefined ? machine!.heapLeft : options.memoryMb * 2 ** 20);
  return needed;
}

/** Every algorithm on the graph in memory, then one write. */
export async function scoreAll(context: RunContext, name: string): Promise<Figures> {
  const { graph, watch, options } = context;
  const on = { graph: name };
  const size = await watch.step(
    'project',
    () => one(graph.read('analysis/project', { ...on, unknown: options.unknownCloseness })),
    (r) => `${count(r.nodes)} customers, ${count(r.arcs / 2)} ties`,
  );
  await watch.step('degree', () => graph.read('analysis/degree', on));
  await watch.step(
    'pageRank',
    () => one(graph.read('analysis/page-rank', { ...on, damping: options.damping })),
    (r) => `${r.iterations} rounds`,
  );
  const wcc = await watch.step(
    'components',
    () => one(graph.read('analysis/components', on)),
    (r) => `${count(r.components)}, the largest of ${count(r.largest)}`,
  );
  const leiden = await watch.step(
    'communities',
    () => one(graph.read('analysis/leiden', { ...on, gamma: options.gamma, seed: options.seed })),
    (r) => `modularity ${r.modularity.toFixed(4)}`,
  );
  const inner = await watch.step('inner ties', () => graph.read('analysis/inner-ties', on));
  const triangles = await watch.step(
    'triangles',
    () => one(graph.read('analysis/triangles', on)),
    (r) => count(r.triangles),
  );
  await watch.step('clustering', () => graph.read('analysis/clustering', on));
  const core = await watch.step(
    'coreness',
    () => one(graph.read('analysis/coreness', on)),
    (r) => `deepest ${r.degeneracy}`,
  );
  const plan = planBetweenness({ nodes: size.nodes, arcs: size.arcs, ...options });
  const paths = await watch.step(
    'betweenness',
    () => betweenness(context, name, plan),
    () => said(plan),
  );
  await watch.step(
    'save',
    () => graph.write('analysis/save', { ...on, scores: [...SCORES, ...paths] }),
    (r) => `${count(r.written)} values`,
  );
  return {
    nodes: size.nodes,
    ties: size.arcs / 2,
    modularity: leiden.modularity,
    components: wcc.components,
    triangles: triangles.triangles,
    degeneracy: core.degeneracy,
    plan,
    inner: new Map(inner.map((r) => [r.raw, r.modularity])),
  };
}

const SCORES = ['degree', 'pageRank', 'component', 'communityRaw', 'triangles', 'clustering', 'coreness'];

/** A sample is drawn in two halves, so that their difference tells how far off it is. Returns the properties made. */
async function betweenness({ graph, options }: RunContext, name: string, { exact, samples }: BetweennessPlan) {
  const half = exact ? samples : Math.ceil(samples / 2);
  const parts = exact ? ['pathsA'] : ['pathsA', 'pathsB'];
  for (const [at, property] of parts.entries())
    await graph.read('analysis/betweenness', {
      graph: name,
      property,
      samples: at === 0 ? half : samples - half,
      seed: options.seed + at,
    });
  return parts;
}

function said({ exact, samples, error }: BetweennessPlan): string {
  return exact ? 'exact' : `${samples} sources, ± ${error.toFixed(3)} at 95 %`;
}

async function one<T>(rows: Promise<T[]>): Promise<T> {
  return (await rows)[0]!;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
