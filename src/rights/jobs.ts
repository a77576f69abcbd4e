import type { Job } from '../jobs/job.js';
import type { Services } from '../security/index.js';
import { applyRetention } from './accountability/retention.service.js';
import { proveErasures } from './erasure/prove.service.js';

/** What is owed to people whether anybody asks for it or not. */
export const rightsJobs: readonly Job<Services>[] = [
  {
    name: 'retention',
    does: { en: 'Deletes or masks what is past its retention time', zh: '删除或脱敏超过保存期限的数据' },
    every: { at: '30 3 * * *' },
    lease: 90,
    run: async (services) => {
      const kept = await applyRetention(services);
      return { removed: kept.reduce((sum, { done }) => sum + done, 0) };
    },
  },
  {
    name: 'erasure-proof',
    does: {
      en: 'Searches everything for people who were erased, and completes their receipts',
      zh: '全面查找已删除人员的残留数据并完成删除凭证',
    },
    every: { minutes: 1 },
    lease: 90,
    run: async (services) => ({ proved: await proveErasures(services) }),
  },
];
