import type { Run } from './score.js';

/** The jobs that work scores out. */
export const RUNS = {
  analysis: {
    command: 'guanxi analyze',
    service: 'src/analysis/run/analyze.service.ts',
    purpose: 'profiling',
    mark: 'influence',
  },
  asOf: {
    command: 'guanxi analyze --as-of DATE',
    service: 'src/analysis/communities/as-of.service.ts',
    purpose: 'profiling',
    mark: null,
  },
  rfm: {
    command: 'guanxi rfm',
    service: 'src/value/rfm/rfm.service.ts',
    purpose: 'profiling',
    mark: 'rfmSegment',
  },
  rfmModels: {
    command: 'guanxi rfm --model ID',
    service: 'src/value/rfm/models.service.ts',
    purpose: 'profiling',
    mark: null,
  },
  clv: {
    command: 'guanxi clv fit',
    service: 'src/value/clv/clv.service.ts',
    purpose: 'profiling',
    mark: 'clvMinor',
  },
  lifecycle: {
    command: 'guanxi lifecycle',
    service: 'src/value/lifecycle.service.ts',
    purpose: 'profiling',
    mark: 'lifecycle',
  },
  churn: {
    command: 'guanxi churn score',
    service: 'src/value/churn/churn.service.ts',
    purpose: 'profiling',
    mark: 'churnProbability',
  },
  churnWarnings: {
    command: 'guanxi churn warn',
    service: 'src/value/churn/warnings.service.ts',
    purpose: 'profiling',
    mark: null,
  },
  propensity: {
    command: 'guanxi propensity train CATEGORY',
    service: 'src/value/churn/propensity.service.ts',
    purpose: 'profiling',
    mark: null,
  },
  tiers: {
    command: 'guanxi tiers review',
    service: 'src/value/tiers/tiers.service.ts',
    purpose: 'profiling',
    mark: 'loyaltyTier',
  },
  segments: {
    command: 'guanxi segments refresh',
    service: 'src/value/segments/refresh.service.ts',
    purpose: 'profiling',
    mark: null,
  },
  clusters: {
    command: 'guanxi clusters run',
    service: 'src/value/clusters/clusters.service.ts',
    purpose: 'profiling',
    mark: 'cluster',
  },
  experiments: {
    command: 'guanxi experiment start',
    service: 'src/campaigns/experiments/experiment.service.ts',
    purpose: 'profiling',
    mark: null,
  },
  fraud: {
    command: 'guanxi fraud check',
    service: 'src/analysis/fraud/check.service.ts',
    purpose: 'profiling',
    mark: 'fraudScore',
  },
} as const satisfies Readonly<Record<string, Run>>;

export type RunId = keyof typeof RUNS;
export const RUN_IDS = Object.keys(RUNS) as RunId[];
/** Runs that leave properties on customers. */
export const MARKED_RUNS = RUN_IDS.filter((id) => RUNS[id].mark !== null);
