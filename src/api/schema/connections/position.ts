import { type GraphQLObjectType, type GraphQLScalarType, getNullableType, isNonNullType } from 'graphql';
import { z } from 'zod';
import { AppError } from '../../../kernel/error.js';

type Where = Readonly<Record<string, unknown>>;

/** A field of the nodes that they are ordered by, and which way. */
export interface Key {
  readonly field: string;
  readonly way: 'ASC' | 'DESC';
  readonly nullable: boolean;
}

type Value = string | number | null;

/** The place of one node in an order: what it has in each key. */
export type Position = readonly (Key & { readonly value: Value })[];

/** What tells nodes of one type apart: the id, and of events, whose ids are those of their sources, the source. */
const APART = ['id', 'source'];

/** The order that a connection's `sort` asks for, made total by what tells the nodes apart. */
export function orderOf(sort: readonly Readonly<Record<string, Key['way'] | null>>[], node: GraphQLObjectType): Key[] {
  const fields = node.getFields();
  const apart = APART.slice(0, node.name === 'Event' ? 2 : 1).map((field) => [field, 'ASC'] as const);
  const order = new Map<string, Key['way']>();
  for (const [field, way] of [...sort.flatMap((one) => Object.entries(one)), ...apart])
    if (way !== null && !order.has(field)) order.set(field, way);
  return [...order].map(([field, way]) => ({ field, way, nullable: !isNonNullType(fields[field]!.type) }));
}

/** A cursor: the order and the place in it, so that the page after needs no page before. */
export function cursorOf(position: Position): string {
  return Buffer.from(JSON.stringify(position.map(({ field, way, value }) => [field, way, value]))).toString(
    'base64url',
  );
}

const CURSOR = z.array(z.tuple([z.string(), z.enum(['ASC', 'DESC']), z.union([z.string(), z.number(), z.null()])]));

/** The place that a cursor names. Throws INPUT for another text, and for the cursor of another order. */
export function positionOf(cursor: string, order: readonly Key[], node: GraphQLObjectType): Position {
  const { data: keys } = CURSOR.safeParse(unpacked(cursor));
  if (!keys?.every(([field, , value]) => fits(node, field, value))) throw noCursor('is no cursor of this API');
  const same = order.length === keys.length && order.every(({ field, way }, at) => isAt(keys[at]!, field, way));
  if (!same) throw noCursor('comes from another `sort`');
  return order.map((key, at) => ({ ...key, value: keys[at]![2] }));
}

function isAt([field, way]: readonly [string, Key['way'], Value], wanted: string, wantedWay: Key['way']): boolean {
  return field === wanted && way === wantedWay;
}

function unpacked(cursor: string): unknown {
  try {
    const text = Buffer.from(cursor, 'base64url');
    return text.toString('base64url') === cursor ? JSON.parse(text.toString()) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the field could have this value: a filter by it is made of it. */
function fits(node: GraphQLObjectType, name: string, value: Value): boolean {
  const type = Object.hasOwn(node.getFields(), name) ? node.getFields()[name]!.type : undefined;
  if (!type) return false;
  if (value === null) return !isNonNullType(type);
  try {
    (getNullableType(type) as GraphQLScalarType).parseValue(value);
    return true;
  } catch {
    return false;
  }
}

export const CURSOR_HINT =
  'give the `endCursor` of the page before as it came, or leave `after` out for the first page';

function noCursor(what: string): AppError {
  return new AppError('INPUT', `the value of after ${what}`, CURSOR_HINT);
}

/**
 * The nodes after the place, as a `where`: those that are as far as it in some keys and farther in the next. Without
 * a place all of them, said so that the index gives an order by ids where there is one.
 */
export function whereAfter(position: Position | null, order: readonly Key[]): Where {
  if (position === null) return order[0]!.nullable ? {} : { [order[0]!.field]: { gte: '' } };
  const farther = position.map((key, at) => {
    const beyond = whereBeyond(key);
    const equal = position.slice(0, at).map(({ field, value }) => ({ [field]: { eq: value } }));
    return beyond && (at === 0 ? beyond : { AND: [...equal, beyond] });
  });
  const some = farther.filter((one) => one !== null);
  return some.length === 1 ? some[0]! : { OR: some };
}

/** In the order of the database what has no value comes last, and the other way first. */
function whereBeyond({ field, way, nullable, value }: Position[number]): Where | null {
  if (way === 'DESC') return value === null ? { NOT: { [field]: { eq: null } } } : { [field]: { lt: value } };
  if (value === null) return null;
  return nullable ? { OR: [{ [field]: { gt: value } }, { [field]: { eq: null } }] } : { [field]: { gt: value } };
}
