import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { recordConsent, withdrawConsent } from './consent.service.js';
import { contactQuestion, recordConsentInput, useQuestion, withdrawConsentInput } from './consent-input.js';
import { mayContact, mayUse } from './contact.service.js';

interface WithInput {
  readonly input: unknown;
}

export const resolvers = {
  Query: {
    mayContact: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { customer, purpose, channel } = checked(contactQuestion, args, 'mayContact');
      return mayContact(services, customer, purpose, channel);
    },
    mayUse: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { customer, purpose } = checked(useQuestion, args, 'mayUse');
      return mayUse(services, customer, purpose);
    },
  },
  Mutation: {
    recordConsent: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      return recordConsent(services, checked(recordConsentInput, input, 'recordConsent'));
    },
    withdrawConsent: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      return withdrawConsent(services, checked(withdrawConsentInput, input, 'withdrawConsent'));
    },
  },
};
