import type { Job } from '../../jobs/job.js';
import type { Services } from '../../security/index.js';
import { advanceJourneys } from './advance.service.js';
import { beginJourneys } from './begin.service.js';
import { wakeJourneys } from './wake.service.js';

/** Journeys begin by what happens, and go on by themselves. */
export const journeyJobs: readonly Job<Services>[] = [
  {
    name: 'journeys-begin',
    does: {
      en: 'Begins journeys for customers to whom what begins them happened',
      zh: '为触发条件已发生的客户启动旅程',
    },
    every: { minutes: 5 },
    lease: 300,
    run: async (services) => ({ began: await beginJourneys(services) }),
  },
  {
    name: 'journeys',
    does: { en: 'Takes customers in journeys to their next step', zh: '推进旅程中的客户进入下一步' },
    every: { minutes: 1 },
    lease: 180,
    run: async (services) => ({ woken: await wakeJourneys(services), steps: await advanceJourneys(services) }),
  },
];
