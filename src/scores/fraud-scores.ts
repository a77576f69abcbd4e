import type { Score } from './score.js';

/** Suspicion of referral fraud. A company's own defence: seen by those who review it. */
const run = 'fraud';
const by = ['fraud/steps/save'] as const;
const roles = ['analyst', 'admin'] as const;

export const FRAUD_SCORES = [
  {
    property: 'fraudScore',
    kind: 'integer',
    run,
    by,
    meaning: 'suspicion of referral fraud, kept from 20 on',
    meaningZh: '推荐欺诈嫌疑分，20 分起保存',
    unit: 'points',
    range: '20..100',
    formula: 'signals by weight, docs/network/fraud.md',
    roles,
  },
  {
    property: 'fraudSignals',
    kind: 'texts',
    run,
    by,
    meaning: 'signals of referral fraud that were found',
    meaningZh: '发现的推荐欺诈信号',
    formula: 'docs/network/fraud.md',
    roles,
  },
  {
    property: 'fraudReasons',
    kind: 'texts',
    run,
    by,
    meaning: 'each signal in words, without naming others',
    meaningZh: '各信号的文字说明，不提及他人',
    formula: 'docs/network/fraud.md',
    roles,
  },
  {
    property: 'fraudReasonsZh',
    kind: 'texts',
    run,
    by,
    meaning: 'each signal in words, in Chinese',
    meaningZh: '各信号的中文说明，不提及他人',
    formula: 'docs/network/fraud.md',
    roles,
  },
  {
    property: 'fraudRing',
    kind: 'text',
    run,
    by,
    meaning: 'id of the ring of suspicious accounts that belong together',
    meaningZh: '可疑账户团伙编号',
    formula: 'connected by referrals, payment accounts, devices or addresses',
    roles,
  },
] as const satisfies readonly Score[];
