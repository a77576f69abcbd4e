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
    by: ['value/steps/rfm/grade'],
    meaning: 'the RFM segment the customer is in',
    meaningZh: '客户所在的 RFM 分群',
    formula: 'by the triple of grades',
  },
  {
    edge: 'WAS_IN_SEGMENT',
    to: 'Segment',
    run: 'segments',
    by: ['value/steps/segments/segment-leave', 'value/steps/segments/segment-empty', 'value/steps/rfm/grade'],
    meaning: 'a segment the customer was in, from when to when and why they left',
    meaningZh: '客户曾经所在的分群及进出时间与原因',
    formula: 'by the rule of the segment, or by grades',
  },
  {
    edge: 'SCORED_BY',
    to: 'RfmModel',
    run: 'rfmModels',
    by: ['value/steps/rfm/model-grade'],
    meaning: 'grades of recency, frequency and monetary value in a named RFM model, with its segment and level',
    meaningZh: '客户在某个命名 RFM 模型中的等级、分群与水平',
    formula: 'quintiles among those who bought in the window, store and category of the model',
  },
  {
    edge: 'WARNED',
    to: 'WarningRule',
    run: 'churnWarnings',
    by: ['value/steps/churn/warnings-save'],
    meaning: 'a churn warning, from when to when and told by which orders, logins and moves',
    meaningZh: '流失预警、起止时间，以及所依据的订单、登录和离开行为',
    formula: 'spend, silence and touchpoints: src/value/churn/warnings.ts',
  },
  {
    edge: 'INCLINED_TO',
    to: 'Category',
    run: 'propensity',
    by: ['value/steps/churn/propensity-save'],
    meaning: 'how likely the customer buys of a category within the horizon',
    meaningZh: '客户在预测期内购买某品类的概率',
    formula: 'logistic regression with L2 and Platt calibration: src/value/churn/train.ts',
  },
] as const satisfies readonly ScoreEdge[];

/** Labels of a customer that go with consent to profiling: who is scored, and whose ties changed during a run. */
export const SCORE_LABELS = ['Profiled', 'Touched'] as const;
