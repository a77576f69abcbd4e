import { diedLeases } from '../graph/lease.js';
import type { Job } from '../jobs/job.js';
import type { Services } from '../security/index.js';
import { runAnalysis } from './run/analyze.service.js';
import { ANALYZE } from './run/run-record.service.js';
import { analysisState } from './run/state.service.js';

/** The pass over the whole network. */
export const analysisJobs: readonly Job<Services>[] = [
  {
    name: 'analysis',
    does: {
      en: 'Scores all customers who consent to profiling, and finds communities',
      zh: '为同意画像的客户计算评分并识别社群',
    },
    every: { setting: 'ANALYZE_EVERY', unit: 'hours' },
    lease: 90,
    run: async (services) => {
      const { nodes, communities } = await runAnalysis(services);
      return { customers: nodes, communities };
    },
    lastDone: async ({ graph }) => (await analysisState(graph)).startedAt, // by hand too
    sooner: async ({ graph }) => (await diedLeases(graph, ANALYZE)).length > 0, // one that died is done again
  },
];
