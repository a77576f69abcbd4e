import type { Sentences } from '../../graph/sentence.js';
import { counted, decimal, percent, percentZh } from '../../kernel/figures.js';

/**
 * What each answer about churn says in words. Amounts of money are rows of their own: their currency is the order's.
 */
export const VALUE_SENTENCES = {
  'value/churn-warnings': (row) => {
    const parts = row.because.map((because) => PARTS[because]?.(row) ?? ([because, because] as const));
    return { why: parts.map(([why]) => why).join('; '), whyZh: parts.map(([, whyZh]) => whyZh).join('；') };
  },
} as const satisfies Sentences;

type Row = Parameters<NonNullable<Sentences['value/churn-warnings']>>[0];

const PARTS: Readonly<Record<string, (row: Row) => readonly [string, string]>> = {
  SPEND: ({ usualMinor, beforeMinor, latelyMinor, logins }) => {
    const [before, lately] = [beforeMinor, latelyMinor].map((spent) => (usualMinor ? (spent ?? 0) / usualMinor : 0));
    const often = logins === null ? '' : `, ${counted(logins, 'login')} in two months`;
    const oftenZh = logins === null ? '' : `，两个月登录 ${logins} 次`;
    return [
      `spent ${percent(before!)} % and ${percent(lately!)} % of the usual in the last two months${often}`,
      `最近两个月的消费仅为平时的 ${percentZh(before!)}% 和 ${percentZh(lately!)}%${oftenZh}`,
    ];
  },
  LOGIN: ({ lastLoginAt }) => [
    `no login for three months, the last on ${day(lastLoginAt)}`,
    `三个月未登录，上次登录为 ${day(lastLoginAt)}`,
  ],
  BASKET: ({ usualMinor, latelyMinor }) => {
    const fall = usualMinor ? 1 - (latelyMinor ?? 0) / usualMinor : 0;
    return [`orders are ${percent(fall)} % smaller than before`, `客单价比以前下降 ${percentZh(fall)}%`];
  },
  UNFOLLOWED: () => ['unfollowed the brand', '已取消关注'],
  LEFT: () => ['left the group', '已退出社群'],
  UNOPENED: ({ sent }) => [
    `opened none of the last ${counted(sent ?? 0, 'message')}`,
    `最近 ${decimal(sent ?? 0)} 条消息均未打开`,
  ],
};

function day(at: Date | null): string {
  return at ? at.toISOString().slice(0, 10) : '–';
}
