import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jGraphQL } from '@neo4j/graphql';
import type { GraphQLSchema } from 'graphql';
import type { Driver } from 'neo4j-driver';
import { ANY_LINE } from '../../database/line.js';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { customerScoreFields } from '../../scores/index.js';
import { personalResolvers } from '../gate/personal.js';
import { ordered } from './connections/order.js';

/** The generated reads: paged, limited, without mutations, subscriptions and aggregates. */
export interface GraphReads {
  readonly schema: GraphQLSchema;
  /** Throws SETUP when this database cannot serve them (version, APOC). */
  check(graph: { readonly driver: Driver; readonly database: string }): Promise<void>;
}

const DEPRECATED = {
  mutationOperations: true,
  aggregationFilters: true,
  aggregationFiltersOutsideConnection: true,
  relationshipFilters: true,
  attributeFilters: true,
};

/**
 * Builds them from graph-types.graphql; the driver comes with each request. `strict` checks that file too, which
 * doubles the time.
 */
export async function graphReads(strict: boolean): Promise<GraphReads> {
  const neo = new Neo4jGraphQL({
    typeDefs: [
      readFileSync(join(packageRoot, 'src', 'api', 'schema', 'graph-types.graphql'), 'utf8'),
      customerScoreFields(),
    ],
    resolvers: { Customer: personalResolvers },
    features: { excludeDeprecatedFields: DEPRECATED },
    validate: strict,
  });
  const schema = ordered(await neo.getSchema());
  const check: GraphReads['check'] = async ({ driver, database }) => {
    try {
      await neo.checkNeo4jCompat({ driver, sessionConfig: { database } });
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0]! : 'unknown';
      throw new AppError(
        'SETUP',
        `this database cannot serve the generated reads: ${why}`,
        `take ${ANY_LINE} with APOC Core`,
        {},
        error,
      );
    }
  };
  return { schema, check };
}
