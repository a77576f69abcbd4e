import type { ScoreFacts } from './facts.js';
import { condition, type ScorePart, short, type Told } from './part.js';

/** Roles: the conditions of each, named `ROLE.condition`; a role is held when all of its own are met (docs/influence.md). */
export function explainRoles(facts: ScoreFacts): Told {
  const parts = [...kol(facts), ...koc(facts), ...bridge(facts), ...marginal(facts)];
  const held = ROLES.filter((role) => parts.filter(({ name }) => name.startsWith(`${role}.`)).every(({ met }) => met));
  return {
    value: null,
    label: facts.roles.join(', ') || 'none',
    formula: 'a role is held when every condition of it is met',
    parts,
    why: held.length === 0 ? 'no role: none has all its conditions met' : held.map((role) => WHY[role][0]).join('; '),
    whyZh: held.length === 0 ? '无角色：没有任何角色的条件全部满足' : held.map((role) => WHY[role][1]).join('；'),
  };
}

export const ROLES = ['KOL', 'BRIDGE', 'MARGINAL', 'KOC'] as const;

const WHY: Readonly<Record<(typeof ROLES)[number], readonly [string, string]>> = {
  KOL: ['KOL: heard and answered across communities', 'KOL：在多个社群中有声量、有回应'],
  KOC: ['KOC: leads inside one community and buys', 'KOC：在一个社群内领先，并且自己购买'],
  BRIDGE: ['BRIDGE: connects communities that would hardly touch', 'BRIDGE：连接原本很少接触的社群'],
  MARGINAL: ['MARGINAL: hardly tied, at the edge, seldom in contact', 'MARGINAL：关系少、处于边缘、互动少'],
};

function kol({ scores, options: { roles }, cuts }: ScoreFacts): ScorePart[] {
  return [
    atLeast('KOL.reach', scores.reach, roles.kolReach, ['reach', '触达']),
    above('KOL.response', scores.reactions, cuts.leaderAnswer, ['reactions per post', '每篇帖子的回应']),
    atLeast('KOL.participation', scores.participation, roles.spread, ['participation', '参与系数']),
  ];
}

function koc({ scores, rank, options: { roles } }: ScoreFacts): ScorePart[] {
  return [
    atLeast('KOC.reach', scores.reach, roles.kocReach, ['reach', '触达']),
    atMost('KOC.rank', rank > 0 ? rank : null, roles.kocRank, ['place in the community', '社群内名次']),
    above('KOC.orders', scores.orders, 0, ['orders', '订单']),
    below('KOC.participation', scores.participation ?? 0, roles.spread, ['participation', '参与系数']),
  ];
}

function bridge({ scores, options: { roles } }: ScoreFacts): ScorePart[] {
  return [
    atLeast('BRIDGE.brokerage', scores.brokerage, roles.bridgeBrokerage, ['brokerage', '桥接']),
    atLeast('BRIDGE.participation', scores.participation, roles.spread, ['participation', '参与系数']),
  ];
}

function marginal({ scores, interactions, options: { roles }, cuts }: ScoreFacts): ScorePart[] {
  const few = scores.degree <= roles.marginalDegree || scores.coreness <= roles.marginalCore;
  const outside = scores.communityId === null || scores.triangles === 0;
  return [
    condition('MARGINAL.ties', { raw: scores.degree, threshold: roles.marginalDegree, met: few }, [
      `knows ${scores.degree}, core ${scores.coreness}: at most ${roles.marginalDegree}, or core at most ${roles.marginalCore}`,
      `认识 ${scores.degree} 人，核数 ${scores.coreness}：要求不多于 ${roles.marginalDegree} 人，或核数不高于 ${roles.marginalCore}`,
    ]),
    condition('MARGINAL.edge', { raw: scores.triangles, threshold: 0, met: outside }, [
      `outside communities, or no two acquaintances know each other (${scores.triangles} do)`,
      `在社群之外，或认识的人互不相识（现有 ${scores.triangles} 对相识）`,
    ]),
    atMost('MARGINAL.interactions', interactions, cuts.quiet, ['interactions', '互动次数']),
  ];
}

type Words = readonly [string, string];

/** As much or more; what was not measured is not enough. */
export function atLeast(name: string, raw: number | null, threshold: number, words: Words): ScorePart {
  return told(name, { raw, threshold, met: raw !== null && raw >= threshold }, words, ['at least', '不低于']);
}

function atMost(name: string, raw: number | null, threshold: number, words: Words): ScorePart {
  return told(name, { raw, threshold, met: raw !== null && raw <= threshold }, words, ['at most', '不高于']);
}

function below(name: string, raw: number, threshold: number, words: Words): ScorePart {
  return told(name, { raw, threshold, met: raw < threshold }, words, ['below', '低于']);
}

/** Strictly more; a threshold below 0 asks nothing. */
export function above(name: string, raw: number, threshold: number, words: Words): ScorePart {
  return told(name, { raw, threshold, met: raw > threshold }, words, ['above', '高于']);
}

function told(
  name: string,
  facts: { readonly raw: number | null; readonly threshold: number; readonly met: boolean },
  [what, whatZh]: Words,
  [asked, askedZh]: Words,
): ScorePart {
  const is = facts.raw === null ? 'not measured' : short(facts.raw);
  const isZh = facts.raw === null ? '未测' : short(facts.raw);
  return condition(name, facts, [
    `${what} ${is}, asked: ${asked} ${short(facts.threshold)}`,
    `${whatZh} ${isZh}，要求${askedZh} ${short(facts.threshold)}`,
  ]);
}
