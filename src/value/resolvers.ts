import { z } from 'zod';
import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { type RfmRun, rescoreRfm } from './rfm.service.js';
import { rfmOrder } from './rfm-order.js';

const rescoreArguments = rfmOrder.extend({
  method: z.enum(['TYPE7', 'RPACKAGE']).transform((name) => (name === 'TYPE7' ? 'type7' : 'rpackage')),
});

export const resolvers = {
  Mutation: {
    rescoreRfm: async (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return shown(await rescoreRfm(services, checked(rescoreArguments, args, 'rescoreRfm')));
    },
  },
};

function shown(run: RfmRun) {
  return { ...run, method: run.method.toUpperCase() };
}
