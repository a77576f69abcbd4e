import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { documentOf, personCopy } from './person-copy.service.js';

const input = z.object({ request: z.string().min(1).max(200) });

export const resolvers = {
  Mutation: {
    exportPerson: async (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const copy = await personCopy(services, checked(input, args, 'exportPerson').request);
      return { ...copy, document: documentOf(copy) };
    },
  },
};
