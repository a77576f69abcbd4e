import { z } from 'zod';
import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { explainWorth, lastClv } from '../value/index.js';
import type { Customer360 } from './customer360.js';
import { customer360 } from './customer360.service.js';

const few = z.number().int().min(0).max(100).default(10);
const customer360Arguments = z.object({ id: z.string().min(1).max(200), ties: few, latest: few });

export const resolvers = {
  Query: {
    customer360: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return customer360(services, checked(customer360Arguments, args, 'customer360'));
    },
  },
  Customer360: {
    worthCurrency: async (_parent: Customer360, _args: unknown, { services }: ApiContext) =>
      (await lastClv(services))?.currency ?? null,
    worthExplained: ({ customerId, profiled }: Customer360, _args: unknown, { services }: ApiContext) =>
      profiled ? explainWorth(services, customerId) : [],
  },
};
