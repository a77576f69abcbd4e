import { mergeSchemas } from '@graphql-tools/schema';
import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import type { Library } from '../../graph/library/library.js';
import { AppError } from '../../kernel/error.js';
import { type ApiContext, requireAllowed } from '../../security/index.js';
import { ask } from '../gate/gate.js';
import { type Operations, operationsOf } from '../gate/operations.js';
import { type AreaSlice, areaSlices, ownTypeDefs, type Resolver } from './areas.js';
import { pagedConnections } from './connections/pages.js';
import { type CustomerReads, customerReads } from './customer-read.js';
import { type GraphReads, graphReads } from './graph-schema.js';
import { questionSlice } from './questions.js';
import { planned } from './read-plans.js';
import { dateTimeOf, scalars } from './scalars.js';

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

/**
 * Generated reads, published questions and the areas' operations as one schema. Throws SETUP when two define the same
 * field, or one declares no roles.
 */
export async function buildSchema(library: Library, { strict = false } = {}): Promise<ApiSchema> {
  const reads = await graphReads(strict);
  const operations = operationsOf(library);
  const customers = customerReads(reads.schema);
  const areas = areaSlices().map((slice) => gated(slice, operations));
  const slices = [ownSlice(reads.schema, customers, operations), questionSlice(library), ...areas].filter(
    (s) => s.typeDefs,
  );
  refuseDoubles(reads.schema, slices);
  const typeDefs = [...slices.map((slice) => slice.typeDefs), ...mutationRoot(slices)];
  const own = slices.map((slice) => slice.resolvers);
  const connections = { Query: pagedConnections(reads.schema) };
  const resolvers = [plannedReads(reads.schema), connections, ...own, linked(typeDefs, customers.link)];
  return { schema: mergeSchemas({ schemas: [reads.schema], typeDefs, resolvers }), check: reads.check };
}

/**
 * The generated resolvers: of lists translated once for each place of a document, of fields as they are. Merging leaves
 * out those by the name of GraphQL's own, which know no aliases.
 */
function plannedReads(reads: GraphQLSchema): Record<string, Record<string, Resolver>> {
  const types = Object.values(reads.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  const resolved = (types as GraphQLObjectType[]).map((type) => {
    const fields = Object.values(type.getFields()).filter(({ resolve }) => resolve !== undefined);
    const isList = (field: (typeof fields)[number]) =>
      type === reads.getQueryType() && isListType(getNullableType(field.type));
    return [
      type.name,
      Object.fromEntries(
        fields.map((field) => [
          field.name,
          isList(field) ? planned(field.resolve as Resolver) : named(field.resolve as Resolver),
        ]),
      ),
    ];
  });
  return Object.fromEntries(resolved);
}

function named(own: Resolver): Resolver {
  return (parent, args, context, info) => own(parent, args, context, info);
}

/** The area's operations behind the gate; its other resolvers as they are. */
function gated(slice: AreaSlice, operations: Operations): AreaSlice {
  const behind = Object.entries(slice.resolvers).map(([type, fields]) =>
    type === 'Query' || type === 'Mutation'
      ? [type, Object.fromEntries(Object.entries(fields).map(([name, own]) => [name, asked(operations, name, own)]))]
      : [type, fields],
  );
  return { ...slice, resolvers: Object.fromEntries(behind) };
}

function asked(operations: Operations, name: string, own: Resolver): Resolver {
  const operation = operations.get(name)!;
  return (parent, args, context: ApiContext, info) =>
    ask(context.services, { operation, args }, () => own(parent, args, context, info));
}

/** The generated reads have no Mutation that areas could extend. */
function mutationRoot(slices: readonly AreaSlice[]): string[] {
  return slices.some(({ typeDefs }) => /extend type Mutation\b/.test(typeDefs)) ? ['type Mutation'] : [];
}

function ownSlice(reads: GraphQLSchema, { point }: CustomerReads, operations: Operations): AreaSlice {
  const customer = (_parent: unknown, { id }: { id: string }, context: ApiContext, info: GraphQLResolveInfo) => {
    requireAllowed(context.services.viewer, operations.get('customer')!);
    return point(id, context, info);
  };
  return {
    area: 'api/schema',
    typeDefs: ownTypeDefs(),
    resolvers: { ...scalars, DateTime: dateTimeOf(reads), Query: { customer } },
  };
}

/** `customer` of every type that has a `customerId` beside it. */
function linked(typeDefs: readonly string[], link: Resolver): Record<string, Record<string, Resolver>> {
  const types = typeDefs
    .flatMap((text) => parse(text).definitions)
    .filter((d) => d.kind === Kind.OBJECT_TYPE_DEFINITION);
  return Object.fromEntries(types.filter(hasLink).map(({ name }) => [name.value, { customer: link }]));
}

function hasLink({ fields = [] }: ObjectTypeDefinitionNode): boolean {
  const customer = fields.find(({ name }) => name.value === 'customer');
  return (
    customer !== undefined &&
    print(customer.type) === 'Customer' &&
    fields.some(({ name }) => name.value === 'customerId')
  );
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
