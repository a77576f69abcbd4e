import { AppError } from '../../kernel/error.js';
import { type CascadeGraph, type ChancedTie, cascadeGraph } from './cascade-graph.js';
import type { Floor } from './floors.js';
import { RESPONSE, type SeedQuestion } from './seed-question.js';

/** A person as read, with the ties that begin at them. */
export interface PersonRow {
  readonly customerId: string;
  readonly communityId: string | null;
  readonly mayAsk: boolean;
  readonly others: readonly string[];
  readonly closeness: readonly number[];
}

export interface SeedNetwork {
  readonly graph: CascadeGraph;
  readonly rows: readonly PersonRow[];
  readonly degrees: Int32Array;
  /** Of each person's ties, 0..1. */
  readonly meanCloseness: Float64Array;
  /** Positions of those who may be asked. */
  readonly candidates: readonly number[];
  readonly costs: Float64Array;
  readonly floors: readonly Floor[];
}

/** People and ties as flat arrays, candidates, costs and floors as asked. */
export function seedNetwork(rows: readonly PersonRow[], question: SeedQuestion): SeedNetwork {
  const positions = new Map(rows.map(({ customerId }, at) => [customerId, at]));
  const ties = tiesOf(rows, positions, question);
  const excluded = new Set(question.excluding);
  const candidates = rows.flatMap(({ customerId, mayAsk }, at) => (mayAsk && !excluded.has(customerId) ? [at] : []));
  const costs = new Float64Array(rows.length).fill(question.defaultCost);
  for (const { customerId, cost } of question.costs) {
    const at = positions.get(customerId);
    if (at !== undefined) costs[at] = cost;
  }
  const floors = floorsOf(rows, candidates, question);
  return { graph: cascadeGraph(rows.length, ties), rows, candidates, costs, floors, ...figuresOf(rows, positions) };
}

function tiesOf(
  rows: readonly PersonRow[],
  positions: ReadonlyMap<string, number>,
  { channel, response = RESPONSE[channel], chance }: SeedQuestion,
): ChancedTie[] {
  return rows.flatMap(({ others, closeness }, from) =>
    others.flatMap((other, at) => {
      const to = positions.get(other);
      return to === undefined ? [] : [{ from, to, chance: chance ?? closeness[at]! * response }];
    }),
  );
}

function figuresOf(rows: readonly PersonRow[], positions: ReadonlyMap<string, number>) {
  const degrees = new Int32Array(rows.length);
  const meanCloseness = new Float64Array(rows.length);
  rows.forEach(({ others, closeness }, from) => {
    others.forEach((other, at) => {
      for (const end of [from, positions.get(other)]) {
        if (end === undefined || !positions.has(other)) continue;
        degrees[end]!++;
        meanCloseness[end]! += closeness[at]!;
      }
    });
  });
  return { degrees, meanCloseness: meanCloseness.map((sum, at) => (degrees[at] === 0 ? 0 : sum / degrees[at]!)) };
}

function floorsOf(rows: readonly PersonRow[], candidates: readonly number[], { perCommunity }: SeedQuestion): Floor[] {
  if (!perCommunity) return [];
  const sizes = new Map<string, number>();
  for (const { communityId } of rows)
    if (communityId !== null) sizes.set(communityId, (sizes.get(communityId) ?? 0) + 1);
  const large = [...sizes].filter(([, size]) => size >= perCommunity.minSize).map(([id]) => id);
  const members = new Map((perCommunity.communities ?? large.sort()).map((id) => [id, [] as number[]]));
  for (const at of candidates) members.get(rows[at]!.communityId ?? '')?.push(at);
  return [...members].map(([community, of]) => ({ community, atLeast: perCommunity.atLeast, members: of }));
}

/** Throws INPUT when filling the floors costs more than the budget, even by the cheapest. */
export function refuseUnpaidFloors({ floors, costs }: SeedNetwork, budget: number): void {
  const least = floors.reduce((sum, { members, atLeast }) => {
    const cheapest = members.map((at) => costs[at]!).sort((a, b) => a - b);
    return sum + cheapest.slice(0, atLeast).reduce((part, cost) => part + cost, 0);
  }, 0);
  if (least <= budget + 1e-9) return;
  throw new AppError(
    'INPUT',
    `seedSet: the floor of ${floors.length} communities costs at least ${least}, more than the budget of ${budget}`,
    'raise the budget, lower perCommunity.atLeast, raise perCommunity.minSize or name fewer communities',
    { fields: ['budget', 'perCommunity'] },
  );
}
