import type { Job } from '../../jobs/job.js';
import type { Services } from '../../security/index.js';
import { warnOfChurn } from './warnings.service.js';

/** Who may leave, told in time. */
export const churnJobs: readonly Job<Services>[] = [
  {
    name: 'churn-warnings',
    does: { en: 'Looks for buyers who show signs of leaving', zh: '检查哪些买家出现流失迹象' },
    every: { hours: 24 },
    lease: 120,
    run: async (services) => {
      const { looked, begun, ended } = await warnOfChurn(services);
      return { looked, begun, ended };
    },
  },
];
