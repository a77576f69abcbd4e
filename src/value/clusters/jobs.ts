import type { Job } from '../../jobs/job.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { lastClusters, runClusters } from './clusters.service.js';

/** Clusters follow what customers have in common; ids stay, so that a segment kept of one keeps its meaning. */
export const clusterJobs: readonly Job<Services>[] = [
  {
    name: 'clusters',
    does: {
      en: 'Finds the clusters of customers anew, as the last run did',
      zh: '按上次运行的方式重新划分客户聚类',
    },
    every: { hours: 168 },
    lease: 120,
    run: async (services) => {
      try {
        const { customers, moved, clusters } = await runClusters(services, (await lastClusters(services))?.asked ?? {});
        return { customers, moved, clusters: clusters.length };
      } catch (error) {
        // too few customers for clusters are no failure of the job
        if (error instanceof AppError && error.kind === 'CONFLICT') return { customers: 0, moved: 0, clusters: 0 };
        throw error;
      }
    },
    lastDone: async (services) => (await lastClusters(services))?.at ?? null,
  },
];
