import type { DecisionChainQuery, WayFragment } from '../operations.gen.js';
import type { Scene } from '../picture/drawing.js';
import { pathScene } from '../referral/path-scene.js';

export type Decision = DecisionChainQuery['decisionChain'];

/** What colours mean in the picture of a decision: the place of each in the palette. */
export const DECISION_RANK = { maker: 0, staff: 2, outside: -1 } as const;
type DecisionGroup = keyof typeof DECISION_RANK;

/** The ways in first, then the chains inside that are no part of one: each person and each step is drawn once. */
export function waysOf({ waysIn, chains }: Pick<Decision, 'waysIn' | 'chains'>): WayFragment[] {
  const covered = waysIn.map(({ steps }) => steps.map(({ customerId }) => customerId).join('>'));
  const inside = chains.filter(({ steps }) => {
    const own = steps.map(({ customerId }) => customerId).join('>');
    return !covered.some((way) => way.endsWith(own));
  });
  return [...waysIn, ...inside];
}

/** Chains and ways in as one picture: who decides, who works there, who is outside. */
export function decisionScene(decision: Decision, label: (closeness: number) => string): Scene {
  const staff = new Set(decision.people.map(({ customerId }) => customerId));
  const maker = decision.decisionMaker?.customerId;
  const scene = pathScene({ paths: waysOf(decision) }, label);
  const groupOf = (id: string): DecisionGroup => (id === maker ? 'maker' : staff.has(id) ? 'staff' : 'outside');
  return {
    ...scene,
    groups: [],
    dots: scene.dots.map((dot) => ({ ...dot, community: groupOf(dot.id), rank: DECISION_RANK[groupOf(dot.id)] })),
  };
}
