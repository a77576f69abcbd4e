import type { Sentence, Sentences } from '../../graph/sentence.js';
import { counted, whole } from '../../kernel/figures.js';

/** Identities that two accounts can share. */
const SHARED: Readonly<Record<string, readonly [string, string]>> = {
  PAYMENT: ['payment account', '支付账户'],
  DEVICE: ['device', '设备'],
  ADDRESS: ['address', '地址'],
};
const SIGNALS_ZH: Readonly<Record<string, string>> = {
  SHARED_IDENTITY: '身份标识相同',
  CYCLE: '推荐闭环',
  RECIPROCAL: '互相推荐',
  STAR: '推荐后无活动',
  BURST: '短时间集中推荐',
  REFUNDED: '奖励后退款',
  ONE_SIDED_TIES: '单方面关系',
  SILENT_TIES: '无互动关系',
};

/** What each signal of referral fraud says in words, and what a ring or an account has against it. Nobody is named. */
export const FRAUD_SENTENCES = {
  'fraud/shared': ({ kinds, family }) =>
    reason(
      family,
      `referral between accounts with the same ${kinds.map((kind) => SHARED[kind]![0]).join(' and ')}`,
      `推荐双方使用相同的${kinds.map((kind) => SHARED[kind]![1]).join('和')}`,
    ),
  'fraud/steps/cycles': ({ accounts, family }) =>
    reason(
      family,
      `part of a closed circle of ${whole(accounts)} accounts that referred each other`,
      `处于 ${whole(accounts)} 个账户互相推荐的闭环中`,
    ),
  'fraud/reciprocal': ({ others, family }) =>
    reason(
      family,
      `referred and was referred by the same ${others === 1 ? 'account' : `${whole(others)} accounts`}`,
      `与 ${whole(others)} 个账户互相推荐`,
    ),
  'fraud/stars': ({ brought, active, family }) =>
    reason(
      family,
      `brought ${whole(brought)} accounts of which ${whole(active)} did anything after their first week`,
      `带来 ${whole(brought)} 个账户，首周之后仍有活动的仅 ${whole(active)} 个`,
    ),
  'fraud/bursts': ({ referrals, family }, { hours }) => {
    const [many, manyZh] = referrals >= 4 ? ['4 or more', '四次以上'] : [whole(referrals), `${whole(referrals)} 次`];
    return {
      why: `${many} referrals by or of it within ${counted(hours, 'hour')}${family ? ', most of one family' : ''}`,
      whyZh: `${whole(hours)} 小时内有${manyZh}推荐或被推荐${family ? '（大多为家人）' : ''}`,
    };
  },
  'fraud/refunds': ({ refunded, orders, family }) =>
    reason(
      family,
      `${whole(refunded)} of ${counted(orders, 'order')} behind its rewards refunded after the reward`,
      `奖励所依据的 ${whole(orders)} 笔订单中，有 ${whole(refunded)} 笔在发放后退款`,
    ),
  'fraud/one-sided': ({ others }, { hours }) => ({
    why: `${counted(others, 'following')} declared by one side only, between accounts made within ${counted(hours, 'hour')}`,
    whyZh: `${whole(others)} 条单方面关注，双方账户在 ${whole(hours)} 小时内先后创建`,
  }),
  'fraud/silent': ({ silent, ties }) => ({
    why: `${whole(silent)} of ${counted(ties, 'tie')} without any interaction`,
    whyZh: `${whole(ties)} 条关系中有 ${whole(silent)} 条没有任何互动`,
  }),
  'fraud/rings': ({ size, signals, counts }) => ({
    why: `${whole(size)} accounts joined by referrals or by shared identities; members with each signal: ${signals.map((signal, at) => `${signal} (${counts[at]})`).join(', ')}`,
    whyZh: `${whole(size)} 个账户由推荐或相同的身份标识相连；各信号的成员数：${signals.map((signal, at) => `${SIGNALS_ZH[signal] ?? signal} ${counts[at]}`).join('、')}`,
  }),
  'fraud/accounts': ({ reasons, reasonsZh }) => ({ why: reasons.join('; '), whyZh: reasonsZh.join('；') }),
} as const satisfies Sentences;

/** Put before the first reason of a reward where the account brought is the suspicious one. */
export const OF_THE_BROUGHT = { brought: 'the account brought: ', broughtZh: '被推荐的账户：' };

function reason(family: boolean, why: string, whyZh: string): Sentence {
  return family ? { why: `${why}, all of one family`, whyZh: `${whyZh}（均为家人）` } : { why, whyZh };
}
