import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { banditOf, setBandit } from './bandit.service.js';
import { type BanditInput, banditAsked } from './input.js';

export const resolvers = {
  Query: {
    bandit: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      banditOf(services, checked(banditAsked, args, 'bandit').campaign),
  },
  Mutation: {
    setBandit: (_parent: unknown, { input }: { input: BanditInput }, { services }: ApiContext) =>
      setBandit(services, input),
  },
};
