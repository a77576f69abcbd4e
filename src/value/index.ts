/**
 * What a customer is worth. RFM grades recency, frequency and monetary value 1..5 against the other customers of a window;
 * a grade triple belongs to one of ten segments (`rfm:champions` … `rfm:lost`) or to `rfm:others`; the level is their weighted mean.
 * Scoring is profiling: only customers with the label `Profiled` are graded, and whoever withdraws loses grade and segment.
 *
 * - CLV: predicted lifetime value by BG/NBD × Gamma-Gamma (clv/), or simple; network value credits it along referrals, its sum conserved.
 * - lifecycle: new, growth, stable, decline, dormant, from a customer's own orders; every move is kept.
 */

export { type ClusterRun, keepCluster, lastClusters, runClusters } from './clusters/clusters.service.js';
export { type ClvRun, fitClv, lastClv } from './clv/clv.service.js';
export { explainValue } from './clv/explain-value.service.js';
export { endOfDay } from './clv/offset.js';
export { valueJobs } from './jobs.js';
export { tellLifecycle } from './lifecycle.service.js';
export { type RfmRun, rescoreRfm } from './rfm.service.js';
export { rfmOrder } from './rfm-order.js';
export { conditionKinds, conditionsPage } from './segments/describe.js';
export { segmentJobs } from './segments/jobs.js';
export { type MovesAsked, type SegmentMove, segmentMoves, segmentMovesShown } from './segments/moves.service.js';
export { refreshSegment, refreshSegments } from './segments/refresh.service.js';
export {
  archiveSegment,
  previewSegment,
  saveSegment,
  segmentHistory,
  segmentMembers,
  updateSegment,
} from './segments/segments.service.js';
export { segmentRule, segmentRules } from './segments/stored.service.js';
