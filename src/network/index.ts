/**
 * The network: who is a customer and who is tied to whom. Tie: one relationship of a kind between two customers, with
 * its closeness 0..1. KNOWS: the one per pair that sums its ties up.
 */
export { closenessOf, TIE_KINDS, type TieKind, tieCloseness, UNDIRECTED } from './closeness.js';
export { type DecisionChain, decisionChain } from './company/company.service.js';
export { broughtBy, hiddenReferrals } from './referral/brought-by.service.js';
export { kFactor } from './referral/k-factor.service.js';
export { referralPaths } from './referral/path.service.js';
export { potentialReferrers } from './referral/potential.service.js';
export { referralTree } from './referral/tree.service.js';
export { NETWORK_SENTENCES } from './sentences.js';
