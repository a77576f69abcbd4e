import type { Driver } from 'neo4j-driver';

/** A part of what is deleted, in one transaction. */
const IN_PARTS = 'IN TRANSACTIONS OF 10000 ROWS';

/**
 * Deletes the nodes `n` for which the condition holds (all, when none is given), in transactions that are small however
 * large the graph: one whom everybody knows takes the memory of all those ties, which are therefore deleted first.
 */
export async function deleteNodes(
  driver: Driver,
  database: string,
  condition = 'true',
  parameters: Record<string, unknown> = {},
): Promise<void> {
  const session = driver.session({ database });
  const ties = `MATCH ()-[r]->() WHERE any(n IN [startNode(r), endNode(r)] WHERE ${condition})`;
  try {
    await session.run(`${ties} CALL (r) { DELETE r } ${IN_PARTS}`, parameters);
    await session.run(`MATCH (n) WHERE ${condition} CALL (n) { DETACH DELETE n } ${IN_PARTS}`, parameters);
  } finally {
    await session.close();
  }
}
