/**
 * The network: who is a customer and who is tied to whom.
 * Tie: one relationship of a kind between two customers, with its closeness 0..1. KNOWS: the one per pair that sums its ties up.
 * Import: files in, graph out; a kind is what a row of a file becomes, a step one file read once, a reject a row that may not go in.
 * Ledger: every consent event ever; a consent holds when its edge CONSENTS_TO is there.
 */

export { COLUMNS as IMPORT_COLUMNS } from '../intake/columns.js';
export { type ImportOptions, importFiles } from '../intake/import.service.js';
export { exponentOf, minorUnits } from '../intake/money.js';
export { type FileReport, type ImportReport, tableOf } from '../intake/report.js';
export type { StepProgress } from '../intake/run-step.js';
export { tieKey } from '../intake/ties.js';
export { normalIdentity, normalPhone } from '../security/lookups/normal-forms.js';
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
