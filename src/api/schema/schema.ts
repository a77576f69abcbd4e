import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeSchemas } from '@graphql-tools/schema';
import { type GraphQLSchema, isObjectType, parse } from 'graphql';
import type { Library } from '../../graph/library/library.js';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { guardRoots } from '../gate/guard-roots.js';
import { openAhead } from '../gate/open-ahead.js';
import { type AreaSlice, areaSlices } from './areas.js';
import { customerLinks } from './customer-link.js';
import { customerPoint } from './customer-point.js';
import { keepDelegated } from './delegated.js';
import { type GraphReads, graphReads } from './graph-schema.js';
import { questionSlice } from './questions.js';
import { acceptDates, scalars } from './scalars.js';

/** The one schema, and what must be checked before it can answer. */
export interface ApiSchema {
  readonly schema: GraphQLSchema;
  readonly check: GraphReads['check'];
}

const built = new WeakMap<Library, Promise<ApiSchema>>();

/** The schema over a library, built once for it. */
export function schemaOf(library: Library): Promise<ApiSchema> {
  let schema = built.get(library);
  if (!schema) {
    schema = buildSchema(library);
    built.set(library, schema);
  }
  return schema;
}

/** Generated reads, published questions and the areas' operations as one schema. Throws SETUP when two define the same field. */
export async function buildSchema(library: Library, { strict = false } = {}): Promise<ApiSchema> {
  const reads = await graphReads(strict);
  const slices = [ownSlice(reads.schema), questionSlice(library), ...areaSlices()].filter((s) => s.typeDefs);
  refuseDoubles(reads.schema, slices);
  const typeDefs = [...slices.map((slice) => slice.typeDefs), ...mutationRoot(slices)];
  const schema = mergeSchemas({
    schemas: [reads.schema],
    typeDefs,
    resolvers: [...slices.map(({ resolvers }) => resolvers), customerLinks(typeDefs, reads.schema)],
  });
  keepDelegated(schema, reads.schema);
  acceptDates(schema);
  openAhead(schema);
  guardRoots(schema, reads.schema);
  return { schema, check: reads.check };
}

/** The generated reads have no Mutation that areas could extend. */
function mutationRoot(slices: readonly AreaSlice[]): string[] {
  return slices.some(({ typeDefs }) => /extend type Mutation\b/.test(typeDefs)) ? ['type Mutation'] : [];
}

function ownSlice(reads: GraphQLSchema): AreaSlice {
  const typeDefs = readFileSync(join(packageRoot, 'src', 'api', 'schema', 'schema.graphql'), 'utf8');
  return { area: 'api', typeDefs, resolvers: { ...scalars, Query: { customer: customerPoint(reads) } } };
}

/** Merging would silently join two fields of one name; here the second is an error that names both. */
function refuseDoubles(reads: GraphQLSchema, slices: readonly AreaSlice[]): void {
  const owner = new Map<string, string>();
  for (const name of Object.keys(reads.getQueryType()?.getFields() ?? {}))
    owner.set(`Query.${name}`, 'graph-types.graphql');
  for (const name of Object.keys(reads.getTypeMap()))
    if (isObjectType(reads.getType(name))) owner.set(name, 'graph-types.graphql');
  for (const { area, typeDefs } of slices)
    for (const name of definedIn(typeDefs)) {
      const other = owner.get(name);
      if (other !== undefined)
        throw new AppError(
          'SETUP',
          `${area}: ${name} is defined by ${other} already`,
          'give one of the two another name',
        );
      owner.set(name, area);
    }
}

function definedIn(typeDefs: string): string[] {
  return parse(typeDefs).definitions.flatMap((definition) => {
    if (definition.kind === 'ObjectTypeExtension')
      return (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`);
    if (definition.kind === 'EnumTypeExtension')
      return (definition.values ?? []).map((value) => `${definition.name.value}.${value.name.value}`);
    return 'name' in definition && definition.name ? [definition.name.value] : [];
  });
}
