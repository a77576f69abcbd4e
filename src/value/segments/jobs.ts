import type { Job } from '../../jobs/job.js';
import type { Services } from '../../security/index.js';
import { refreshSegments } from './refresh.service.js';

/** Segments follow the people. */
export const segmentJobs: readonly Job<Services>[] = [
  {
    name: 'segments',
    does: { en: 'Brings the members of every segment in line with its rule', zh: '按规则更新所有客户分群的成员' },
    every: { minutes: 10 },
    lease: 120,
    run: async (services) => {
      const done = await refreshSegments(services);
      const sum = (pick: (one: (typeof done)[number]) => number) => done.reduce((all, one) => all + pick(one), 0);
      return { segments: done.length, entered: sum(({ entered }) => entered), left: sum(({ left }) => left) };
    },
  },
];
