import { percent, percentZh } from '../../kernel/figures.js';
import type { ScoreFacts } from './facts.js';
import { type ScorePart, short, summand, type Told } from './part.js';

/** Betweenness: one part, the share of shortest paths. */
export function explainBetweenness({ scores: { betweenness, brokerage } }: ScoreFacts): Told {
  const words = [
    `${percent(betweenness)} % of shortest paths pass through this customer, above ${brokerage} % of customers`,
    `${percentZh(betweenness)}% 的最短路径经过该客户，高于 ${brokerage}% 的客户`,
  ] as const;
  const facts = { raw: betweenness, percentile: brokerage, weight: 1, contribution: betweenness };
  return {
    value: betweenness,
    label: null,
    formula: 'shortest paths through the customer as a share of all pairs, 0..1 (Freeman 1977)',
    parts: [summand('betweenness', facts, words)],
    why: words[0],
    whyZh: words[1],
  };
}

/** Participation 1 − Σ(kᵢ/k)² (Guimera, Amaral 2005): one, less the square of each community's share of the ties. */
export function explainParticipation({ spread }: ScoreFacts): Told {
  const all = spread.reduce((sum, { ties }) => sum + ties, 0);
  const parts = spread.map(({ community, ties }): ScorePart => {
    const facts = { raw: ties, percentile: null, weight: ties / all, contribution: -((ties / all) ** 2) };
    return summand(community ?? 'outside', facts, [
      `${ties} of ${all} ties go to ${community ?? 'someone outside communities'}`,
      `${all} 条关系中有 ${ties} 条通向${community ?? '社群之外的人'}`,
    ]);
  });
  const one = summand('one', { raw: 1, percentile: null, weight: 1, contribution: 1 }, [
    'ties spread over endlessly many communities would make 1',
    '关系均匀分布于无数社群时为 1',
  ]);
  const told = all === 0 ? [] : [one, ...parts];
  const value = told.reduce((sum, { contribution }) => sum + contribution!, 0);
  return {
    value: all === 0 ? null : value,
    label: null,
    formula: '1 − Σ(ties into a community / ties)², 0..1, from the ties as they are now',
    parts: told,
    why: `${all} ties into ${spread.length} communities: participation ${short(value)}`,
    whyZh: `${all} 条关系分布于 ${spread.length} 个社群：参与系数 ${short(value)}`,
  };
}
