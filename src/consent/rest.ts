import { z } from 'zod';
import { idOf } from '../kernel/input.js';
import type { RestEndpoint } from '../security/index.js';
import { recordConsent, withdrawConsent } from './consent.service.js';
import {
  CONSENT_ROLES,
  CONTACT_ROLES,
  channelOf,
  consentResultOut,
  contactAnswerOut,
  purposeOf,
  recordConsentInput,
  withdrawConsentInput,
} from './consent-input.js';
import { mayContact } from './contact.service.js';

const customer = z.object({ id: idOf });
const contact = z.object({ purpose: purposeOf, channel: channelOf });

const asking: RestEndpoint<{ params: typeof customer; query: typeof contact }> = {
  method: 'get',
  path: '/api/customers/{id}/may-contact',
  summary: 'Whether a customer may be contacted for a purpose through a channel, now, and why',
  roles: CONTACT_ROLES,
  params: customer,
  query: contact,
  response: contactAnswerOut,
  handler: (services, { params, query }) => mayContact(services, params.id, query.purpose, query.channel),
};

const giving: RestEndpoint<{ body: typeof recordConsentInput }> = {
  method: 'post',
  path: '/api/consents',
  summary: 'Record that a customer consented',
  roles: CONSENT_ROLES,
  body: recordConsentInput,
  response: consentResultOut,
  handler: (services, { body }) => recordConsent(services, body),
};

const withdrawing: RestEndpoint<{ body: typeof withdrawConsentInput }> = {
  method: 'post',
  path: '/api/consents/withdraw',
  summary: 'Record that a customer withdrew, on one channel or all; in force at once',
  roles: CONSENT_ROLES,
  body: withdrawConsentInput,
  response: consentResultOut,
  handler: (services, { body }) => withdrawConsent(services, body),
};

export const endpoints: readonly RestEndpoint[] = [asking, giving, withdrawing];
