/**
 * Security: what may be known of a person, and by whom.
 *
 * - sealed field: a value that identifies a person, stored encrypted under that customer's own key (vault, keyring)
 * - lookup key: a keyed hash of a normalised value; equal values are found without opening them
 * - policy, mask: what a role sees and may ask, from one file; and what it sees instead of a sealed field
 * - scope: the rows of a viewer by department and purpose; who is out of them is as if not there
 * - audit: who opened, changed or exported what: a chain of entries, each bound to the one before by a keyed hash
 */
export { admitted } from './access/admit.js';
export { requireCursor } from './access/cursor.service.js';
export { notePolicy } from './access/in-force.service.js';
export { operator } from './access/operator.js';
export { type People, peopleOfFields, peopleOfList } from './access/people.js';
export { type Declared, requireAllowed, rolesAllowed } from './access/roles.js';
export { inScope, outOfScope, peopleInScope, requireInScope } from './access/rows.service.js';
export { type CheckedToken, hashOfToken, standingOf } from './access/standing.js';
export { endToken, removeUser, saveToken, saveUser, tokensOf, userOf, usersOf } from './access/users.service.js';
export { checkAccess } from './audit/alerts.service.js';
export { anchorAudit } from './audit/anchor.service.js';
export { findCustomer, findInput, LOOKUP_KINDS } from './audit/find-customer.service.js';
export { auditEntries, listInput } from './audit/list.service.js';
export { type AuditRecord, recordAudit } from './audit/record.js';
export { searchCustomers, searchInput } from './audit/search-customers.service.js';
export { ACCESS_SETTINGS, accessSettings } from './audit/settings.js';
export { type Verified, verifyAudit } from './audit/verify.service.js';
export { securityJobs } from './jobs.js';
export { checkMasterKeys, noteMasterKey } from './keys/key-check.js';
export { keyStatus } from './keys/key-status.service.js';
export { retireMasterKey } from './keys/retire.service.js';
export { type RotateProgress, rotateMasterKey } from './keys/rotate.service.js';
export { birthdayLookups, birthdayMark } from './lookups/birthday-marks.js';
export { CONTACT_FIELDS, contactKeys, contactLookups } from './lookups/contact-lookups.js';
export { LINK_DAYS } from './lookups/lookup-keys.js';
export { noteLookupKeys } from './lookups/lookup-note.js';
export { lookupStatus } from './lookups/lookup-status.service.js';
export { nameTokens } from './lookups/name-tokens.js';
export { type CountryCode, contactsIn, isCountry, normalIdentities, normalIdentity } from './lookups/normal-forms.js';
export { type Reindexed, type ReindexProgress, reindexLookups } from './lookups/reindex.service.js';
export { IDENTIFYING, identityMark, markOf } from './lookups/suppression.js';
export { policyDiff } from './policy/diff.js';
export {
  classOf,
  currentPolicy,
  hiddenClasses,
  type Policy,
  readersOf,
  readPolicy,
  SEALED_FIELDS,
  type SealedField,
  SHIPPED,
  shownPath,
  usePolicy,
} from './policy/index.js';
export { POLICY_SETTINGS } from './policy/settings.js';
export type { RestEndpoint, RestInput, SignedEndpoint } from './rest-endpoint.js';
export { fieldsToSend, maySend, personalField, personalFields } from './sealing/customer-view.js';
export { KEY_SETTINGS } from './sealing/key-settings.js';
export { keyFileOf, openVault } from './sealing/keyring.js';
export { openPerson, type PersonalFields, sealPerson } from './sealing/person.js';
export type { Vault } from './sealing/vault.js';
export { type ApiContext, makeServices, type Services, type Shared } from './services.js';
