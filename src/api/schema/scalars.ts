import {
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function day(value: unknown): string {
  const text = isDate(value) ? value.toISOString().slice(0, 10) : value;
  if (typeof text === 'string' && DAY.test(text)) return text;
  throw new GraphQLError('Date must be YYYY-MM-DD');
}

function whole(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value);
  throw new GraphQLError('BigInt must be a whole number');
}

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined;
}

/** The generated DateTime knows the driver's times only; services and questions answer with dates. */
export function dateTimeOf(reads: GraphQLSchema): GraphQLScalarType {
  const generated = reads.getType('DateTime') as GraphQLScalarType;
  const serialize = (value: unknown) => (isDate(value) ? value.toISOString() : generated.serialize(value));
  return new GraphQLScalarType({ ...generated.toConfig(), serialize });
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** The scalars that areas may use besides GraphQL's own and the generated DateTime. */
export const scalars = {
  Date: new GraphQLScalarType({
    name: 'Date',
    serialize: day,
    parseValue: day,
    parseLiteral: (node) => day(textOf(node)),
  }),
  BigInt: new GraphQLScalarType({
    name: 'BigInt',
    serialize: (value) => whole(value).toString(),
    parseValue: whole,
    parseLiteral: (node) => whole(textOf(node)),
  }),
  JSON: new GraphQLScalarType({
    name: 'JSON',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  }),
};
