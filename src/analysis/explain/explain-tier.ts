import { percent, percentZh } from '../../kernel/figures.js';
import { plural } from '../../kernel/plural.js';
import { above, atLeast } from './explain-roles.js';
import type { ScoreFacts } from './facts.js';
import { condition, type ScorePart, type Told } from './part.js';

/**
 * Tier: opinion leader when both of its conditions are met, else potential referrer by having brought someone or by
 * three conditions.
 */
export function explainTier(facts: ScoreFacts): Told {
  const { scores, cuts, options, activity, tier } = facts;
  const reach = condition(
    'OPINION_LEADER.reach',
    { raw: scores.pageRank, threshold: cuts.leaderRank, met: scores.pageRank >= cuts.leaderRank && scores.reach > 0 },
    [
      `weighted PageRank ${percent(scores.pageRank)} % of the network's, required: at least ${percent(cuts.leaderRank)} %`,
      `加权 PageRank 占全网 ${percentZh(scores.pageRank)}%，要求不低于 ${percentZh(cuts.leaderRank)}%`,
    ],
  );
  const active = { raw: facts.quietDays, threshold: options.roles.activeDays, met: activity === 'ACTIVE' };
  const parts: ScorePart[] = [
    reach,
    above('OPINION_LEADER.response', scores.reactions, cuts.leaderAnswer, ['reactions per post', '每篇帖子的回应']),
    above('POTENTIAL_REFERRER.brought', scores.conversions, 0, ['customers brought', '带来的客户']),
    atLeast('POTENTIAL_REFERRER.reach', scores.reach, options.roles.referrerReach, ['reach', '触达']),
    condition('POTENTIAL_REFERRER.active', active, activeWords(facts)),
    above('POTENTIAL_REFERRER.orders', scores.orders, 0, ['orders', '订单']),
  ];
  const [why, whyZh] = WHY[tier] ?? WHY.ORDINARY!;
  return {
    value: null,
    label: tier,
    formula: 'opinion leader: reach and response; potential referrer: brought someone, or reach, active and orders',
    parts,
    why,
    whyZh,
  };
}

/** Active: posted, reacted or referred within the days set. */
export function explainActivity(facts: ScoreFacts): Told {
  const [why, whyZh] = activeWords(facts);
  const met = facts.activity === 'ACTIVE';
  const asked = { raw: facts.quietDays, threshold: facts.options.roles.activeDays, met };
  return {
    value: null,
    label: facts.activity,
    formula: 'active when something others can see was done within the days set',
    parts: [condition('lastActed', asked, [why, whyZh])],
    why,
    whyZh,
  };
}

function activeWords({ quietDays, options: { roles } }: ScoreFacts): readonly [string, string] {
  if (quietDays === null) return ['never posted, reacted or referred', '从未发帖、回应或推荐'];
  return [
    `last post, reaction or referral ${quietDays} ${plural(quietDays, 'day')} before the run, asked: at most ${roles.activeDays}`,
    `最近一次发帖、回应或推荐在分析前 ${quietDays} 天，要求不超过 ${roles.activeDays} 天`,
  ];
}

const WHY: Readonly<Record<string, readonly [string, string]>> = {
  OPINION_LEADER: ['opinion leader: reaches furthest, and is answered', '意见领袖：触达最广，且有回应'],
  POTENTIAL_REFERRER: [
    'potential referrer: brought customers, or reaches far, is active and buys',
    '潜在推荐人：带来过客户，或触达广、活跃且购买',
  ],
  ORDINARY: ['ordinary: meets neither the conditions of a leader nor of a referrer', '普通：不满足领袖或推荐人的条件'],
};
