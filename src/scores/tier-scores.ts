import type { Score } from './score.js';

/** The loyalty tier by rules, its moves, and the notice before a fall. */
const tier = { run: 'tiers', by: ['value/steps/tiers/tier-save'], fieldClass: 'behaviour' } as const;

export const TIER_SCORES = [
  {
    property: 'loyaltyTier',
    kind: 'text',
    ...tier,
    meaning: 'loyalty tier by the rules in force',
    meaningZh: '按现行规则评定的会员等级',
    formula: 'spend, purchases and CLV of a window: src/value/tiers/tiers.yaml',
    shown: ['customer', 'worth'],
  },
  {
    property: 'loyaltySince',
    kind: 'date',
    ...tier,
    meaning: 'since when the customer is in this loyalty tier',
    meaningZh: '进入当前会员等级的时间',
    formula: 'time of the review that moved the customer',
    shown: ['customer', 'worth'],
  },
  {
    property: 'loyaltyHistory',
    kind: 'texts',
    ...tier,
    meaning: 'every move between loyalty tiers: tier, a bar, date',
    meaningZh: '会员等级的每次变动：等级、竖线、日期',
    formula: 'kept at each move',
    shown: ['customer', 'worth'],
  },
  {
    property: 'loyaltyNoticedAt',
    kind: 'date',
    ...tier,
    meaning: 'when it was first told that the customer will fall out of the tier',
    meaningZh: '首次发出降级预告的时间',
    formula: 'first review that sees the needs unmet within noticeDays without a further purchase',
    shown: ['customer', 'worth'],
  },
  {
    property: 'loyaltyFallsAt',
    kind: 'date',
    ...tier,
    meaning: 'when the customer will fall out of the tier without a further purchase',
    meaningZh: '如不再消费，将降级的时间',
    formula:
      'when the needs are not met any more, noticeDays after the notice and keepDays after the rise at the earliest',
    shown: ['customer', 'worth'],
  },
  {
    property: 'loyaltyFallsTo',
    kind: 'text',
    ...tier,
    meaning: 'the loyalty tier that the customer will fall to',
    meaningZh: '降级后的会员等级',
    formula: 'by the purchases that still count then',
    shown: ['customer', 'worth'],
  },
  {
    property: 'loyaltyKeepMinor',
    kind: 'money',
    ...tier,
    meaning: 'what must be spent before the fall to keep the tier',
    meaningZh: '降级前需消费多少才能保级',
    range: '0 or more',
    formula: 'what is missing at the fall, of the need that asks for the least spend',
    shown: ['customer', 'worth'],
  },
  {
    property: 'loyaltyKeepOrders',
    kind: 'integer',
    ...tier,
    meaning: 'purchases to be made before the fall to keep the tier',
    meaningZh: '降级前需购买几次才能保级',
    unit: 'purchases',
    range: '0 or more',
    formula: 'what is missing at the fall, of the need that asks for the least spend',
    shown: ['customer', 'worth'],
  },
] as const satisfies readonly Score[];
