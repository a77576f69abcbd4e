import { counted, decimal, percent, percentZh } from '../../kernel/figures.js';
import type { ScoreFacts } from './facts.js';
import { type ScorePart, short, summand, type Told } from './part.js';

/**
 * The influence index as the sum of its four parts, each the share of customers below times its weight
 * (definitions.md).
 */
export function explainInfluence({ scores, options: { weights } }: ScoreFacts): Told {
  const part = (name: keyof typeof weights, raw: number, words: readonly [string, string]): ScorePart => {
    const [percentile, weight] = [scores[name], weights[name]];
    const [share, shareZh] = [`above ${percentile} % of customers`, `高于 ${percentile}% 的客户`];
    return summand(name, { raw, percentile, weight, contribution: percentile * weight }, [
      `${words[0]}, ${share}: counts ${short(weight)}`,
      `${words[1]}，${shareZh}：权重 ${short(weight)}`,
    ]);
  };
  const { pageRank, betweenness, reactions, conversions } = scores;
  const parts = [
    part('reach', pageRank, [
      `weighted PageRank ${percent(pageRank)} % of the network's`,
      `加权 PageRank 占全网 ${percentZh(pageRank)}%`,
    ]),
    part('brokerage', betweenness, [
      `${percent(betweenness)} % of shortest paths pass through this customer`,
      `${percentZh(betweenness)}% 的最短路径经过该客户`,
    ]),
    part('response', reactions, [
      `${decimal(reactions)} weighted reactions per post`,
      `每篇帖子得到 ${decimal(reactions)} 次加权回应`,
    ]),
    part('conversion', conversions, [`brought ${counted(conversions, 'customer')}`, `带来 ${conversions} 位客户`]),
  ];
  const strongest = [...parts].sort((a, b) => b.contribution! - a.contribution!)[0]!;
  return {
    value: scores.influence,
    label: null,
    formula: 'sum of weight × share of customers below, 0..100',
    parts,
    why: `influence ${scores.influence} of 100, most of it from ${strongest.name}: ${strongest.why}`,
    whyZh: `影响力 ${scores.influence}（满分 100），主要来自${NAMES_ZH[strongest.name]}：${strongest.whyZh}`,
  };
}

const NAMES_ZH: Readonly<Record<string, string>> = {
  reach: '触达',
  brokerage: '桥接',
  response: '响应',
  conversion: '推荐',
};
