import type { Job, JobCounts } from '../../jobs/job.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { lastChurn, scoreChurn, trainChurn } from './churn.service.js';
import { warnOfChurn } from './warnings.service.js';

/** Days after which the model is trained anew. */
const FRESH_DAYS = 30;

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
  {
    name: 'churn',
    does: {
      en: 'Scores how likely customers stop buying, and trains the model anew every month',
      zh: '评估客户停止购买的概率，并每月重新训练模型',
    },
    every: { hours: 24 },
    lease: 120,
    run: scored,
  },
];

/** Too few orders for a model are no failure of the job. */
async function scored(services: Services): Promise<JobCounts> {
  try {
    const last = await lastChurn(services);
    const fresh = last !== null && services.clock.now().getTime() - last.at.getTime() < FRESH_DAYS * DAY_MS;
    if (!fresh) await trainChurn(services);
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'CONFLICT')) throw error;
    if ((await lastChurn(services)) === null) return { customers: 0 };
  }
  const { customers } = await scoreChurn(services);
  return { customers };
}
