import type { Drawing } from '../../kernel/drawing.js';
import type { Client } from '../client.js';
import type { SeedQuestion, Watch } from './address.js';

/** What the spread view asks of the server. Every function throws `Problem`. */

export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Alternative {
  readonly reach: Estimate;
  /** People that the chosen seeds reach more, in the same simulated worlds. */
  readonly advantage: Estimate;
}

export interface Seed {
  readonly customerId: string;
  readonly customer: { readonly alias: string | null; readonly city: string | null } | null;
  readonly marginalReach: number;
  readonly degree: number;
  readonly forFloor: boolean;
}

export interface SeedSet {
  readonly seeds: readonly Seed[];
  readonly reach: Estimate;
  readonly topDegree: Alternative;
  readonly random: Alternative;
  readonly people: number;
  readonly candidates: number;
  readonly unmetFloors: readonly { readonly communityId: string }[];
  readonly notes: readonly string[];
}

/** Whom to start from, and how far word would get; beside those who know most, and people drawn by lot. */
export async function seedSet(client: Client, { channel, purpose, budget, floor }: SeedQuestion): Promise<SeedSet> {
  const input = { channel, purpose, budget, ...(floor > 0 ? { perCommunity: { atLeast: floor } } : {}) };
  const { seedSet } = await client.ask<{ seedSet: SeedSet }>(
    `query ($input: SeedSetInput!) {
      seedSet(input: $input) {
        seeds { customerId customer { alias city } marginalReach degree forFloor }
        reach { mean low high }
        topDegree { reach { mean low high } advantage { mean low high } }
        random { reach { mean low high } advantage { mean low high } }
        people candidates unmetFloors { communityId } notes
      }
    }`,
    { input },
  );
  return seedSet;
}

/** The seeds with those they know best. */
export function seedsPicture(client: Client, seeds: readonly Seed[]): Promise<Drawing> {
  const customerIds = seeds.map(({ customerId }) => customerId).join(',');
  return client.picture<Drawing>('analysis/seeds', { customerIds, ties: 8 });
}

export interface ContagionTest {
  readonly people: number;
  readonly ties: number;
  readonly marked: number;
  readonly joins: number;
  /** 0..1 */
  readonly expected: number;
  readonly p: number;
}

export interface Exposed {
  readonly customerId: string;
  readonly customer: { readonly alias: string | null } | null;
  /** 0..1 */
  readonly exposure: number;
  readonly count: number;
  readonly closeTies: number;
}

export interface Contagion {
  readonly watch: Watch;
  readonly test: ContagionTest;
  readonly exposed: readonly Exposed[];
}

/** Whether churn or discontent follows close ties, and whom it may reach next. */
export async function contagion(client: Client, watch: Watch, limit: number): Promise<Contagion> {
  const found = await client.ask<{ contagionTest: ContagionTest; contagion: Exposed[] }>(
    `query ($input: ContagionTestInput, $watch: String!, $limit: Int!) {
      contagionTest(input: $input) { people ties marked joins expected p }
      contagion(watch: $watch, limit: $limit) { customerId customer { alias } exposure count closeTies }
    }`,
    { input: { watch }, watch, limit },
  );
  return { watch, test: found.contagionTest, exposed: found.contagion };
}
