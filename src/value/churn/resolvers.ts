import type { ApiContext } from '../../security/index.js';
import { type WarningRun, warnOfChurn } from './warnings.service.js';

export const resolvers = {
  Mutation: {
    warnOfChurn: (_parent: unknown, _args: unknown, { services }: ApiContext) => warnOfChurn(services),
  },
  ChurnWarningRun: {
    rules: ({ rules }: WarningRun) => Object.entries(rules).map(([rule, customers]) => ({ rule, customers })),
  },
};
