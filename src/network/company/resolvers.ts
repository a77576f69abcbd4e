import type { ApiContext } from '../../security/index.js';
import type { RankedPath } from '../referral/best-paths.js';
import { decisionChain } from './company.service.js';

interface Arguments {
  readonly company: string;
  readonly contact?: string | null;
  readonly from?: string | null;
  readonly first?: number | null;
}

export const resolvers = {
  Query: {
    decisionChain: (_parent: unknown, { first, ...args }: Arguments, { services }: ApiContext) => {
      return decisionChain(services, { ...args, first: first ?? undefined });
    },
  },
  DecisionPath: {
    probability: ({ closeness }: RankedPath) => closeness,
    steps: ({ people, steps }: RankedPath) =>
      people.map((customerId, at) => ({ customerId, closeness: at === 0 ? null : steps[at - 1] })),
  },
};
