import { AppError } from '../../../kernel/error.js';
import { type ClusterRun, keepCluster, lastClusters, runClusters } from '../../../value/index.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { argument, choice, number, option, required } from '../../options.js';

interface Asked {
  readonly method: 'kmeans' | 'dbscan';
  readonly features?: string;
  readonly k?: number;
  readonly radius?: number;
  readonly least: number;
  readonly seed: number;
}

/** `guanxi clusters`: customers put together by what they have in common. */
export const CLUSTERS = [
  command<Asked>({
    name: 'clusters run',
    about: 'find clusters of customers who consent to profiling by what they have in common',
    example: 'clusters run --features orders,spendMinor,influence',
    door: 'runClusters',
    options: [
      choice('--method <name>', 'kmeans or dbscan', ['kmeans', 'dbscan'], 'kmeans'),
      option(
        '--features <names>',
        'properties and scores that are numbers, with commas between; see docs/marketing/clusters.md',
      ),
      number('--k <n>', 'how many clusters, 2 to 20; by silhouette when left out'),
      number('--radius <n>', 'dbscan: in standard deviations; told from the distances when left out'),
      number('--least <n>', 'dbscan: customers within the radius that make a place dense', 10),
      number('--seed <n>', 'the same number, the same clusters', 1),
    ],
    formats: TABLE_OR_JSON,
    answer: async (services, { method, features, ...more }) => {
      const named = features === undefined ? {} : { features: features.split(',').map((name) => name.trim()) };
      const { k, radius, least, seed } = more;
      const kind = method === 'dbscan' ? 'DBSCAN' : 'KMEANS';
      return shown(await runClusters(services, { method: kind, ...named, k, radius, least, seed }));
    },
  }),
  command({
    name: 'clusters show',
    about: 'show the clusters of the last run and what sets each apart',
    example: 'clusters show',
    door: 'clusterRun',
    formats: TABLE_OR_JSON,
    answer: async (services) => {
      const run = await lastClusters(services);
      if (!run) throw new AppError('NOT_FOUND', 'no clusters yet', 'run `guanxi clusters run`');
      return shown(run);
    },
  }),
  command<{ cluster: string; as: string; name?: string; nameZh?: string }>({
    name: 'clusters keep',
    about: 'make a cluster a segment whose members follow it from run to run',
    example: 'clusters keep cluster-1a2b3c4d5e --as quiet-buyers',
    door: 'keepCluster',
    args: [argument('<cluster>', 'id of a cluster of the last run')],
    options: [
      required('--as <segment>', 'id of the segment'),
      option('--name <text>', 'its name; what sets it apart when left out'),
      option('--name-zh <text>', 'its name in Chinese'),
    ],
    formats: [],
    answer: async (services, { cluster, as: segment, name, nameZh }) => {
      const { customers } = await keepCluster(services, { cluster, segment, name, nameZh });
      return { said: `${segment}: ${customers} customers` };
    },
  }),
];

function shown(run: ClusterRun) {
  const { clusters, silhouette, sampled, leftOut, noise, moved, customers } = run;
  const width = silhouette === null ? 'none' : silhouette.toFixed(2);
  return {
    whole: run,
    rows: clusters.map(({ id, customers: members, name, nameZh }) => ({ id, customers: members, name, nameZh })),
    said: [
      `${customers} customers, silhouette ${width}${sampled === null ? '' : ` on ${sampled} drawn at random`}; ${moved} moved`,
      leftOut > 0 ? `${leftOut} lack a feature and are in no cluster` : null,
      noise > 0 ? `${noise} are like nobody and in no cluster` : null,
    ],
  };
}
