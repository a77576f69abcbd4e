import type { ApiContext } from '../../security/index.js';
import { reviewTiers } from './tiers.service.js';

export const resolvers = {
  Mutation: {
    reviewTiers: (_parent: unknown, _args: unknown, { services }: ApiContext) => reviewTiers(services),
  },
};
