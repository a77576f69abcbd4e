import { requireRole } from '../../consent/index.js';
import type { ApiContext } from '../../security/context.js';
import { contagionTest } from './contagion.service.js';
import type { ContagionInput } from './contagion-question.js';

export const resolvers = {
  Query: {
    contagionTest: (_parent: unknown, { input }: { input?: ContagionInput | null }, { services }: ApiContext) => {
      requireRole(services.viewer, 'marketer', 'analyst', 'admin');
      return contagionTest(services, input ?? {});
    },
  },
};
