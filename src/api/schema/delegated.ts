import { defaultMergedResolver, isExternalObject } from '@graphql-tools/delegate';
import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';

/**
 * An object that came by delegation was answered by the generated schema already; running the generated resolvers on it once
 * more would look for driver values that are gone. Changes the schema in place.
 */
export function keepDelegated(schema: GraphQLSchema, reads: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getQueryType() || type === schema.getMutationType()) continue;
    if (!reads.getType(type.name) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const own = field.resolve ?? defaultFieldResolver;
      field.resolve = (parent, args, context, info) =>
        isExternalObject(parent)
          ? defaultMergedResolver(parent, args, context, info)
          : own(parent, args, context, info);
    }
  }
}
