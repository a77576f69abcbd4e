/**
 * The network: who is a customer and who is tied to whom.
 * Tie: one relationship of a kind between two customers, with its closeness 0..1. KNOWS: the one per pair that sums its ties up.
 */
export {
  CLOSENESS,
  closenessOf,
  type Evidence,
  TIE_KINDS,
  type TieKind,
  tieCloseness,
  UNDIRECTED,
} from './closeness.js';
export { type DecisionChain, decisionChain } from './company/company.service.js';
export type { RankedPath } from './referral/best-paths.js';
export { broughtBy, type HiddenReferral, hiddenReferrals } from './referral/brought-by.service.js';
export { type KFactor, kFactor } from './referral/k-factor.service.js';
export { type ReferralPaths, referralPaths } from './referral/path.service.js';
export type { PotentialReferrer } from './referral/potential.js';
export { potentialReferrers } from './referral/potential.service.js';
export { type ReferralTree, referralTree } from './referral/tree.service.js';
