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
  const size = await watch.step(
    'project',
    () => one(graph.read('analysis/steps/scores/project', { graph: name, unknown: options.unknownCloseness })),
    (r) => `${count(r.nodes)} customers, ${count(r.arcs / 2)} ties`,
  );
  const ties = size.arcs / 2;
  const components = await reach(context, name);
  const communities = await together(context, name, ties);
  const cohesion = await cohesionOf(context, name);
  const { plan, counted } = await watch.step(
    'betweenness',
    () => countPaths(context, name, planned),
    (r) => said(r.plan),
  );
  if (plan.exact) await watch.step('closeness', () => graph.read('analysis/steps/scores/closeness', { graph: name }));
  return { nodes: size.nodes, ties, components, ...communities, ...cohesion, plan, counted };
}

/** Degree and PageRank of everybody; returns how many components there are. */
async function reach({ graph, watch, options }: RunContext, name: string): Promise<number> {
  await watch.step('degree', () => graph.read('analysis/steps/scores/degree', { graph: name }));
  await watch.step(
    'pageRank',
    () => one(graph.read('analysis/steps/scores/page-rank', { graph: name, damping: options.damping })),
    (r) => `${r.iterations} rounds`,
  );
  const { components } = await watch.step(
    'components',
    () => one(graph.read('analysis/steps/scores/components', { graph: name })),
    (r) => `${count(r.components)}, the largest of ${count(r.largest)}`,
  );
  return components;
}

/** Communities, and the ties within each. */
async function together({ graph, watch, options }: RunContext, name: string, ties: number) {
  const { modularity } = await watch.step(
    'communities',
    () => findCommunities(graph, { name, gamma: options.gamma, seed: options.seed }, { ties }),
    (r) => `modularity ${r.modularity.toFixed(4)}`,
  );
  const inner = await watch.step('inner ties', () => graph.read('analysis/steps/groups/inner-ties', { graph: name }));
  return { modularity, inner: new Map(inner.map((r) => [r.raw, r.modularity])) };
}

/** How closely those whom somebody knows know each other. */
async function cohesionOf({ graph, watch }: RunContext, name: string) {
  const { triangles } = await watch.step(
    'triangles',
    () => one(graph.read('analysis/steps/scores/triangles', { graph: name })),
    (r) => count(r.triangles),
  );
  await watch.step('clustering', () => graph.read('analysis/steps/scores/clustering', { graph: name }));
  const { degeneracy } = await watch.step(
    'coreness',
    () => one(graph.read('analysis/steps/scores/coreness', { graph: name })),
    (r) => `deepest ${r.degeneracy}`,
  );
  return { triangles, degeneracy };
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
