import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLResolveInfo, GraphQLScalarType } from 'graphql';
import { packageRoot } from '../kernel/root.js';
import type { ApiContext } from './context.js';

/** Resolvers by type and field; @graphql-tools checks them against the schema when it is built. */
type AreaResolvers = Record<
  string,
  | GraphQLScalarType
  | Record<string, (parent: never, args: never, context: ApiContext, info: GraphQLResolveInfo) => unknown>
>;

/** One area's slice of the API: its part of the schema, and what answers it. */
export interface AreaSlice {
  readonly area: string;
  readonly typeDefs: string;
  readonly resolvers: AreaResolvers;
}

/** The areas with operations of their own, in the order of the house. */
const AREAS = ['network', 'analysis', 'value', 'privacy', 'campaigns', 'insight'] as const;

/** Every area's slice; an area without a schema has none. */
export function areaSlices(): AreaSlice[] {
  return AREAS.filter((area) => existsSync(sdlPath(area))).map((area) => ({
    area,
    typeDefs: readFileSync(sdlPath(area), 'utf8'),
    resolvers: (require(`../${area}/resolvers.js`) as { resolvers: AreaResolvers }).resolvers,
  }));
}

function sdlPath(area: string): string {
  return join(packageRoot, 'src', area, 'schema.graphql');
}
