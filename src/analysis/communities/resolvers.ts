import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { analyzeAsOf } from './as-of.service.js';
import { nameCommunity, nameInput } from './names.service.js';
import { communityTree } from './tree.service.js';

export const resolvers = {
  Query: {
    communityTree: (_parent: unknown, { community }: { community: string }, { services }: ApiContext) => {
      return communityTree(services, community);
    },
  },
  Mutation: {
    analyzeAsOf: (
      _parent: unknown,
      { asOf, first }: { asOf: Date; first?: number | null },
      { services }: ApiContext,
    ) => {
      return analyzeAsOf(services, { asOf, first: first ?? undefined });
    },
    nameCommunity: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return nameCommunity(services, checked(nameInput, args, 'nameCommunity'));
    },
  },
};
