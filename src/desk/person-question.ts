import type { Person } from './answers.js';
import type { Client } from './client.js';

interface Customer360 {
  readonly alias: string | null;
  readonly city: string | null;
  readonly ageBand: string | null;
  readonly tier: string | null;
  readonly scores: { readonly influence: number | null; readonly degree: number | null } | null;
  readonly community: { readonly id: string } | null;
  readonly closestTies: readonly {
    readonly customerId: string;
    readonly alias: string | null;
    readonly closeness: number | null;
    readonly kinds: readonly string[] | null;
  }[];
}

/** Someone with their closest ties, only to people who agreed to profiling. Throws `Problem`. */
export async function person(client: Client, id: string): Promise<Person> {
  const { customer360: found } = await client.ask<{ customer360: Customer360 }>(
    `query ($id: ID!) {
      customer360(id: $id, ties: 6, latest: 0) {
        alias city ageBand tier scores { influence degree } community { id }
        closestTies { customerId alias closeness kinds }
      }
    }`,
    { id },
  );
  return {
    id,
    alias: found.alias ?? id,
    city: found.city,
    ageBand: found.ageBand,
    tier: found.tier,
    influence: found.scores?.influence ?? null,
    communityId: found.community?.id ?? null,
    ties: found.scores?.degree ?? found.closestTies.length,
    closest: found.closestTies.map((tie) => ({
      id: tie.customerId,
      alias: tie.alias ?? tie.customerId,
      closeness: tie.closeness ?? 0,
      kinds: tie.kinds ?? [],
    })),
  };
}
