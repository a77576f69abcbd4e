import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IExecutableSchemaDefinition } from '@graphql-tools/schema';
import { packageRoot } from '../kernel/root.js';
import type { ApiContext } from './context.js';

type AreaResolvers = NonNullable<IExecutableSchemaDefinition<ApiContext>['resolvers']>;

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
