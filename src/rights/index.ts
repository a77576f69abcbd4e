/**
 * Rights: what a person may ask about their own data, carried out and accounted for.
 *
 * - request: opened, identified, answered in time; a copy, a correction, an erasure with its receipt
 * - retention: what is removed when its time is over
 */
export { breachReport, complianceScore, recordsOfProcessing } from './accountability/accountability.service.js';
export { markdownOf } from './accountability/records-text.js';
export { breachInput } from './accountability/resolvers.js';
export { applyRetention } from './accountability/retention.service.js';
export { RETENTION_SETTINGS } from './accountability/settings.js';
export { documentOf, personCopy } from './copy/person-copy.service.js';
export { proveErasure } from './erasure/prove.service.js';
export { replayErasures } from './erasure/replay.service.js';
export { verifyErasure } from './erasure/verify.service.js';
export { welcomeBack } from './erasure/welcome.service.js';
export { fulfilRequest } from './fulfil.service.js';
export { rightsJobs } from './jobs.js';
export { restrictPerson } from './restrict.service.js';
