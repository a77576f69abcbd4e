import { CHANNELS, wordsFor } from '../../../kernel/vocabulary.js';
import type { Dictionary } from '../en.js';

const { ALL: _all, ...contact } = CHANNELS;

/** 可以联系谁，以及原因。 */
export const audience: Pick<Dictionary, 'audience' | 'purpose' | 'channel' | 'reason'> = {
  audience: {
    title: '可以联系谁？',
    about: '仅限同意该用途与渠道的客户。此处不会发送任何内容。',
    segment: '分群',
    everyone: '全部客户',
    purpose: '用途',
    channel: '渠道',
    button: '预览',
    may: (count, total) => `${total} 人中可联系 ${count} 人`,
    estimated: (lookedAt, from, to) =>
      `估计值：随机查看了 ${lookedAt} 人。可联系人数在 ${from} 至 ${to} 之间（置信度 95%）。`,
    countAll: '逐一计数',
    leftOut: '未纳入的人及原因',
    nobodyOut: '无人被排除。',
    emptySegment: '该分群中没有客户。',
  },
  purpose: { marketing: '营销', referral: '推荐计划', research: '调研' },
  channel: wordsFor(contact, 'zh'),
  reason: {
    NO_CONSENT: '从未同意',
    WITHDRAWN: '已撤回同意',
    OBJECTED: '已提出反对',
    UNDER_AGE: '未满十四周岁',
    RESTRICTED: '已限制处理其数据',
    ASK_AGAIN: '需重新征得同意',
    TOO_OFTEN: '近期收到的消息已达上限',
    EXPIRED: '同意已到期',
    DO_NOT_CONTACT: '要求不再联系',
    OTHER: '其他原因',
  },
};
