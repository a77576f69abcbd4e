/**
 * Analysis: who matters in the network of those who consent to profiling, and which communities exist.
 * - run: one pass over the whole network, recorded as an AnalysisRun; one at a time over all servers.
 * - projection: the network as a graph in the database's memory, where GDS works; always dropped.
 * - score: what a run leaves on a customer (degree, pageRank, betweenness, …); declared in src/scores.
 * - community: people closer to each other than to the rest (Leiden); its id lives on while its members do.
 * - influence index: 0..100, the share of customers below, in four parts by weight.
 */
export { analyzeAsOf } from './communities/as-of.service.js';
export { communityTree } from './communities/tree.service.js';
export { contagionTest } from './contagion/contagion.service.js';
export { type ContagionInput, STRATA, WATCHES } from './contagion/contagion-question.js';
export { explainScore, SCORE_NAMES, type ScoreExplanation, type ScoreName } from './explain/explain.service.js';
export {
  checkReferrals,
  type FraudReport,
  fraudQuality,
  qualityInput,
  reviewInput,
  reviewReward,
} from './fraud/index.js';
export { analysisJobs } from './jobs.js';
export { runAnalysis } from './run/analyze.service.js';
export type { AnalysisInput } from './run/options.js';
export type { AnalysisReport } from './run/report.js';
export { type AnalysisState, recentState } from './run/state.service.js';
export { RESPONSE, type SeedInput } from './seeds/seed-question.js';
export type { SeedSet } from './seeds/seed-report.js';
export { seedSet } from './seeds/seeds.service.js';
export { ANALYSIS_SENTENCES } from './sentences.js';
