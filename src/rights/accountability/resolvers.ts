import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { timeOf } from '../../kernel/input.js';
import type { ApiContext } from '../../security/index.js';
import { breachReport, complianceScore, recordsOfProcessing } from './accountability.service.js';
import { applyRetention } from './retention.service.js';

export const breachInput = z.object({
  since: timeOf,
  until: timeOf.nullish(),
  viewer: z.string().min(1).max(200).nullish(),
  field: z.string().min(1).max(50).nullish(),
});

type Work = (services: ApiContext['services'], args: unknown) => unknown;

function resolver(work: Work) {
  return (_parent: unknown, args: unknown, { services }: ApiContext) => work(services, args);
}

export const resolvers = {
  Query: {
    recordsOfProcessing: resolver((services) => recordsOfProcessing(services)),
    complianceScore: resolver((services) => complianceScore(services)),
    breachReport: resolver((services, args) => breachReport(services, checked(breachInput, args, 'breachReport'))),
  },
  Mutation: {
    applyRetention: resolver((services, args) => applyRetention(services, args as { dryRun: boolean })),
  },
};
