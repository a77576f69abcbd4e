import type { Sentences } from '../graph/sentence.js';
import { counted, whole } from '../kernel/figures.js';

/** What each answer about the network says in words. */
export const NETWORK_SENTENCES = {
  'network/company-network': ({ shared, referrals, ties }) => ({
    why: `${counted(shared, 'person works', 'people work')} at both, ${counted(referrals, 'referral')} and ${counted(ties, 'acquaintance')} between their people`,
    whyZh: `${whole(shared)} 人同时任职于两家公司，双方人员之间有 ${whole(referrals)} 次推荐、${whole(ties)} 对相识`,
  }),
  'network/top-referrers': ({ direct, people, conversions }) => ({
    why: `brought ${whole(direct)} directly and ${whole(people - direct)} through them, of whom ${counted(conversions, 'became a customer', 'became customers')}`,
    whyZh: `直接带来 ${whole(direct)} 人，间接带来 ${whole(people - direct)} 人，其中 ${whole(conversions)} 人成为客户`,
  }),
} as const satisfies Sentences;
