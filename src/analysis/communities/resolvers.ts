import type { ApiContext } from '../../api/context.js';
import { checked } from '../../kernel/checked.js';
import { requireRole } from '../../privacy/access.js';
import { nameCommunity, nameInput } from './names.service.js';

export const resolvers = {
  Mutation: {
    nameCommunity: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      requireRole(services.viewer, 'analyst', 'marketer', 'admin');
      return nameCommunity(services, checked(nameInput, args, 'nameCommunity'));
    },
  },
};
