import { deleteNodes } from '../../seed/delete-nodes.js';
import type { Graph } from '../../src/graph/graph.js';
import { type Migration, migrate, readMigrations } from '../../src/graph/migrations.js';

/**
 * Everything out but the schema, and the purposes as they come with it. What only defines the schema stays: applied
 * again it would make and drop indexes, after which Neo4j plans every statement anew.
 */
export async function emptySchema(graph: Graph): Promise<void> {
  const kept = readMigrations(graph.library)
    .filter(definesOnly)
    .map(({ checksum }) => checksum);
  await deleteNodes(graph.driver, graph.database, 'NOT (n:Migration AND n.checksum IN $kept)', { kept });
  await migrate(graph);
}

function definesOnly({ statements }: Migration): boolean {
  return !statements.some((statement) => /\bMERGE\b/.test(statement));
}
