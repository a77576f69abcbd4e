import type { ApiContext } from '../../security/index.js';
import { contagionTest } from './contagion.service.js';
import type { ContagionInput } from './contagion-question.js';

export const resolvers = {
  Query: {
    contagionTest: (_parent: unknown, { input }: { input?: ContagionInput | null }, { services }: ApiContext) => {
      return contagionTest(services, input ?? {});
    },
  },
};
