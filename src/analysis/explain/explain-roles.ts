import type { ScoreFacts } from './facts.js';
import { condition, type ScorePart, short, type Told } from './part.js';

/**
 * Roles: the conditions of each, named `ROLE.condition`; a role is held when all of its own are met
 * (docs/network/influence.md).
 */
export function explainRoles(facts: ScoreFacts): Told {
  const parts = [...kol(facts), ...koc(facts), ...bridge(facts), ...marginal(facts)];
  const held = ROLES.filter((role) => parts.filter(({ name }) => name.startsWith(`${role}.`)).every(({ met }) => met));
  return {
    value: null,
    label: facts.roles.join(', ') || 'none',
    formula: 'a role is held when every condition of it is met',
    parts,
    ...spoken(held, parts),
  };
}

/** The roles held; of who is among the most influential and neither KOL nor KOC, why not. */
function spoken(held: readonly (typeof ROLES)[number][], parts: readonly ScorePart[]) {
  const first = parts.some(({ name, met }) => name === 'KOL.influence' && met);
  const neither = first && !held.includes('KOL') && !held.includes('KOC');
  const missing = parts.filter(({ name, met }) => !met && (name.startsWith('KOL.') || name.startsWith('KOC.')));
  const why = [
    ...held.map((role) => WHY[role][0]),
    ...(neither
      ? [`among the most influential, but neither KOL nor KOC: ${missing.map((part) => part.why).join('; ')}`]
      : []),
  ];
  const whyZh = [
    ...held.map((role) => WHY[role][1]),
    ...(neither ? [`影响力居前，但既非 KOL 也非 KOC：${missing.map((part) => part.whyZh).join('；')}`] : []),
  ];
  if (why.length === 0)
    return { why: 'no role: none has all its conditions met', whyZh: '无角色：没有任何角色的条件全部满足' };
  return { why: why.join('; '), whyZh: whyZh.join('；') };
}

export const ROLES = ['KOL', 'BRIDGE', 'MARGINAL', 'KOC'] as const;

const WHY: Readonly<Record<(typeof ROLES)[number], readonly [string, string]>> = {
  KOL: ['KOL: among the most influential, and heard in other communities', 'KOL：影响力居前，且在其他社群也有声量'],
  KOC: ['KOC: leads inside one community and buys', 'KOC：在一个社群内领先，并且自己购买'],
  BRIDGE: ['BRIDGE: connects communities that would hardly touch', 'BRIDGE：连接原本很少接触的社群'],
  MARGINAL: ['MARGINAL: hardly tied, at the edge, seldom in contact', 'MARGINAL：关系少、处于边缘、互动少'],
};

function kol({ scores, options: { roles }, cuts }: ScoreFacts): ScorePart[] {
  return [
    atLeast('KOL.influence', scores.influence, cuts.kolInfluence ?? 100, ['influence', '影响力']),
    atLeast('KOL.outside', scores.outsideReach, roles.kolOutside, OUTSIDE),
  ];
}

function koc({ scores, rank, options: { roles } }: ScoreFacts): ScorePart[] {
  return [
    atMost('KOC.rank', rank > 0 ? rank : null, roles.kocRank, [
      'place by influence in the community',
      '社群内影响力名次',
    ]),
    below('KOC.outside', scores.outsideReach ?? 0, roles.kolOutside, OUTSIDE),
    atLeast('KOC.orders', scores.orders, roles.kocOrders, ['orders', '订单']),
  ];
}

const OUTSIDE: Words = ['share of followers and respondents in other communities', '其他社群在关注者与回应者中的占比'];

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
