import type { ArmParts } from '../../src/campaigns/experiments/exposure.js';
import { QUANTITIES, type Quantity } from '../../src/campaigns/experiments/metrics.js';
import { folding } from '../../src/campaigns/experiments/outcomes.service.js';

/** One person of an experiment, as one would measure them by hand. */
export interface Member extends Record<Exclude<Quantity, 'people'>, number> {
  readonly cluster: string;
  /** Neighbours in the experiment; of them those with the same variant, and with another than the control. */
  readonly neighbours: number;
  readonly alike: number;
  readonly treated: number;
}

const NOTHING = Object.fromEntries(QUANTITIES.map((name) => [name, 0])) as Record<Quantity, number>;

export function memberOf(given: Partial<Member>): Member {
  return { ...NOTHING, cluster: 'p', neighbours: 0, alike: 0, treated: 0, ...given };
}

/** The sums of an arm of such people, as the graph would sum up one person at a time. */
export function partsOf(members: readonly Member[], exposure = 0.8): ArmParts {
  const folded = folding(['arm']);
  for (const one of [...members].sort((a, b) => (a.cluster < b.cluster ? -1 : 1))) {
    const { orders: o, spendMinor: s, ordersBefore: p, spendBeforeMinor: q } = one;
    folded.add({
      ...{ ...one, people: 1, variantId: 'arm', last: 'p' },
      ...{ exposed: one.neighbours === 0 || one.alike >= exposure * one.neighbours, touched: one.treated > 0 },
      ...{ orders2: o * o, spend2: s * s, ordersSpend: o * s, ordersBefore2: p * p, spendBefore2: q * q },
      ...{ ordersBoth: o * p, spendBoth: s * q },
    });
  }
  return folded.end().get('arm')!;
}
