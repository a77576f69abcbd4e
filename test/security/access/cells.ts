import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What fits no operation's limits, or no customer: the question is only whether the role is let in. */
const DUMMIES: Readonly<Record<string, string>> = {
  Int: '0',
  Float: '1e18',
  Boolean: 'false',
  ID: '"nobody"',
  String: '"xxxx"',
  DateTime: '"2020-01-01T00:00:00Z"',
  Date: '"2020-01-01"',
};

/** An operation of the schema as a field with a dummy for every argument. */
export function cellOf(schema: GraphQLSchema, operation: string): { root: 'query' | 'mutation'; field: string } {
  const mutation = schema.getMutationType()?.getFields()[operation];
  const field = mutation ?? schema.getQueryType()!.getFields()[operation]!;
  const args = field.args.map(({ name, type }) => `${name}: ${dummy(type)}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return {
    root: mutation ? 'mutation' : 'query',
    field: `${operation}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection}`,
  };
}

/**
 * A query for every field of an operation's answer; of a customer the id and alias. `given` are the values of its
 * required arguments.
 */
export function everythingOf(
  schema: GraphQLSchema,
  operation: string,
  given: Readonly<Record<string, string>>,
): string {
  const field = schema.getQueryType()!.getFields()[operation]!;
  const required = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  const args = required.map(({ name, type }) => `${name}: ${given[getNamedType(type).name] ?? dummy(type)}`);
  return `{ ${operation}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selectionOf(field.type)} }`;
}

function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  if (named.name === 'Customer') return '{ id alias knows { id alias } }';
  const fields = Object.values(named.getFields()).map((field) => `${field.name} ${selectionOf(field.type)}`);
  return `{ ${fields.join(' ')} }`;
}

function dummy(type: GraphQLInputType): string {
  if (isNonNullType(type)) return dummy(type.ofType);
  if (isListType(type)) return `[${dummy(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => `${field.name}: ${dummy(field.type)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return DUMMIES[getNamedType(type).name] ?? '{}';
}
