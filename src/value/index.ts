/**
 * What a customer is worth. RFM grades recency, frequency and monetary value 1..5 against the other customers of a window;
 * a grade triple belongs to one of ten segments (`rfm:champions` … `rfm:lost`) or to `rfm:others`; the level is their weighted mean.
 * Scoring is profiling: only customers with the label `Profiled` are graded, and whoever withdraws loses grade and segment.
 */

export { type RfmRun, rescoreRfm } from './rfm.service.js';
export { rfmOrder } from './rfm-order.js';
export { segmentJobs } from './segments/jobs.js';
export {
  archiveSegment,
  previewSegment,
  refreshSegment,
  refreshSegments,
  saveSegment,
  segmentHistory,
  segmentMembers,
  segmentRule,
  segmentRules,
} from './segments/segments.service.js';
