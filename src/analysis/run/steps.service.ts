import { findCommunities } from '../communities/leiden.service.js';
import type { BetweennessPlan } from '../scores/betweenness.js';
import { type CountedPaths, countPaths } from '../scores/sampling.service.js';
import type { RunContext } from './run-context.js';

export interface Figures {
  readonly nodes: number;
  readonly ties: number;
  readonly modularity: number;
  readonly components: number;
  readonly triangles: number;
  readonly degeneracy: number;
  readonly plan: BetweennessPlan;
  /** Where paths were counted outside the database. */
  readonly counted: CountedPaths | null;
  /** Modularity part of each new community, without weights. */
  readonly inner: ReadonlyMap<number, number>;
}

/** Every algorithm on the graph in memory, into properties of it. */
export async function scoreAll(context: RunContext, name: string, planned: BetweennessPlan): Promise<Figures> {
  const { graph, watch, options } = context;
  const on = { graph: name };
  const size = await watch.step(
    'project',
    () => one(graph.read('analysis/steps/scores/project', { ...on, unknown: options.unknownCloseness })),
    (r) => `${count(r.nodes)} customers, ${count(r.arcs / 2)} ties`,
  );
  await watch.step('degree', () => graph.read('analysis/steps/scores/degree', on));
  await watch.step(
    'pageRank',
    () => one(graph.read('analysis/steps/scores/page-rank', { ...on, damping: options.damping })),
    (r) => `${r.iterations} rounds`,
  );
  const wcc = await watch.step(
    'components',
    () => one(graph.read('analysis/steps/scores/components', on)),
    (r) => `${count(r.components)}, the largest of ${count(r.largest)}`,
  );
  const leiden = await watch.step(
    'communities',
    () => findCommunities(graph, { name, gamma: options.gamma, seed: options.seed }, { ties: size.arcs / 2 }),
    (r) => `modularity ${r.modularity.toFixed(4)}`,
  );
  const inner = await watch.step('inner ties', () => graph.read('analysis/steps/groups/inner-ties', on));
  const triangles = await watch.step(
    'triangles',
    () => one(graph.read('analysis/steps/scores/triangles', on)),
    (r) => count(r.triangles),
  );
  await watch.step('clustering', () => graph.read('analysis/steps/scores/clustering', on));
  const core = await watch.step(
    'coreness',
    () => one(graph.read('analysis/steps/scores/coreness', on)),
    (r) => `deepest ${r.degeneracy}`,
  );
  const { plan, counted } = await watch.step(
    'betweenness',
    () => countPaths(context, name, planned),
    (r) => said(r.plan),
  );
  if (plan.exact) await watch.step('closeness', () => graph.read('analysis/steps/scores/closeness', on));
  return {
    nodes: size.nodes,
    ties: size.arcs / 2,
    modularity: leiden.modularity,
    components: wcc.components,
    triangles: triangles.triangles,
    degeneracy: core.degeneracy,
    plan,
    counted,
    inner: new Map(inner.map((r) => [r.raw, r.modularity])),
  };
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
