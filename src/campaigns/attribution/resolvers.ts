import type { ApiContext } from '../../security/index.js';
import { type AttributionAsked, attribution } from './attribution.service.js';

export const resolvers = {
  Query: {
    attribution: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      attribution(services, args as AttributionAsked),
  },
};
