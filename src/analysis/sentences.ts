import type { Sentence, Sentences } from '../graph/sentence.js';
import { counted, decimal, percent, percentZh, whole } from '../kernel/figures.js';
import { COMMUNITY_SENTENCES } from './communities/sentences.js';
import { FRAUD_SENTENCES } from './fraud/sentences.js';
import { stateSentence } from './run/sentences.js';

const people = (count: number) => counted(count, 'person', 'people');
const told = (why: string, whyZh: string): Sentence => ({ why, whyZh });

/**
 * What a customer is to others by a tie of a kind and direction, before the number of them; `{}` is where it stands.
 */
const TIED: Readonly<Record<string, readonly [string, string]>> = {
  'FAMILY_OF BOTH': ['is family of {}', '有 {} 位家人'],
  'WORKS_WITH BOTH': ['works with {}', '与 {} 人共事'],
  'REPORTS_TO OUT': ['reports to {}', '向 {} 人汇报'],
  'REPORTS_TO IN': ['has {} reporting', '有 {} 名下属'],
  'SHARES_INTEREST_WITH BOTH': ['shares an interest with {}', '与 {} 人有共同兴趣'],
  'FOLLOWS OUT': ['follows {}', '关注 {} 人'],
  'FOLLOWS IN': ['is followed by {}', '被 {} 人关注'],
  'REFERRED OUT': ['referred {}', '推荐了 {} 人'],
  'REFERRED IN': ['was referred by {}', '由 {} 人推荐'],
  'KNOWS BOTH': ['knows {} in all', '共认识 {} 人'],
};
const DIRECTIONS: Readonly<Record<string, readonly [string, string]>> = {
  IN: [', towards this customer', '（指向该客户）'],
  OUT: [', from this customer', '（由该客户发出）'],
};

/** What each answer about people says in words. */
export const ANALYSIS_SENTENCES = {
  ...COMMUNITY_SENTENCES,
  ...FRAUD_SENTENCES,
  'analysis/state': stateSentence,
  'analysis/bridges': ({ people: known, communities, betweenness }) =>
    told(
      `knows ${people(known)} in ${communities + 1} communities; ${percent(betweenness)} % of shortest paths pass through this customer`,
      `认识 ${communities + 1} 个社群中的 ${whole(known)} 人；${percentZh(betweenness)}% 的最短路径经过该客户`,
    ),
  'analysis/influencers': ({ degree, reach, brokerage, conversions, response }) => {
    const above = (share: number) => Math.min(share, 99);
    const parts = [
      [true, `knows ${people(degree)}`, `认识 ${whole(degree)} 人`],
      [true, `reaches further than ${above(reach)} % of customers`, `触达高于 ${above(reach)}% 的客户`],
      [brokerage > 0, `connects more than ${above(brokerage)} %`, `桥接高于 ${above(brokerage)}%`],
      [conversions > 0, `brought ${counted(conversions, 'customer')}`, `带来 ${whole(conversions)} 位客户`],
      [response > 0, `posts answered more than those of ${above(response)} %`, `帖子回应高于 ${above(response)}%`],
    ] as const;
    const said = parts.filter(([holds]) => holds);
    return told(said.map(([, why]) => why).join(', '), said.map(([, , whyZh]) => whyZh).join('，'));
  },
  'analysis/degrees-of': ({ kind, direction, people: count }) => {
    const [why, whyZh] = TIED[`${kind} ${direction}`] ?? ['is tied to {}', '与 {} 人有关系'];
    return told(why.replace('{}', people(count)), whyZh.replace('{}', whole(count)));
  },
  'analysis/top-degree': ({ people: count }, { kind, direction }) => {
    const [where, whereZh] = DIRECTIONS[direction] ?? ['', ''];
    return told(`${people(count)} by ${kind}${where}`, `通过 ${kind} 与 ${whole(count)} 人相连${whereZh}`);
  },
  'analysis/contagion': ({ count, closeTies }, { watch, days }) => {
    const [did, didZh] =
      watch === 'UNHAPPY' ? ['said something negative', '发表过负面评价'] : ['have not ordered', '没有下单'];
    return told(
      `${whole(count)} of ${counted(closeTies, 'close tie')} ${did} in ${counted(days, 'day')}`,
      `${whole(closeTies)} 位密切联系人中有 ${whole(count)} 位在 ${whole(days)} 天内${didZh}`,
    );
  },
  'analysis/negative-spread': ({ daysAfter, closeness, sameSubject }) =>
    told(
      `${decimal(daysAfter)} ${decimal(daysAfter) === '1' ? 'day' : 'days'} after a tie of closeness ${decimal(closeness, 2)} did${sameSubject ? ', about the same subject' : ''}`,
      `在亲密度 ${decimal(closeness, 2)} 的联系人之后 ${decimal(daysAfter)} 天${sameSubject ? '，针对同一产品或门店' : ''}`,
    ),
  'analysis/risers': moved,
  'analysis/fallers': moved,
  'analysis/influence-trend': ({ change, more, moved: left }) => {
    if (change === null || more === null) return told('the first point kept', '最早的一次记录');
    const [change1, change1Zh] =
      more === 0
        ? ['knows as many people as before', '认识的人数不变']
        : [
            `knows ${people(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'}`,
            `认识的人${more > 0 ? '增加' : '减少'} ${whole(Math.abs(more))} 位`,
          ];
    return told(`${change1}${left ? ', changed community' : ''}`, `${change1Zh}${left ? '，换了社群' : ''}`);
  },
  'analysis/as-of-leaders': ({ degree, degreeToday, asOf }) => {
    const day = asOf.toISOString().slice(0, 10);
    return told(
      `knew ${people(degree)} by ${day}, knows ${whole(degreeToday)} today`,
      `截至 ${day} 认识 ${whole(degree)} 人，如今认识 ${whole(degreeToday)} 人`,
    );
  },
} as const satisfies Sentences;

function moved(row: { readonly influence: number; readonly change: number; readonly degree: number }): Sentence {
  const [before, now] = [decimal(row.influence - row.change), decimal(row.influence)];
  return told(
    `influence from ${before} to ${now}, knows ${people(row.degree)}`,
    `影响力由 ${before} 变为 ${now}，认识 ${whole(row.degree)} 人`,
  );
}
