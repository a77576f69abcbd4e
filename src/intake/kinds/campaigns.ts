import { CHANNELS, PURPOSES } from '../../consent/index.js';
import { byHand, COUNT, CURRENCY, customerId, id, KEY, may, must, name, nameZh, nodes, TIME } from './model.js';

const file = 'campaigns.ts';

export const campaigns = nodes('campaigns', 'Campaign', {
  file,
  about: ['campaigns', '活动'],
  columns: {
    id: id('id of the campaign', '活动编号'),
    name,
    nameZh,
    purpose: must('what for', '用途', { choices: PURPOSES }),
    channel: must('by which channel', '渠道', { choices: CHANNELS }),
    startedAt: may('begin', '开始时间', TIME),
    endedAt: may('end', '结束时间', TIME),
    costMinor: may('cost, in minor units of the currency', '花费，以货币最小单位计', COUNT),
    currency: may('currency of the cost', '花费币种', CURRENCY),
  },
});

/** A touch is of a variant of its campaign, which it makes when it is the first. */
export const touches = byHand({
  file,
  about: ['touches', '触达'],
  targets: ['Touch'],
  label: 'Touch',
  lanes: [], // all of a campaign end at its few variants
  columns: {
    id: id('id of the touch', '触达编号'),
    campaignId: must('of which campaign', '所属活动', { names: 'campaigns' }),
    customerId: customerId('who was reached', '触达客户'),
    variant: may('variant of the campaign; A when empty', '活动版本，留空为 A', KEY),
    at: must('when', '时间', TIME),
    channel: may('by which channel', '渠道'),
  },
});

export const conversions = nodes('conversions', 'Conversion', {
  file,
  about: ['conversions', '转化'],
  columns: {
    id: id('id of the conversion', '转化编号'),
    touchId: must('the touch that led to it', '带来转化的触达', { names: 'touches', link: '<LEADS_TO' }),
    customerId: customerId('who', '客户'),
    orderId: may('the order', '订单', { names: 'orders', link: 'OF_ORDER>' }),
    at: must('when', '时间', TIME),
    valueMinor: may('value, in minor units', '价值，以货币最小单位计', COUNT),
  },
});

/** What is decided on a reward later stays as it is. */
export const rewards = nodes('rewards', 'Reward', {
  file,
  about: ['referral rewards', '推荐奖励'],
  onCreate: { status: "'PENDING'" },
  columns: {
    id: id('id of the reward', '奖励编号'),
    customerId: customerId('who earned it', '获奖客户', '<EARNED'),
    referredId: customerId('for bringing whom', '被推荐的客户', 'FOR_REFERRAL_OF>'),
    at: must('when', '时间', TIME),
    amountMinor: may('amount, in minor units of the currency', '金额，以货币最小单位计', COUNT),
    currency: may('currency', '币种', CURRENCY),
  },
});
