import type { ApiContext } from '../../security/index.js';
import { keepCluster, lastClusters, runClusters } from './clusters.service.js';

export const resolvers = {
  Query: {
    clusterRun: (_parent: unknown, _args: unknown, { services }: ApiContext) => lastClusters(services),
  },
  Mutation: {
    runClusters: (_parent: unknown, args: object, { services }: ApiContext) => {
      const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
      return runClusters(services, Object.fromEntries(given));
    },
    keepCluster: (_parent: unknown, args: unknown, { services }: ApiContext) => keepCluster(services, args),
  },
};
