import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { linkInput } from './input.js';
import { preferenceLink } from './preferences.service.js';

export const resolvers = {
  Mutation: {
    preferenceLink: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { customer, days } = checked(linkInput, args, 'preferenceLink');
      return preferenceLink(services, customer, days);
    },
  },
};
