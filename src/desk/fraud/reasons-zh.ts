/**
 * The server says its reasons in English sentences of a fixed form (`cypher/analysis/fraud-*.cypher`): here they are in
 * Chinese.
 */

const SHARED: Readonly<Record<string, string>> = {
  'payment account': '支付账户',
  device: '设备',
  address: '地址',
};

type Rule = readonly [RegExp, (...parts: string[]) => string];

const RULES: readonly Rule[] = [
  [
    /^referral between accounts with the same (.+)$/,
    (things) =>
      `推荐双方使用相同的${things!
        .split(' and ')
        .map((one) => SHARED[one] ?? one)
        .join('和')}`,
  ],
  [/^part of a closed circle of (\d+) accounts that referred each other$/, (n) => `处于 ${n} 个账户互相推荐的闭环中`],
  [/^referred and was referred by the same (?:account|(\d+) accounts)$/, (n) => `与 ${n ?? '1'} 个账户互相推荐`],
  [
    /^brought (\d+) accounts of which (\d+) did anything after their first week$/,
    (n, active) => `带来 ${n} 个账户，首周之后仍有活动的仅 ${active} 个`,
  ],
  [
    /^(4 or more|\d+) referrals by or of it within (\d+) hours$/,
    (n, hours) => `${hours} 小时内有 ${n!.replace('4 or more', '四个以上')} 次推荐或被推荐`,
  ],
  [
    /^(\d+) of (\d+) orders? behind its rewards refunded after the reward$/,
    (refunded, orders) => `奖励所依据的 ${orders} 笔订单中，有 ${refunded} 笔在发放后退款`,
  ],
  [
    /^(\d+) followings? declared by one side only, between accounts made within (\d+) hours$/,
    (n, hours) => `${n} 条单方面关注，双方账户在 ${hours} 小时内先后创建`,
  ],
  [/^(\d+) of (\d+) ties without any interaction$/, (silent, ties) => `${ties} 条联系中有 ${silent} 条没有任何互动`],
];

const FAMILY = /, (?:all|most) of one family$/;

/** The reason in Chinese; null for a sentence that is not known, which is then shown as it is. */
export function reasonZh(reason: string): string | null {
  const sentence = reason.replace(FAMILY, '');
  for (const [form, words] of RULES) {
    const found = form.exec(sentence);
    if (found) return words(...found.slice(1)) + (sentence === reason ? '' : '（均为家人）');
  }
  return null;
}
