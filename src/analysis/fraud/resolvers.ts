import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { checkReferrals } from './check.service.js';
import type { FraudInput } from './options.js';
import { fraudQuality, qualityInput, reviewInput, reviewReward } from './review.service.js';

export const resolvers = {
  Query: {
    fraudQuality: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return fraudQuality(services, checked(qualityInput, args, 'fraudQuality').threshold);
    },
  },
  Mutation: {
    checkReferrals: (_parent: unknown, { options }: { options?: object | null }, { services }: ApiContext) => {
      return checkReferrals(services, given(options ?? {}));
    },
    reviewReward: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return reviewReward(services, checked(reviewInput, args, 'reviewReward'));
    },
  },
};

/** GraphQL hands an omitted value in as null when a variable is null; for a setting both mean its default. */
function given(options: object): FraudInput {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null && value !== undefined));
}
