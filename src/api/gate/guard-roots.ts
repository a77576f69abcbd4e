import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type ApiContext, asked, requireOperation } from '../../security/index.js';

/**
 * Puts the policy before every operation of the schema: each root field is asked by its name, and for a viewer of limited rows its answer is
 * cut down. Generated reads are cut down in the database (row-scope.ts), `customer` by itself. Changes the schema in place.
 */
export function guardRoots(schema: GraphQLSchema, reads: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    if (root) guardFields(root, ['customer', ...Object.keys(reads.getQueryType()?.getFields() ?? {})]);
}

function guardFields(root: GraphQLObjectType, cutDown: readonly string[]): void {
  for (const [operation, field] of Object.entries(root.getFields())) {
    const own = field.resolve ?? defaultFieldResolver;
    const inDatabase = cutDown.includes(operation);
    field.resolve = (parent, args, context: ApiContext, info) => {
      const { services } = context;
      if (!inDatabase) return asked(services, { operation, args }, () => own(parent, args, context, info));
      requireOperation(services.viewer, operation);
      return own(parent, args, context, info);
    };
  }
}
