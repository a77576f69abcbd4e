import { TIE_KINDS, type TieKind } from '../../network/index.js';
import { byHand, COUNT, customerId, KEY, may, must, SHARE, TIME, type TieShape } from './model.js';

const ENDS = { from: 'fromId', to: 'toId' } as const;
const EVERY = ['closeness', 'since', 'lastSeen', 'source', 'confidence', 'interactions'] as const;

/** What ties of a kind have beside what every tie has; the first tells several of one kind between one pair apart. */
export const OWN_COLUMNS: Readonly<Record<TieKind, readonly [string, ...string[]]>> = {
  FAMILY_OF: ['role'],
  WORKS_WITH: ['role'],
  REPORTS_TO: ['role'],
  SHARES_INTEREST_WITH: ['interest'],
  FOLLOWS: ['platform'],
  REFERRED: ['code', 'campaign', 'status', 'at'],
};

/**
 * Ties between customers: their closeness and the KNOWS that sums a pair up are worked out, so only new ones have plain
 * statements.
 */
export const tiesOfCustomers = byHand({
  file: 'ties.ts',
  about: ['ties between customers', '客户关系'],
  targets: TIE_KINDS,
  fixes: 'kind',
  key: ['kind', 'fromId', 'toId', 'role', 'interest', 'platform', 'code'],
  lanes: ['fromId', 'toId'],
  columns: {
    fromId: customerId('one customer', '一方客户'),
    toId: customerId('the other', '另一方客户'),
    kind: must('kind of tie', '关系类型', { choices: TIE_KINDS }),
    closeness: may('how close; worked out when empty', '亲密度，留空则自动计算', SHARE),
    since: may('since', '建立时间', TIME),
    lastSeen: may('last seen', '最近一次往来', TIME),
    source: may('who says so', '来源'),
    confidence: may('how sure it is', '可信度', SHARE),
    interactions: may('how often they had to do with each other', '互动次数', COUNT),
    role: may('family and work: what they are to each other', '家庭或工作关系中的角色', KEY),
    interest: may('shared interest: which', '共同兴趣', KEY),
    platform: may('follows: on which platform', '关注所在平台', KEY),
    code: may('referral: code', '推荐码', KEY),
    campaign: may('referral: campaign', '推荐活动'),
    status: may('referral: status', '推荐状态'),
    at: may('referral: when', '推荐时间', TIME),
  },
  shapes: Object.fromEntries(
    TIE_KINDS.map((type): [string, TieShape] => [
      statementOf(type),
      { form: 'tie', type, ...ENDS, fresh: 'only', keyed: true, only: [...EVERY, ...OWN_COLUMNS[type]] },
    ]),
  ),
});

function statementOf(type: TieKind): string {
  return `ties-${type.toLowerCase().replaceAll('_', '-')}`;
}
