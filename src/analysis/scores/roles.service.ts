import { DAY_MS } from '../../kernel/clock.js';
import type { Services } from '../../security/index.js';
import type { RunContext } from '../run/run-context.js';
import type { Figures } from '../run/steps.service.js';
import { type Quantiles, type RoleCuts, roleCuts } from './role-cuts.js';

/** As many customers as this tell the quiet ones apart. */
const SAMPLE = 20_000;

export interface SavedRoles {
  readonly cuts: RoleCuts;
  /** Customers who lead inside a community and buy. */
  readonly koc: number;
  readonly notes: readonly string[];
}

/** Gives everyone scored by this run their participation, tier, activity and roles (docs/network/influence.md). */
export async function saveRoles(
  { clock }: Services,
  { graph, options }: RunContext,
  quantiles: Quantiles,
  figures: Figures,
): Promise<SavedRoles> {
  const { roles } = options;
  const every = Math.max(1, Math.floor(figures.nodes / SAMPLE));
  const [cut] = await graph.read('analysis/steps/influence/quiet-cut', { share: roles.quietShare, every });
  const people = Math.max(roles.kolPeople, Math.ceil(roles.kolShare * figures.nodes));
  const [kol] = await graph.read('analysis/steps/influence/kol-cut', { people });
  const known = { nodes: figures.nodes, quiet: cut?.interactions ?? 0, kolInfluence: kol?.influence ?? 0 };
  const cuts = roleCuts(quantiles, roles, known);
  const activeSince = new Date(clock.now().getTime() - roles.activeDays * DAY_MS);
  await graph.write('analysis/steps/influence/activity', { activeSince });
  const heard = { influence: cuts.kolInfluence, rank: roles.kocRank };
  await graph.write('analysis/steps/influence/outside-reach', heard);
  await graph.write('analysis/steps/influence/roles', {
    ...cuts,
    kolOutside: roles.kolOutside,
    bridgeBrokerage: roles.bridgeBrokerage,
    bridgeSpread: roles.spread,
    marginalDegree: roles.marginalDegree,
    marginalCore: roles.marginalCore,
    referrerReach: roles.referrerReach,
  });
  const { found } = await graph.write('analysis/steps/influence/role-koc', {
    rank: roles.kocRank,
    outside: roles.kolOutside,
    orders: roles.kocOrders,
  });
  return { cuts, koc: found, notes: notesOf(figures, cuts, every) };
}

function notesOf({ nodes, plan }: Figures, { spreadFrom }: RoleCuts, every: number): string[] {
  return [
    ...(plan.exact ? [] : [`betweenness from ${plan.samples} sources; closeness not measured: too many customers`]),
    ...(spreadFrom > 0 ? [`participation measured from brokerage ${spreadFrom} on, too many customers for all`] : []),
    ...(every > 1 ? [`quiet told by ${Math.round(nodes / every)} of ${nodes} customers`] : []),
  ];
}
