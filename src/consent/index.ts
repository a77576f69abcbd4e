/**
 * Privacy: what may be known and used of a person, and by whom.
 *
 * - sealed field: a value that identifies a person, stored encrypted under that customer's own key (vault, keyring)
 * - policy, mask: what a role sees and may ask, from one file; and what it sees instead of a sealed field
 * - scope: the rows of a viewer by department and purpose; who is out of them is as if not there
 * - ledger: the consent events, appended and never changed; of each purpose and channel the latest decides
 * - consent: the CONSENTS_TO edge, there exactly while it holds; everything that acts on people walks through it
 * - Profiled: the label of those who consent to profiling; without it nothing is worked out about a person, or kept
 * - audit: who opened, changed or exported what: a chain of entries, each bound to the one before by a keyed hash
 */

export {
  type Budget,
  COUNTED_COLUMNS,
  DATA_SETS,
  type DataSet,
  graphMl,
  type NetworkInput,
  PUBLISH_PURPOSES,
  type PublishedNetwork,
  type PublishedStatistic,
  type PublishedTable,
  publishBudget,
  publishNetwork,
  publishStatistic,
  publishTable,
  QUASI_IDENTIFIERS,
  SENSITIVE_COLUMNS,
  type StatisticInput,
  setPublishBudget,
  svg,
  type TableInput,
} from '../publish/index.js';
export { requireRole } from '../security/access/roles.js';
export { inScope } from '../security/access/rows.service.js';
export { type AccessCheck, type AlertRow, checkAccess } from '../security/audit/alerts.service.js';
export { type Anchored, anchorAudit, startAnchoring } from '../security/audit/anchor.service.js';
export { findCustomer, findInput, LOOKUP_KINDS } from '../security/audit/find-customer.service.js';
export { type AuditLine, auditEntries, listInput } from '../security/audit/list.service.js';
export { type AuditRecord, recordAudit } from '../security/audit/record.js';
export { searchCustomers, searchInput } from '../security/audit/search-customers.service.js';
export { type AccessSettings, accessSettings } from '../security/audit/settings.js';
export type { Finding } from '../security/audit/verify.js';
export { type Verified, verifyAudit } from '../security/audit/verify.service.js';
export { startAccessWatch } from '../security/audit/watch.js';
export { noteMasterKey } from '../security/keys/key-check.js';
export { type KeyRow, keyStatus } from '../security/keys/key-status.service.js';
export { retireMasterKey } from '../security/keys/retire.service.js';
export {
  type Rotated,
  type RotateOptions,
  type RotateProgress,
  rotateMasterKey,
} from '../security/keys/rotate.service.js';
export { contactLookups } from '../security/lookups/contact-lookups.js';
export { noteLookupKeys } from '../security/lookups/lookup-note.js';
export { type LookupRow, lookupStatus } from '../security/lookups/lookup-status.service.js';
export { nameTokens } from '../security/lookups/name-tokens.js';
export {
  type Reindexed,
  type ReindexOptions,
  type ReindexProgress,
  reindexLookups,
} from '../security/lookups/reindex.service.js';
export { mayOpen, SEALED_FIELDS, type SealedField } from '../security/policy/index.js';
export { personalFields } from '../security/sealing/customer-view.js';
export { mask } from '../security/sealing/mask.js';
export { openPerson, type PersonalFields, sealPerson } from '../security/sealing/person.js';
export { type SealedPerson, sealedView } from '../security/sealing/sealed-view.js';
export {
  CHANNELS,
  type Channel,
  CONSENT_ACTIONS,
  CONTACT_CHANNELS,
  type ConsentAction,
  type ConsentEvent,
  channelsOf,
  PURPOSES,
  type PurposeId,
} from './consent.js';
export { mayContact, mayUse, problemOf, recordConsent, withdrawConsent } from './consent.service.js';
export { channelOf, idOf, purposeOf, timeOf } from './consent-input.js';
export { applyConsents, type ConsentCounts, expireConsents, settleCustomers } from './consent-ledger.service.js';
export { renewConsents } from './consent-renewal.service.js';
export { CONTACT_REASONS, type ContactAnswer, type ContactReason, reasonText } from './contact.js';
export { guardianUntilOf } from './minors.js';
export { linkInput as preferenceLinkInput } from './preferences/input.js';
export { preferenceLink } from './preferences/preferences.service.js';
export { quietFrom } from './quiet-hours.service.js';
export { type OpenedRequest, openRequest } from './requests/open-request.service.js';
export { REQUEST_KINDS, type RequestKind } from './requests/request.js';
