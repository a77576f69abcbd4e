import { CHANNELS, channelsOf, PURPOSES, type PurposeId } from '../../consent/index.js';
import { SEALED_FIELDS, type SealedField } from '../../security/index.js';
import { type KeptLabel, RETENTION } from './retention.js';

/**
 * The product's own registry of what it does with personal data (GDPR art. 30, PIPL art. 54 and 55). It is typed by the
 * purposes and the sealed fields of the code: a purpose or a field that nobody described does not compile.
 */
interface Activity {
  /** What is done, in a sentence each. */
  readonly does: string;
  readonly doesZh: string;
  readonly fields: readonly SealedField[];
  /** Beside personal fields: what else is used, by the labels of the graph. */
  readonly data: readonly string[];
  /** Roles of those who see or get it. */
  readonly recipients: readonly string[];
  /** Operations of the API that do it. */
  readonly operations: readonly string[];
  readonly kept: readonly KeptLabel[];
}

const CONTACT: readonly SealedField[] = ['phone', 'email', 'wechat', 'weibo'];

export const ACTIVITIES: Readonly<Record<PurposeId, Activity>> = {
  service: {
    does: 'serving customers: orders, visits, feedback and what they ask of us',
    doesZh: '为客户提供服务：订单、到店、反馈及其请求',
    fields: SEALED_FIELDS,
    data: ['Order', 'Post', 'Feedback', 'DataRequest', 'SourceRecord'],
    recipients: ['service', 'privacy-officer', 'admin'],
    operations: ['customer360', 'openRequest', 'fulfilRequest'],
    kept: ['DataRequest'],
  },
  marketing: {
    does: 'choosing whom to send offers, and sending them on the channels agreed to',
    doesZh: '选择营销对象，并通过已同意的渠道发送优惠信息',
    fields: CONTACT,
    data: ['Segment', 'Campaign', 'Touch', 'Conversion', 'JourneyRun', 'JourneyAlert'],
    recipients: ['marketer', 'channel provider'],
    operations: ['audiencePreview', 'launchCampaign', 'seedSet'],
    kept: ['Touch', 'JourneyRun', 'JourneyAlert'],
  },
  profiling: {
    does: 'working out scores, roles, communities and segments from buying and ties',
    doesZh: '根据消费与社交关系计算评分、角色、社群与分群',
    fields: [],
    data: ['Order', 'Event', 'KNOWS', 'Community', 'Segment'],
    recipients: ['analyst', 'marketer'],
    operations: ['analyze', 'explainScore', 'checkReferrals'],
    kept: ['Event', 'Score'],
  },
  personalisation: {
    does: 'showing people what suits them',
    doesZh: '向客户展示适合其的内容',
    fields: [],
    data: ['Interest', 'Order', 'Segment'],
    recipients: ['service'],
    operations: ['customer360'],
    kept: ['Event'],
  },
  platform_import: {
    does: 'taking over what social platforms know of customers and whom they follow',
    doesZh: '导入社交平台上的客户资料与关注关系',
    fields: ['wechat', 'weibo', 'linkedin'],
    data: ['FOLLOWS', 'Post', 'LIKED', 'SHARED', 'COMMENTED_ON'],
    recipients: ['analyst'],
    operations: ['hiddenReferrals'],
    kept: ['Event'],
  },
  sharing: {
    does: 'publishing tables, numbers and pictures from which nobody can be told',
    doesZh: '发布无法识别个人的统计数据与图示',
    fields: [],
    data: ['Customer', 'KNOWS', 'Community'],
    recipients: ['outsiders'],
    operations: ['publishTable', 'publishStatistic'],
    kept: [],
  },
  research: {
    does: 'inviting to surveys and reading their answers',
    doesZh: '邀请参与调查并分析结果',
    fields: CONTACT,
    data: ['Touch', 'Feedback'],
    recipients: ['analyst', 'marketer'],
    operations: ['audiencePreview', 'launchCampaign'],
    kept: ['Touch'],
  },
  referral: {
    does: 'asking people to recommend us, rewarding it and looking for fraud in it',
    doesZh: '邀请推荐、发放奖励并识别欺诈',
    fields: CONTACT,
    data: ['REFERRED', 'Reward', 'Identity'],
    recipients: ['marketer', 'analyst'],
    operations: ['referralTree', 'potentialReferrers', 'reviewReward'],
    kept: ['Touch'],
  },
};

/** What guards all of it: GDPR art. 32, PIPL art. 51. */
export const SAFEGUARDS: readonly string[] = [
  'what identifies a person is sealed under a key of their own (AES-256-GCM), wrapped by a master key outside the database',
  'equal values are found by keyed hashes; names in the graph are pseudonyms',
  'fields are opened by role only, and each opening is recorded in a chain of entries before it is shown',
  'consent is an edge of the graph that every use of personal data reads; withdrawal and restriction are in force at once',
];

export interface ProcessingRecord extends Activity {
  readonly purpose: PurposeId;
  readonly channels: readonly string[];
  readonly retention: readonly { readonly label: string; readonly days: number }[];
}

/** The records of processing as the code has them, without what the database knows. */
export function registry(): ProcessingRecord[] {
  return PURPOSES.map((purpose) => ({
    purpose,
    ...ACTIVITIES[purpose],
    channels: channelsOf(purpose).filter((channel) => channel !== CHANNELS[0]),
    retention: ACTIVITIES[purpose].kept.map((label) => ({ label, days: RETENTION[label].days })),
  }));
}
