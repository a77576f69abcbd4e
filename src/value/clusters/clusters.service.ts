import { z } from 'zod';
import type { Graph } from '../../graph/graph.js';
import { withLease } from '../../graph/lease.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { idOf } from '../../kernel/input.js';
import { type Random, seededRandom, shortId } from '../../kernel/random.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { saveSegment } from '../segments/segments.service.js';
import type { SegmentRule } from '../segments/stored.service.js';
import { chosenK, dense, partition, SAMPLE, sampledSilhouette, type Tried } from './choose.js';
import { type Described, described } from './describe.js';
import { featureNames, requireFeatures } from './features.js';
import type { Point } from './k-means.js';
import { matchedIds } from './match.js';
import { type Scale, scaled, scalesOf } from './scale.js';

/** How customers are put into clusters; each has a default. */
export const clusterOptions = z.strictObject({
  method: z.enum(['KMEANS', 'DBSCAN']).default('KMEANS'),
  features: featureNames,
  /** Clusters; by silhouette when left out. */
  k: z.int().min(2).max(20).nullish(),
  /** DBSCAN: radius in standard deviations; told from the distances when left out. */
  radius: z.number().positive().max(100).nullish(),
  /** DBSCAN: customers within the radius that make a place dense. */
  least: z.int().min(2).max(1000).default(10),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1),
});
export type ClusterOptions = z.output<typeof clusterOptions>;

export interface Cluster extends Described {
  /** The same from run to run while a third of the members stays. */
  readonly id: string;
}

export interface ClusterRun {
  readonly id: string;
  readonly at: Date;
  readonly customers: number;
  readonly method: ClusterOptions['method'];
  readonly features: readonly string[];
  readonly scales: readonly Scale[];
  /** Each k that was tried with its silhouette, the chosen first; empty where k was given, or for DBSCAN. */
  readonly tried: readonly Tried[];
  readonly radius: number | null;
  /** Mean, −1..1; null with fewer than two clusters. */
  readonly silhouette: number | null;
  /** The silhouette was told by so many customers drawn at random; null for all. */
  readonly sampled: number | null;
  /** In no cluster: DBSCAN's noise. */
  readonly noise: number;
  /** Without one of the features. */
  readonly leftOut: number;
  readonly moved: number;
  /** Largest first. */
  readonly clusters: readonly Cluster[];
  /** How it was asked for, to run it again alike; left out of runs before this was kept. */
  readonly asked?: ClusterOptions;
}

const LONGEST_MS = 600_000;
const MOST_K = 8;
const LEAST_CUSTOMERS = 10;
/** DBSCAN asks for the surroundings of every point. */
const MOST_DENSE = 50_000;

/**
 * Puts everybody who consents to profiling and has the features into clusters, describes each by what sets it apart,
 * and keeps the run. One run at a time (BUSY). Throws CONFLICT for too few or too many customers, FORBIDDEN for a
 * feature that the viewer may not see.
 */
export async function runClusters(services: Services, given: unknown = {}): Promise<ClusterRun> {
  const options = checked(clusterOptions, given, 'clusters run');
  requireFeatures(services.viewer, options.features);
  const graph = services.graph.withTimeout(LONGEST_MS);
  return withLease(graph, { id: 'clusters', seconds: 120, waitMs: 0 }, async () => {
    const people = await peopleOf(graph, options.features);
    const whole = people.filter(({ values }) => values.every((value) => value !== null));
    requireEnough(whole.length, options);
    const points = whole.map(({ values }) => values as Point);
    const found = clustered(points, options);
    const before = whole.map(({ cluster }) => cluster);
    const ids = matchedIds(found.clusters, before, () => `cluster-${shortId(services.random)}`);
    const places = new Map(whole.map(({ customerId }, at) => [customerId, ids.get(found.clusters[at]!) ?? null]));
    const rows = people
      .map(({ customerId, cluster }) => ({ customerId, before: cluster, cluster: places.get(customerId) ?? null }))
      .filter((row) => row.before !== row.cluster);
    const { moved } = await graph.writeBatches('value/steps/clusters/save', rows, {}, 10_000);
    const run = { id: shortId(services.random), at: services.clock.now(), customers: whole.length };
    const { parts, clusters: _numbers, ...card } = found;
    const clusters = [...parts].map(([number, part]) => ({ id: ids.get(number)!, ...part }));
    const told = {
      ...{ ...card, method: options.method, features: options.features, leftOut: people.length - whole.length, moved },
      clusters: clusters.sort((a, b) => b.customers - a.customers || a.id.localeCompare(b.id)),
      asked: options,
    };
    await graph.write('value/steps/model-run-save', {
      ...{ ...run, kind: 'clusters', asOf: run.at, currency: null, card: JSON.stringify(told) },
    });
    await noteScoreRun(services, 'clusters');
    return { ...run, ...told };
  });
}

