/**
 * Consent: what may be used of a person, for which purpose and channel.
 *
 * - ledger: the consent events, appended and never changed; of each purpose and channel the latest decides
 * - consent: the CONSENTS_TO edge, there exactly while it holds; everything that acts on people reads it
 * - standing: what the graph says of a customer, purpose and channel; the contact rule decides on it and nothing else
 *   does
 * - Profiled: the label of those who consent to profiling; without it nothing is worked out about a person, or kept
 * - request: what a person asks for about their own data
 */

export { replyInput, replyOut } from './choices/input.js';
export { nextAllowed } from './choices/quiet-hours.js';
export { type ContactSettings, contactSettings } from './choices/quiet-hours.service.js';
export { takeReply, withdrawFor } from './choices/reply.service.js';
export { asksToStop } from './choices/reply-words.js';
export {
  CHANNELS,
  type Channel,
  CONSENT_ACTIONS,
  CONTACT_CHANNELS,
  type ConsentEvent,
  channelsOf,
  PURPOSES,
  type PurposeId,
} from './consent.js';
export { problemOf, recordConsent, withdrawConsent } from './consent.service.js';
export { channelOf, contactChannelOf, purposeOf } from './consent-input.js';
export { type AgeChange, applyConsents, settle, settleFacts } from './consent-ledger.service.js';
export {
  type ContactMoment,
  channelsOpen,
  contactDecisions,
  type DecidedCustomer,
  lockedDecisions,
  lockForContact,
} from './contact.service.js';
export { CONTACT_REASONS, type ContactReason, REFUSALS, type Refusal, reasonText } from './contact-reasons.js';
export { consentJobs } from './jobs.js';
export { guardianUntilOf } from './minors.js';
export { actOn } from './preferences/action.service.js';
export { newForm, takeForm } from './preferences/form.service.js';
export { linkInput as preferenceLinkInput } from './preferences/input.js';
export { preferencePage, sentencePage } from './preferences/page.js';
export { customerOfLink, preferenceLink, preferencesOf, unsubscribeUrl } from './preferences/preferences.service.js';
export { wordsOf } from './preferences/words.js';
export { openRequest } from './requests/open-request.service.js';
export {
  type Correction,
  type DataRequest,
  ERASURE_MODES,
  type ErasureMode,
  type FulfilInput,
  fulfilInput,
  identifyInput,
  MEANS,
  openRequestInput,
  REQUEST_KINDS,
  type RequestKind,
  refuseInput,
  requestsInput,
} from './requests/request.js';
export { closeRequest, dataRequests, identifyRequest, refuseRequest, requestOf } from './requests/request.service.js';
export { REQUEST_SETTINGS } from './requests/settings.js';
