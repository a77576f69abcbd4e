import type { Drawing } from '../../kernel/drawing.js';
import type { Client } from '../client.js';

/** What the fraud view asks of the server. Every function throws `Problem`. */

/** How many rings are listed and drawn. */
const RINGS = 20;
const MOST_TIES = 1500;

export interface Ring {
  readonly ringId: string;
  readonly size: number;
  /** Customer ids. */
  readonly members: readonly string[];
  readonly score: number;
  readonly signals: readonly string[];
  /** Rewards of its members that wait for a decision. */
  readonly held: number;
}

/** Suspicious accounts that hang together, the largest ring first. */
export async function fraudRings(client: Client): Promise<Ring[]> {
  const { fraudRings } = await client.ask<{ fraudRings: Ring[] }>(
    'query ($first: Int!) { fraudRings(first: $first) { ringId size members score signals held } }',
    { first: RINGS },
  );
  return fraudRings;
}

/** The rings with what joins their members. */
export function ringsPicture(client: Client): Promise<Drawing> {
  return client.picture<Drawing>('analysis/fraud-rings', { first: RINGS, ties: MOST_TIES });
}

export interface HeldReward {
  readonly rewardId: string;
  readonly customerId: string | null;
  readonly customer: { readonly alias: string | null } | null;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly at: string;
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly heldAt: string;
  /** Was released before the signs showed. */
  readonly releasedAt: string | null;
  readonly ring: string | null;
}

/** Rewards that wait for a decision, the most suspicious first. */
export async function heldRewards(client: Client, first: number): Promise<HeldReward[]> {
  const { heldRewards } = await client.ask<{ heldRewards: HeldReward[] }>(
    `query ($first: Int!) {
      heldRewards(first: $first) {
        rewardId customerId customer { alias } score reasons at amountMinor currency heldAt releasedAt ring
      }
    }`,
    { first },
  );
  return heldRewards;
}

export type Decision = 'RELEASED' | 'REFUSED';

/** A person's decision on a reward. */
export async function reviewReward(client: Client, reward: string, decision: Decision, reason: string): Promise<void> {
  await client.ask(
    `mutation ($reward: ID!, $decision: RewardDecision!, $reason: String!) {
      reviewReward(reward: $reward, decision: $decision, reason: $reason) { status }
    }`,
    { reward, decision, reason },
  );
}

export interface Quality {
  readonly reviewed: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  /** 0..1; null while there is nothing to divide by. */
  readonly precision: number | null;
  readonly recall: number | null;
}

/** How right the score was, over the rewards that a person decided. */
export async function fraudQuality(client: Client): Promise<Quality> {
  const { fraudQuality } = await client.ask<{ fraudQuality: Quality }>(
    '{ fraudQuality { reviewed truePositives falsePositives precision recall } }',
  );
  return fraudQuality;
}

/** Accounts found suspicious, and rewards newly held. */
export interface CheckResult {
  readonly suspicious: number;
  readonly held: number;
}

/** Looks for fraud anew. */
export async function checkReferrals(client: Client): Promise<CheckResult> {
  const { checkReferrals } = await client.ask<{ checkReferrals: CheckResult }>(
    'mutation { checkReferrals { suspicious held } }',
  );
  return checkReferrals;
}

/** Whether a role may start a check. */
export function mayCheck(role: string | null): boolean {
  return role === 'admin' || role === 'analyst' || role === 'service';
}

/** Who may decide on a reward. */
export const DECIDING = ['admin', 'marketer'];
