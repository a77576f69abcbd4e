import type { RowOf } from '../../graph/queries.gen.js';
import type { Sentence, Sentences } from '../../graph/sentence.js';
import { counted, decimal, percent, percentZh, whole } from '../../kernel/figures.js';

/** What each answer about communities says in words. */
export const COMMUNITY_SENTENCES = {
  'analysis/also-in': ({ there, known, also, alsoName }) => ({
    why: `${whole(there)} of the ${counted(known, 'person', 'people')} this customer knows are in ${alsoName ?? also}`,
    whyZh: `认识的 ${whole(known)} 人中有 ${whole(there)} 人属于${alsoName ?? also}`,
  }),
  'analysis/community-history': ({ event, parts, size }) => {
    if (event === null) return { why: counted(size ?? 0, 'member'), whyZh: `${whole(size ?? 0)} 名成员` };
    return happened(event, parts ?? 0);
  },
  'analysis/community-changes': changed,
  'analysis/community-profile': ({ ties, size, topics: [first] }) => {
    const [why, whyZh] = [
      `${counted(size, 'person', 'people')} with ${counted(ties, 'tie')} between them`,
      `${whole(size)} 人，彼此间有 ${whole(ties)} 条关系`,
    ];
    if (!first) return { why, whyZh };
    return {
      why: `${why}; ${percent(first.share)} % share ${first.topic}, ${decimal(first.lift)} times the average`,
      whyZh: `${whyZh}；${percentZh(first.share)}% 有共同点“${first.topicZh}”，为平均水平的 ${decimal(first.lift)} 倍`,
    };
  },
  'analysis/interest-circles': ({ people, members, ties, declared }) => ({
    why: `${whole(people)} of ${counted(members, 'member')} share it; ${counted(ties, 'pair')} of them know each other, ${whole(declared)} over this interest`,
    whyZh: `${whole(members)} 名成员中有 ${whole(people)} 人有此兴趣；其中 ${whole(ties)} 对互相认识，${whole(declared)} 对因此兴趣相识`,
  }),
} as const satisfies Sentences;

function happened(event: string, parts: number): Sentence {
  if (event === 'BORN') return { why: 'was first found', whyZh: '首次发现' };
  if (event === 'GONE') return { why: 'dissolved', whyZh: '已解散' };
  if (event === 'MERGED')
    return { why: `merger of ${counted(parts, 'community', 'communities')}`, whyZh: `由 ${whole(parts)} 个社群合并` };
  return { why: `split into ${counted(parts, 'community', 'communities')}`, whyZh: `拆分为 ${whole(parts)} 个社群` };
}

function changed({ kind, names, into, members }: RowOf<'analysis/community-changes'>): Sentence {
  const [olds, oldsZh, news, newsZh] = [names.join(', '), names.join('、'), into.join(', '), into.join('、')];
  if (kind === 'BORN')
    return {
      why: `${counted(members, 'person', 'people')} of whom no earlier community holds a large part`,
      whyZh: `${whole(members)} 人，此前不属于任何一个主要社群`,
    };
  if (kind === 'GONE')
    return { why: `no large enough part of ${olds} stayed together`, whyZh: `${oldsZh} 没有足够大的部分保持在一起` };
  return kind === 'MERGED'
    ? { why: `large parts of ${olds} are now together in ${news}`, whyZh: `${oldsZh} 的大部分现已合并为 ${newsZh}` }
    : { why: `large parts of ${olds} are now apart in ${news}`, whyZh: `${oldsZh} 的大部分现已分为 ${newsZh}` };
}
