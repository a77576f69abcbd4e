import { z } from 'zod';
import type { RestEndpoint } from '../../security/index.js';
import {
  type ClusterRun,
  clusterOptions,
  keepCluster,
  keepInput,
  lastClusters,
  runClusters,
} from './clusters.service.js';

const apart = z.object({ feature: z.string(), mean: z.number(), overall: z.number(), deviations: z.number() });
const shown = z.object({
  ...{ at: z.iso.datetime(), method: z.string(), features: z.array(z.string()), customers: z.int() },
  ...{ leftOut: z.int(), noise: z.int(), moved: z.int(), radius: z.number().nullable() },
  ...{ silhouette: z.number().nullable(), sampled: z.int().nullable() },
  tried: z.array(z.object({ k: z.int(), silhouette: z.number() })),
  clusters: z.array(
    z.object({
      ...{ id: z.string(), customers: z.int(), name: z.string(), nameZh: z.string() },
      apart: z.array(apart),
    }),
  ),
});
const showing = ({ id: _id, scales: _scales, asked: _asked, ...run }: ClusterRun) => run as never;

const creating: RestEndpoint<{ body: typeof clusterOptions }> = {
  method: 'post',
  path: '/api/clusters',
  summary: 'Put everybody who consents to profiling into clusters by what they have in common',
  summaryZh: '按共同特征将同意画像的客户聚类',
  operation: 'runClusters',
  body: clusterOptions,
  response: shown,
  handler: async (services, { body }) => showing(await runClusters(services, body)),
};

const listing: RestEndpoint = {
  method: 'get',
  path: '/api/clusters',
  summary: 'The clusters of the latest run and what sets each apart; none before the first',
  summaryZh: '最近一次聚类的各簇及其特点；首次运行前为空',
  operation: 'clusterRun',
  response: z.object({ run: shown.nullable() }),
  handler: async (services) => {
    const run = await lastClusters(services);
    return { run: run && showing(run) };
  },
};

const one = z.object({ cluster: keepInput.shape.cluster });
const kept = keepInput.omit({ cluster: true });
const keeping: RestEndpoint<{ params: typeof one; body: typeof kept }> = {
  method: 'post',
  path: '/api/clusters/{cluster}/keep',
  summary: 'Make a cluster of the last run a segment whose members follow it from run to run',
  summaryZh: '将最近一次的某簇保存为分群，成员随每次聚类更新',
  operation: 'keepCluster',
  params: one,
  body: kept,
  response: z.object({ id: z.string(), version: z.int(), customers: z.int() }),
  handler: async (services, { params, body }) => {
    const { id, version, customers } = await keepCluster(services, { ...body, ...params });
    return { id, version, customers };
  },
};

/** Clusters over REST: found, shown, and kept as segments. */
export const endpoints: readonly RestEndpoint[] = [creating, listing, keeping];
