import type { ScoreEdge } from './score.js';

/** Relationships of a customer that are worked out. */
export const SCORE_EDGES = [
  {
    edge: 'MEMBER_OF',
    to: 'Community',
    run: 'analysis',
    by: ['analysis/steps/communities/membership'],
    meaning: 'the community the customer belongs to',
    meaningZh: '客户所属的社群',
    formula: 'Leiden on closeness (Traag, Waltman, van Eck 2019)',
  },
  {
    edge: 'ALSO_IN',
    to: 'Community',
    run: 'analysis',
    by: ['analysis/steps/groups/overlapping'],
    meaning: 'another community the customer is at home in',
    meaningZh: '客户同时融入的其他社群',
    formula: 'SLLPA (Xie, Szymanski, Liu 2011)',
  },
  {
    edge: 'RANKED',
    to: 'AnalysisRun',
    run: 'asOf',
    by: ['analysis/steps/groups/as-of-save'],
    meaning: 'place among the first by reach at a date in the past',
    meaningZh: '过去某日触达力排名',
    formula: 'pageRank of the network as it was',
  },
  {
    edge: 'IN_SEGMENT',
    to: 'Segment',
    toKind: 'RFM',
    run: 'rfm',
    by: ['value/steps/rfm-grade'],
    meaning: 'the RFM segment the customer is in',
    meaningZh: '客户所在的 RFM 分群',
    formula: 'by the triple of grades',
  },
  {
    edge: 'WAS_IN_SEGMENT',
    to: 'Segment',
    run: 'segments',
    by: ['value/steps/segments/segment-leave', 'value/steps/segments/segment-empty'],
    meaning: 'a segment the customer was in, from when to when and why they left',
    meaningZh: '客户曾经所在的分群及进出时间与原因',
    formula: 'by the rule of the segment',
  },
  {
    edge: 'TRIED',
    to: 'Variant',
    run: 'experiments',
    by: ['campaigns/steps/experiments/assign', 'campaigns/steps/bandits/choose'],
    meaning: 'the variant of an experiment or campaign that was chosen for the customer',
    meaningZh: '为客户选定的实验或活动版本',
    formula: 'by a hash of experiment and customer or community, or by a bandit',
  },
] as const satisfies readonly ScoreEdge[];

/** Labels of a customer that go with consent to profiling: who is scored, and whose ties changed during a run. */
export const SCORE_LABELS = ['Profiled', 'Touched'] as const;
