import { CHANNELS } from '../../kernel/vocabulary.js';
import type { ConditionName } from './rule.js';

/** What a condition is about, for whoever chooses one. */
export const CONDITION_GROUPS = ['properties', 'scores', 'orders', 'events', 'consent', 'network'] as const;

export interface ConditionWords {
  readonly group: (typeof CONDITION_GROUPS)[number];
  readonly about: string;
  readonly aboutZh: string;
  readonly example: object;
}

/** Each condition in words, with an example of what it takes. */
export const CONDITION_WORDS: Readonly<Record<ConditionName, ConditionWords>> = {
  property: {
    group: 'properties',
    about: 'a property of the customer is one of some texts, between two numbers, or a time in a period',
    aboutZh: '客户属性：取值为指定内容之一、在数值区间内，或时间在期间内',
    example: { name: 'city', in: ['成都', '重庆'] },
  },
  score: {
    group: 'scores',
    about: 'a score is one of some texts, between two numbers, or a time in a period',
    aboutZh: '客户评分：取值为指定内容之一、在数值区间内，或时间在期间内',
    example: { name: 'influence', atLeast: 60 },
  },
  lifecycle: {
    group: 'scores',
    about: 'is in one of some stages of the lifecycle',
    aboutZh: '处于指定的生命周期阶段',
    example: { in: ['decline', 'dormant'] },
  },
  rfmSegment: {
    group: 'scores',
    about: 'is in an RFM segment',
    aboutZh: '属于指定的 RFM 分群',
    example: { id: 'rfm:champions' },
  },
  ordered: {
    group: 'orders',
    about: 'ordered at least so often in the last days, of a product or category or at a store if one is named',
    aboutZh: '最近若干天内下单不少于指定次数，可限定商品、类目或门店',
    example: { days: 90, atLeast: 3, category: 'G01' },
  },
  notOrdered: {
    group: 'orders',
    about: 'did not order in the last days',
    aboutZh: '最近若干天内没有下单',
    example: { days: 60 },
  },
  spent: {
    group: 'orders',
    about: 'spent at least so much in the last days, in one currency',
    aboutZh: '最近若干天内消费不少于指定金额（单一币种）',
    example: { days: 365, atLeastMinor: 100000, currency: 'CNY' },
  },
  event: {
    group: 'events',
    about: 'did something at least so often in the last days',
    aboutZh: '最近若干天内发生某事件不少于指定次数',
    example: { type: 'LOGIN', days: 30, atLeast: 4 },
  },
  sentiment: {
    group: 'events',
    about: 'gave feedback or posted with a sentiment in a range in the last days',
    aboutZh: '最近若干天内的反馈或发帖情感值在区间内',
    example: { days: 90, atMost: -0.3 },
  },
  interest: {
    group: 'events',
    about: 'has an interest, at least so strong',
    aboutZh: '具有某项兴趣，且强度不低于指定值',
    example: { id: 'I01', weightAtLeast: 0.5 },
  },
  consents: {
    group: 'consent',
    about: 'consents to a purpose on a channel',
    aboutZh: '已就某用途在某渠道授权',
    example: { purpose: 'marketing', channel: 'SMS' },
  },
  closeTie: {
    group: 'network',
    about: 'a close tie ordered in the last days, or has been silent for as long',
    aboutZh: '有亲密联系人最近若干天内购买，或已沉默若干天',
    example: { closenessAtLeast: 0.5, ordered: { days: 30, product: 'P0001' } },
  },
  near: {
    group: 'network',
    about: 'is within so many steps of somebody with a role',
    aboutZh: '与某类角色的距离在若干步以内',
    example: { role: 'KOL', steps: 2 },
  },
  role: {
    group: 'network',
    about: 'has one of some roles in the network',
    aboutZh: '在网络中担任指定角色',
    example: { in: ['KOL', 'KOC'] },
  },
  inCommunity: {
    group: 'network',
    about:
      'is in a community: one of them, of a size, or where a share of the members ordered, are of a segment, a stage or a role',
    aboutZh: '所在社群满足条件：指定社群、规模，或一定比例的成员已购买、属于某分群、某阶段或某角色',
    example: { sizeAtLeast: 10, shareAtLeast: 0.2, ordered: { days: 30, category: 'G01' } },
  },
  broughtBy: {
    group: 'network',
    about: 'was brought by another customer: anybody, or one of a tier, segment, stage or role',
    aboutZh: '由其他客户推荐而来：不限，或限定推荐人的会员等级、分群、阶段或角色',
    example: { tier: ['GOLD', 'JADE'] },
  },
  broughtAtLeast: {
    group: 'network',
    about: 'brought at least so many others',
    aboutZh: '推荐来的客户不少于指定人数',
    example: { count: 3 },
  },
  companyOf: {
    group: 'network',
    about: 'works at a company, or at any of an industry',
    aboutZh: '任职于某企业或某行业',
    example: { industry: 'IT' },
  },
};

/** What people call the values that a condition takes; scores have their own meanings. */
export const OPTION_WORDS: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  city: ['city', '城市'],
  region: ['region', '地区'],
  ageBand: ['age band', '年龄段'],
  gender: ['gender', '性别'],
  tier: ['membership tier', '会员等级'],
  source: ['source', '来源'],
  orders: ['orders ever', '累计订单数'],
  spendMinor: ['spend ever, minor units', '累计消费（最小货币单位）'],
  joinedAt: ['customer since', '成为客户的时间'],
  firstOrderAt: ['first order', '首次下单时间'],
  lastOrderAt: ['last order', '最近下单时间'],
  KOL: ['opinion leader (KOL)', '意见领袖'],
  KOC: ['key customer of a community (KOC)', '关键消费者'],
  BRIDGE: ['bridge', '桥接者'],
  MARGINAL: ['marginal', '边缘客户'],
  new: ['new', '新客'],
  growth: ['growth', '成长'],
  stable: ['stable', '稳定'],
  decline: ['decline', '衰退'],
  dormant: ['dormant', '沉睡'],
  service: ['service', '服务'],
  marketing: ['marketing', '营销'],
  profiling: ['profiling', '画像'],
  research: ['research', '调研'],
  personalisation: ['personalisation', '个性化'],
  platform_import: ['import from platforms', '平台数据导入'],
  sharing: ['sharing with others', '对外共享'],
  referral: ['referral programme', '推荐计划'],
  ANY: ['any', '任一'],
  ...CHANNELS,
  female: ['female', '女'],
  male: ['male', '男'],
};
