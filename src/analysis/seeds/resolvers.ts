import type { ApiContext } from '../../security/index.js';
import type { SeedInput } from './seed-question.js';
import { seedSet } from './seeds.service.js';

export const resolvers = {
  Query: {
    seedSet: (_parent: unknown, { input }: { input: SeedInput }, { services }: ApiContext) => {
      return seedSet(services, input);
    },
  },
};
