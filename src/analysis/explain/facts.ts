import type { AnalysisOptions } from '../run/options.js';
import type { RoleCuts } from '../scores/role-cuts.js';

/** Scores of a customer as the run left them. */
export interface Scores {
  readonly influence: number;
  readonly reach: number;
  readonly brokerage: number;
  readonly response: number;
  readonly conversion: number;
  readonly pageRank: number;
  readonly betweenness: number;
  readonly reactions: number;
  readonly conversions: number;
  readonly degree: number;
  readonly coreness: number;
  readonly triangles: number;
  readonly orders: number;
  readonly participation: number | null;
  readonly communityId: string | null;
  /** Share of those who follow or respond that is in other communities; null for who is not among the first. */
  readonly outsideReach: number | null;
}

/** All that the scores of one customer were told by. */
export interface ScoreFacts {
  readonly scores: Scores;
  readonly roles: readonly string[];
  readonly tier: string;
  readonly activity: string;
  /** Place by influence in the own community, 1 is first; 0 outside. */
  readonly rank: number;
  readonly interactions: number;
  /** Whole days from the last post, reaction or referral to the run; none without any. */
  readonly quietDays: number | null;
  readonly spread: readonly { readonly community?: string | null; readonly ties: number }[];
  readonly options: Pick<AnalysisOptions, 'weights' | 'roles'>;
  readonly cuts: RoleCuts;
}
