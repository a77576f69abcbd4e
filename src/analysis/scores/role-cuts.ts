import type { RoleOptions } from '../run/options.js';

/** 1,024 values below which each 1/1024 of customers lies, smallest first. */
export interface Quantiles {
  readonly reach: readonly number[];
  readonly response: readonly number[];
}

/** What tells roles apart and depends on the network; recorded with the run. */
export interface RoleCuts {
  /** Least PageRank of an opinion leader. */
  readonly leaderRank: number;
  /** Reactions per post that an opinion leader is above: the median, or below all where nobody is answered. */
  readonly leaderAnswer: number;
  /** Most interactions over all ties of a marginal customer. */
  readonly quiet: number;
  /** Least influence of a KOL, 0..100. */
  readonly kolInfluence: number;
  /** Brokerage from which participation is measured, 0..100. */
  readonly spreadFrom: number;
}

/**
 * The cuts of a run from its quantiles. On a small network the share of leaders is at least the upper one of 1,023
 * steps, which holds two people. A network without any reactions has nothing to tell leaders apart by, so there the
 * median asks nothing.
 */
export function roleCuts(
  { reach, response }: Quantiles,
  { leaderShare, participationUpTo }: RoleOptions,
  { nodes, quiet, kolInfluence }: { readonly nodes: number; readonly quiet: number; readonly kolInfluence: number },
): RoleCuts {
  const last = reach.length - 1;
  const leaders = Math.min(last, Math.ceil(last * (1 - leaderShare)));
  const answered = (response.at(-1) ?? 0) > 0;
  return {
    leaderRank: reach[leaders] ?? 0,
    leaderAnswer: answered ? response[Math.floor(response.length / 2)]! : -1,
    quiet,
    kolInfluence,
    spreadFrom: nodes <= participationUpTo ? 0 : 90,
  };
}
