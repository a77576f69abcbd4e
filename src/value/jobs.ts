import type { Job, JobCounts } from '../jobs/job.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';
import { fitClv, lastClv } from './clv/clv.service.js';
import { tellLifecycle } from './lifecycle.service.js';
import { recutRfm } from './rfm/recut.service.js';
import { reviewTiers } from './tiers/tiers.service.js';

/** What customers are worth and where they are heading, kept up to date. */
export const valueJobs: readonly Job<Services>[] = [
  {
    name: 'rfm',
    does: {
      en: 'Cuts the quintiles of RFM anew and grades everybody by them, in every currency and named model',
      zh: '重新计算各币种及各命名 RFM 模型的分位点，并据此为所有客户评级',
    },
    every: { hours: 24 },
    lease: 120,
    run: recutRfm,
  },
  {
    name: 'clv',
    does: {
      en: 'Fits customer lifetime value in the currency most used, and scores all who consent to profiling',
      zh: '以最常用币种拟合客户终身价值，并为同意画像的客户评分',
    },
    every: { hours: 168 },
    lease: 120,
    run: fitMostUsed,
    lastDone: async (services) => (await lastClv(services))?.at ?? null,
  },
  {
    name: 'lifecycle',
    does: { en: 'Tells the stage of the lifecycle of every buyer', zh: '判断每位买家所处的生命周期阶段' },
    every: { hours: 24 },
    lease: 120,
    run: async (services) => {
      const { told, moved } = await tellLifecycle(services);
      return { told, moved };
    },
  },
  {
    name: 'tiers',
    does: {
      en: 'Reviews loyalty tiers by the rules, and tells who will fall',
      zh: '按规则评定会员等级，并预告将要降级的客户',
    },
    every: { hours: 24 },
    lease: 120,
    run: async (services) => {
      const { up, down, falling } = await reviewTiers(services);
      return { up, down, falling };
    },
  },
];

/** Too few orders for a model are no failure of the job. */
async function fitMostUsed(services: Services): Promise<JobCounts> {
  const [most] = await services.graph.read('value/steps/order-currencies', { asOf: services.clock.now() });
  if (!most) return { customers: 0 };
  try {
    return { customers: (await fitClv(services, { currency: most.currency })).customers };
  } catch (error) {
    if (error instanceof AppError && error.kind === 'CONFLICT') return { customers: 0 };
    throw error;
  }
}
