import { groupBy } from '../../kernel/group-by.js';

/** One person of a tree: who brought them, how many levels below its root, and what they bought and kept. */
export interface Brought {
  readonly customerId: string;
  readonly referrerId: string;
  /** 1 is brought by the root itself. */
  readonly level: number;
  readonly status: string | null;
  readonly at: Date | null;
  readonly converted: boolean;
  readonly spend: readonly Spend[];
}

/** Money of one currency, in minor units, and the number of orders it is the sum of. */
export interface Spend {
  readonly currency: string;
  readonly valueMinor: number;
  readonly orders: number;
}

/** The people of one level, or of a whole tree. */
export interface TreeFigures {
  readonly people: number;
  readonly conversions: number;
  readonly value: readonly Spend[];
}

export interface TreeSummary extends TreeFigures {
  /** Levels below the root; 0 when they brought nobody. */
  readonly depth: number;
  /** Most people on one level. */
  readonly breadth: number;
  readonly levels: readonly (TreeFigures & { readonly level: number })[];
}

/**
 * Depth, breadth by level, conversions and value of a referral tree (definitions.md): sums over its people, the root
 * left out.
 */
export function summaryOfTree(people: readonly Brought[]): TreeSummary {
  const byLevel = groupBy(people, ({ level }) => level);
  const levels = [...byLevel].sort(([a], [b]) => a - b).map(([level, those]) => ({ level, ...figuresOf(those) }));
  const breadth = Math.max(0, ...levels.map((l) => l.people));
  return { ...figuresOf(people), depth: levels.at(-1)?.level ?? 0, breadth, levels };
}

function figuresOf(people: readonly Brought[]): TreeFigures {
  const conversions = people.filter(({ converted }) => converted).length;
  return { people: people.length, conversions, value: sumOf(people.flatMap(({ spend }) => spend)) };
}

/** Sums by currency; amounts of two currencies are never added. */
function sumOf(parts: readonly Spend[]): Spend[] {
  const sums = new Map<string, Spend>();
  for (const { currency, valueMinor, orders } of parts) {
    const sum = sums.get(currency) ?? { currency, valueMinor: 0, orders: 0 };
    sums.set(currency, { currency, valueMinor: sum.valueMinor + valueMinor, orders: sum.orders + orders });
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
