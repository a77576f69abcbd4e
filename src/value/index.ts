/**
 * What a customer is worth. RFM (rfm/) grades recency, frequency and monetary value 1..5 against the other customers of
 * a window; a grade triple is a cell of the grid of eleven segments (`rfm:champions` … `rfm:lost`); the level is their
 * weighted mean. Named models grade by own window, currency, store or category. An order moves its customer's grades in
 * the transaction that writes it. Scoring is profiling: only customers with the label `Profiled` are graded, and
 * whoever withdraws loses grade and segment.
 *
 * - CLV: predicted lifetime value by BG/NBD × Gamma-Gamma (clv/), or simple; network value credits it along referrals,
 *   its sum conserved.
 * - churn (churn/): the probability of no order within a horizon, by a model of own behaviour and neighbours; three
 *   warning rules beside it;
 *   propensity tells by the same training who buys of a category.
 * - lifecycle: new, growth, stable, decline, dormant, from a customer's own orders; every move is kept.
 */

export { type Drift, lastChurn, lastDrift, scoreChurn, trainChurn } from './churn/churn.service.js';
export { explainChurn } from './churn/explain-churn.service.js';
export { wordsOf as featureWords } from './churn/features.js';
export { churnJobs } from './churn/jobs.js';
export type { ModelRun } from './churn/model-run.service.js';
export { lastPropensity, trainPropensity } from './churn/propensity.service.js';
export { VALUE_SENTENCES } from './churn/sentences.js';
export { WARNING_RULES } from './churn/warnings.js';
export { warningsSince, warnOfChurn } from './churn/warnings.service.js';
export { type ClusterRun, keepCluster, lastClusters, runClusters } from './clusters/clusters.service.js';
export { clusterJobs } from './clusters/jobs.js';
export { type ClvRun, fitClv, lastClv } from './clv/clv.service.js';
export { explainValue } from './clv/explain-value.service.js';
export { endOfDay } from './clv/offset.js';
export { explainWorth } from './explain-worth.service.js';
export { valueHistory } from './history.service.js';
export { valueJobs } from './jobs.js';
export { tellLifecycle } from './lifecycle.service.js';
export { gradeModel, removeModel, rfmModels, saveModel } from './rfm/models.service.js';
export { rfmOrder } from './rfm/order.js';
export { type RfmRun, rescoreRfm } from './rfm/rfm.service.js';
export { knownSegments } from './rfm/segment-sets.js';
export { conditionKinds, conditionsPage } from './segments/describe.js';
export { fittingOf, inSegmentOf } from './segments/fitting.service.js';
export { segmentJobs } from './segments/jobs.js';
export { segmentMoves, segmentMovesShown } from './segments/moves.service.js';
export { refreshSegment, refreshSegments } from './segments/refresh.service.js';
export { ruleOf } from './segments/rule.js';
export {
  archiveSegment,
  previewSegment,
  requireScores,
  saveSegment,
  segmentHistory,
  segmentMembers,
  updateSegment,
} from './segments/segments.service.js';
export { segmentRule, segmentRules } from './segments/stored.service.js';
export { VALUE_SETTINGS } from './settings.js';
export { reviewTiers } from './tiers/tiers.service.js';
export { monthsBefore } from './window.js';
