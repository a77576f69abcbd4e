import { checked } from '../kernel/checked.js';
import { type ApiContext, requireRole } from '../security/index.js';
import { recordConsent, withdrawConsent } from './consent.service.js';
import {
  CONSENT_ROLES,
  CONTACT_ROLES,
  contactQuestion,
  recordConsentInput,
  useQuestion,
  withdrawConsentInput,
} from './consent-input.js';
import { mayContact, mayUse } from './contact.service.js';

interface WithInput {
  readonly input: unknown;
}

export const resolvers = {
  Query: {
    mayContact: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      requireRole(services.viewer, ...CONTACT_ROLES);
      const { customer, purpose, channel } = checked(contactQuestion, args, 'mayContact');
      return mayContact(services, customer, purpose, channel);
    },
    mayUse: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      requireRole(services.viewer, ...CONTACT_ROLES);
      const { customer, purpose } = checked(useQuestion, args, 'mayUse');
      return mayUse(services, customer, purpose);
    },
  },
  Mutation: {
    recordConsent: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      requireRole(services.viewer, ...CONSENT_ROLES);
      return recordConsent(services, checked(recordConsentInput, input, 'recordConsent'));
    },
    withdrawConsent: (_parent: unknown, { input }: WithInput, { services }: ApiContext) => {
      requireRole(services.viewer, ...CONSENT_ROLES);
      return withdrawConsent(services, checked(withdrawConsentInput, input, 'withdrawConsent'));
    },
  },
};
