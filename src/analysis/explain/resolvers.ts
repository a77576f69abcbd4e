import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { explainScore, SCORE_NAMES } from './explain.service.js';

const explainArguments = z.object({ customer: z.string().min(1).max(200), score: z.enum(SCORE_NAMES) });

export const resolvers = {
  Query: {
    explainScore: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return explainScore(services, checked(explainArguments, args, 'explainScore'));
    },
  },
};