/** The latest run; null before the first. */
export async function lastClusters({ graph }: Services): Promise<ClusterRun | null> {
  const [run] = await graph.read('value/steps/model-runs', { kind: 'clusters' });
  return run ? { ...JSON.parse(run.card), id: run.id, at: run.at, customers: run.customers } : null;
}

/** Which cluster becomes which segment, and by what names. */
export const keepInput = z.object({
  cluster: idOf,
  segment: idOf,
  name: z.string().min(1).max(200).nullish(),
  nameZh: z.string().min(1).max(200).nullish(),
});

/**
 * Makes a cluster of the last run a segment: its members follow the cluster from run to run. Throws NOT_FOUND, CONFLICT
 * (id of another kind).
 */
export async function keepCluster(services: Services, given: unknown): Promise<SegmentRule> {
  const { cluster: id, segment, name, nameZh } = checked(keepInput, given, 'clusters keep');
  const cluster = (await lastClusters(services))?.clusters.find((one) => one.id === id);
  if (!cluster) throw new AppError('NOT_FOUND', `no cluster "${id}" in the last run`, 'see `guanxi clusters show`');
  const names = { name: name ?? cluster.name, nameZh: nameZh ?? name ?? cluster.nameZh };
  return saveSegment(services, { id: segment, ...names, rule: { score: { name: 'cluster', in: [id] } } });
}

interface Person {
  readonly customerId: string;
  readonly cluster: string | null;
  readonly values: readonly (number | null)[];
}

async function peopleOf(graph: Graph, features: readonly string[]): Promise<Person[]> {
  const people: Person[] = [];
  for (;;) {
    const after = people.at(-1)?.customerId ?? '';
    const page = await graph.read('value/steps/clusters/features', { features: [...features], after });
    if (page.length === 0) return people;
    people.push(...page);
  }
}

function requireEnough(customers: number, { method, features }: ClusterOptions): void {
  if (customers < LEAST_CUSTOMERS)
    throw new AppError(
      'CONFLICT',
      `${customers} customers have ${features.join(', ')}; clusters need ${LEAST_CUSTOMERS}`,
      'run the scores first (guanxi rfm, guanxi analyze), or choose other features',
    );
  if (method === 'DBSCAN' && customers > MOST_DENSE)
    throw new AppError('CONFLICT', `DBSCAN takes ${MOST_DENSE} customers at most, not ${customers}`, 'use KMEANS');
}

function clustered(points: readonly Point[], { method, features, k, radius, least, seed }: ClusterOptions) {
  const random: Random = seededRandom(seed);
  const scales = scalesOf(points);
  const on = points.map((point) => scaled(point, scales));
  const tried = method === 'KMEANS' && !k ? chosenK(on, MOST_K, random) : [];
  const found =
    method === 'KMEANS'
      ? { clusters: partition(on, k ?? tried[0]?.k ?? 2, random).clusters, radius: null }
      : dense(on, least, radius ?? undefined, random);
  const width = sampledSilhouette(on, found.clusters, random);
  return {
    ...{ scales, tried, radius: found.radius, clusters: found.clusters },
    silhouette: Number.isNaN(width) ? null : width,
    sampled: points.length > SAMPLE ? SAMPLE : null,
    noise: found.clusters.filter((cluster) => cluster < 0).length,
    parts: described({ features, points, scaled: on, clusters: found.clusters }),
  };
}
