import { type JobLine, jobLines } from '../../jobs/run.service.js';
import type { ApiContext } from '../../security/index.js';
import { JOBS, jobSettings } from './jobs.js';

export const resolvers = {
  Query: {
    jobs: (_parent: unknown, _args: unknown, { services }: ApiContext) => jobLines(services, JOBS, jobSettings()),
  },
  Job: {
    does: ({ does }: JobLine) => does.en,
    doesZh: ({ does }: JobLine) => does.zh,
    counts: ({ counts }: JobLine) => Object.entries(counts).map(([name, count]) => ({ name, count })),
  },
};
