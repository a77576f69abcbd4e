import { groupBy } from '../../kernel/group-by.js';
import { plural } from '../../kernel/plural.js';
import { bestPaths, type RankedPath } from '../referral/best-paths.js';
import { addTies, type TieMap, type WeighedTie } from '../referral/tie-map.js';
import { betweennessOf } from './betweenness.js';

/** One of a company's people. */
export interface Employee {
  readonly customerId: string;
  readonly role: string | null;
  /** Higher is more senior; null when not known. */
  readonly level: number | null;
}

/** A tie inside a company; REPORTS_TO goes from the report to the superior. */
export interface WorkTie extends WeighedTie {
  readonly kind: string;
}

/**
 * A chain to the decision maker. Its closeness is the probability of influence, the product of its steps
 * (definitions.md).
 */
export interface DecisionChainPath extends RankedPath {
  /** Whether every step goes to the superior. */
  readonly formal: boolean;
}

/** Someone with a say: how surely they reach the decision maker, times the weight of their role. */
export interface Influencer extends Employee {
  /** Probability of influence over the best chain, 0..1. */
  readonly probability: number;
  /** Their level over the decision maker's, 0..1. */
  readonly weight: number;
  readonly score: number;
  readonly why: string;
}

/** Someone whom chains lead through. */
export interface Gatekeeper extends Employee {
  /** Inside the company, unnormalised. */
  readonly betweenness: number;
  /** Best chains of others that lead through them. */
  readonly chains: number;
  readonly why: string;
}

/** Most steps of a chain. */
export const MAX_HOPS = 6;

/** Who decides: the highest level; of several whom most report to, then by id. Null for a company without people. */
export function decisionMakerOf(staff: readonly Employee[], ties: readonly WorkTie[]): Employee | null {
  const reports = groupBy(
    ties.filter(({ kind }) => kind === 'REPORTS_TO'),
    ({ toId }) => toId,
  );
  const reportsOf = ({ customerId }: Employee) => reports.get(customerId)?.length ?? 0;
  const ranked = [...staff].sort(
    (a, b) =>
      (b.level ?? -1) - (a.level ?? -1) || reportsOf(b) - reportsOf(a) || (a.customerId < b.customerId ? -1 : 1),
  );
  return ranked[0] ?? null;
}

/** A company's ties as one per pair: closeness = 1 − ∏(1 − closeness of each), the rule of KNOWS (graph-model.md). */
export function workMap(ties: readonly WorkTie[]): TieMap {
  const pairs = groupBy(ties, ({ fromId, toId }) => [fromId, toId].sort().join('\n'));
  const map: TieMap = new Map();
  addTies(
    map,
    [...pairs.values()].map((all) => ({
      ...all[0]!,
      closeness: 1 - all.reduce((left, { closeness }) => left * (1 - closeness), 1),
    })),
  );
  return map;
}

/** The k best chains from anyone of `from` to the decision maker. */
export function chainsTo(
  map: TieMap,
  ties: readonly WorkTie[],
  ends: { from: readonly string[]; to: string; k: number },
) {
  const question = { from: new Set(ends.from), to: new Set([ends.to]), k: ends.k, maxHops: MAX_HOPS };
  const upward = new Set(
    ties.filter(({ kind }) => kind === 'REPORTS_TO').map(({ fromId, toId }) => `${fromId}\n${toId}`),
  );
  const formal = ({ people }: RankedPath) => people.slice(1).every((id, at) => upward.has(`${people[at]}\n${id}`));
  return bestPaths(map, question).paths.map((path): DecisionChainPath => ({ ...path, formal: formal(path) }));
}

/** The best chain of everyone who has one, the decision maker left out, the surest first. */
export function chainsOfAll(
  map: TieMap,
  ties: readonly WorkTie[],
  staff: readonly Employee[],
  to: string,
): DecisionChainPath[] {
  return staff
    .filter(({ customerId }) => customerId !== to)
    .flatMap(({ customerId }) => chainsTo(map, ties, { from: [customerId], to, k: 1 }))
    .sort((a, b) => b.closeness - a.closeness || (a.people[0]! < b.people[0]! ? -1 : 1));
}

/** Who has most influence on the decision: probability × weight of the role, where the decision maker's weight is 1. */
export function influencersOf(
  chains: readonly DecisionChainPath[],
  staff: readonly Employee[],
  maker: Employee,
): Influencer[] {
  const byId = new Map(staff.map((one) => [one.customerId, one]));
  return chains
    .map(({ people, closeness: probability }) => {
      const one = byId.get(people[0]!)!;
      const weight = maker.level ? (one.level ?? 0) / maker.level : 1;
      const steps = people.length - 1;
      const why = `${one.role ?? 'no known role'}, ${steps} ${plural(steps, 'step')} from the decision, heard with ${(100 * probability).toFixed(0)} %`;
      return { ...one, probability, weight, score: probability * weight, why };
    })
    .sort((a, b) => b.score - a.score || (a.customerId < b.customerId ? -1 : 1));
}

/** Who lies on most chains to the decision, then who has most betweenness; those on none are none. */
export function gatekeepersOf(
  map: TieMap,
  chains: readonly DecisionChainPath[],
  staff: readonly Employee[],
  maker: Employee,
): Gatekeeper[] {
  const between = betweennessOf(new Map([...map].map(([id, known]) => [id, new Set(known.keys())])));
  const through = new Map<string, number>();
  for (const { people } of chains) for (const id of people.slice(1, -1)) through.set(id, (through.get(id) ?? 0) + 1);
  return staff
    .filter(({ customerId }) => customerId !== maker.customerId)
    .map((one) => ({ ...one, chains: through.get(one.customerId) ?? 0, betweenness: between.get(one.customerId) ?? 0 }))
    .filter(({ chains: on }) => on > 0)
    .sort((a, b) => b.chains - a.chains || b.betweenness - a.betweenness || (a.customerId < b.customerId ? -1 : 1))
    .map((one) => ({ ...one, why: `${one.chains} of ${chains.length} chains to the decision lead through them` }));
}
