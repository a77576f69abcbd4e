import {
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { z } from 'zod';
import { timeOf } from '../../kernel/input.js';

const dayOf = z.iso.date();

function day(value: unknown): string {
  const read = dayOf.safeParse(isDate(value) ? value.toISOString().slice(0, 10) : value);
  if (read.success) return read.data;
  throw new GraphQLError('Date cannot represent what is no day like 2026-01-31');
}

/**
 * A time of the calendar, in UTC. What the database cannot read it refuses while it plans, as a fault of the statement
 * and not of its value; so no such time gets there.
 */
function moment(value: unknown): string {
  const read = timeOf.safeParse(value);
  if (read.success) return read.data.toISOString();
  throw new GraphQLError('DateTime cannot represent what is no time like 2026-03-01T00:00:00Z');
}

function whole(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value);
  throw new GraphQLError('BigInt cannot represent what is no whole number');
}

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined;
}

/** The generated DateTime answers with the driver's times only, and takes what only JavaScript can read. */
export function dateTimeOf(reads: GraphQLSchema): GraphQLScalarType {
  const generated = reads.getType('DateTime') as GraphQLScalarType;
  const serialize = (value: unknown) => (isDate(value) ? value.toISOString() : generated.serialize(value));
  const parseLiteral = (node: ValueNode) => moment(textOf(node));
  return new GraphQLScalarType({ ...generated.toConfig(), serialize, parseValue: moment, parseLiteral });
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
