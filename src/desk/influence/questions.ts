import type { Influencer } from '../answers.js';
import { partsOf } from '../answers.js';
import type { Client } from '../client.js';

/** What the influence view asks of the server. Every function throws `Problem`. */

export const KINDS = ['KOL', 'KOC', 'BRIDGE', 'MARGINAL'] as const;
export type Kind = (typeof KINDS)[number];

interface Known {
  readonly customerId: string;
  readonly customer: { readonly alias: string | null; readonly city?: string | null } | null;
}

export interface Candidate extends Influencer {
  readonly conversions: number;
  readonly roles: readonly string[];
  /** OPINION_LEADER, POTENTIAL_REFERRER or ORDINARY. */
  readonly standing: string;
  readonly activity: string;
}

type CandidateRow = Known & Omit<Candidate, 'alias' | 'city' | 'parts' | 'standing'> & { readonly tier: string };

/** The most influential of a kind, or of all. */
export async function candidates(client: Client, kind: Kind | null, first: number): Promise<Candidate[]> {
  const { influencers } = await client.ask<{ influencers: CandidateRow[] }>(
    `query ($kind: String, $first: Int!) {
      influencers(kind: $kind, first: $first) {
        customerId influence reach response conversion brokerage degree conversions communityId roles tier activity
        customer { alias city }
      }
    }`,
    { kind, first },
  );
  return influencers.map(({ customer, tier, ...row }) => ({
    ...row,
    standing: tier,
    alias: customer?.alias ?? row.customerId,
    city: customer?.city ?? null,
    parts: partsOf(row),
  }));
}

export interface Reason {
  readonly name: string;
  readonly percentile: number | null;
  readonly weight: number | null;
  readonly contribution: number | null;
  readonly met: boolean | null;
  readonly why: string;
  readonly whyZh: string;
}

export interface Explanation {
  readonly value: number | null;
  readonly label: string | null;
  readonly parts: readonly Reason[];
  readonly why: string;
  readonly whyZh: string;
}

export interface TrendPoint {
  readonly at: string | null;
  readonly influence: number;
}

export interface Explained {
  readonly id: string;
  readonly alias: string;
  readonly influence: Explanation;
  readonly roles: Explanation;
  /** Oldest first. */
  readonly trend: readonly TrendPoint[];
}

/** Why someone has the score and the roles they have, and how the score went. */
export async function explained(client: Client, id: string): Promise<Explained> {
  const found = await client.ask<{
    customer: { alias: string | null } | null;
    influence: Explanation;
    roles: Explanation;
    influenceTrend: TrendPoint[];
  }>(
    `query ($id: ID!, $customer: String!) {
      customer(id: $id) { alias }
      influence: explainScore(customer: $id, score: INFLUENCE) { ...told }
      roles: explainScore(customer: $id, score: ROLES) { ...told }
      influenceTrend(customer: $customer) { at influence }
    }
    fragment told on ScoreExplanation {
      value label why whyZh parts { name percentile weight contribution met why whyZh }
    }`,
    { id, customer: id },
  );
  const { customer, influence, roles, influenceTrend } = found;
  return { id, alias: customer?.alias ?? id, influence, roles, trend: [...influenceTrend].reverse() };
}

export interface Mover {
  readonly customerId: string;
  readonly alias: string;
  readonly influence: number;
  readonly change: number;
}

type MoverRow = Known & Pick<Mover, 'influence' | 'change'>;

/** Whose influence rose and fell most between the last two runs. */
export async function movers(client: Client, limit: number): Promise<{ risers: Mover[]; fallers: Mover[] }> {
  const { risers, fallers } = await client.ask<{ risers: MoverRow[]; fallers: MoverRow[] }>(
    `query ($limit: Int!) {
      risers(limit: $limit) { customerId influence change customer { alias } }
      fallers(limit: $limit) { customerId influence change customer { alias } }
    }`,
    { limit },
  );
  const named = ({ customer, ...row }: MoverRow): Mover => ({ ...row, alias: customer?.alias ?? row.customerId });
  return { risers: risers.map(named), fallers: fallers.map(named) };
}
