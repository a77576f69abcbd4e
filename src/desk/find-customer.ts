import type { Client } from './client.js';

/** Who is meant by what was typed. */
export interface FoundCustomer {
  readonly id: string;
  readonly alias: string;
}

/** The customer of that alias or id, in any case; null when there is none. What was typed goes no further. Throws `Problem`. */
export async function findCustomer(client: Client, typed: string): Promise<FoundCustomer | null> {
  const text = typed.trim();
  if (text === '') return null;
  const { customers } = await client.ask<{ customers: { id: string; alias: string | null }[] }>(
    `query ($text: String!, $id: ID!, $upper: String!, $upperId: ID!) {
      customers(
        where: { OR: [{ id: { eq: $id } }, { id: { eq: $upperId } }, { alias: { eq: $text } }, { alias: { eq: $upper } }] }
        limit: 1
      ) { id alias }
    }`,
    { text, id: text, upper: text.toUpperCase(), upperId: text.toUpperCase() },
  );
  const found = customers[0];
  return found ? { id: found.id, alias: found.alias ?? found.id } : null;
}
