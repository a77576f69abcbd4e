import { z } from 'zod';
import { idOf } from '../kernel/input.js';
import type { RestEndpoint } from '../security/index.js';
import { recordConsent, withdrawConsent } from './consent.service.js';
import {
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
  summaryZh: '此刻能否以某用途经某渠道联系一位客户，以及原因',
  operation: 'mayContact',
  params: customer,
  query: contact,
  response: contactAnswerOut,
  handler: (services, { params, query }) => mayContact(services, params.id, query.purpose, query.channel),
};

const giving: RestEndpoint<{ body: typeof recordConsentInput }> = {
  method: 'post',
  path: '/api/consents',
  summary: 'Record that a customer consented',
  summaryZh: '记录客户的同意',
  operation: 'recordConsent',
  body: recordConsentInput,
  response: consentResultOut,
  handler: (services, { body }) => recordConsent(services, body),
};

const withdrawing: RestEndpoint<{ body: typeof withdrawConsentInput }> = {
  method: 'post',
  path: '/api/consents/withdraw',
  summary: 'Record that a customer withdrew, on one channel or all; in force at once',
  summaryZh: '记录客户撤回同意（单个或全部渠道）；立即生效',
  operation: 'withdrawConsent',
  body: withdrawConsentInput,
  response: consentResultOut,
  handler: (services, { body }) => withdrawConsent(services, body),
};

export const endpoints: readonly RestEndpoint[] = [asking, giving, withdrawing];
