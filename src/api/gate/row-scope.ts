import {
  type ArgumentNode,
  astFromValue,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { RowScope } from '../../kernel/services.js';

type Where = Readonly<Record<string, unknown>>;

/** How a generated read of each type is limited to the customers of a scope, as its `where`. */
const LIMITS: Readonly<Record<string, (customer: Where) => Where>> = {
  CustomerWhere: (customer) => customer,
  OrderWhere: (customer) => ({ by: { some: customer } }),
  PostWhere: (customer) => ({ by: { some: customer } }),
};

/** Generated reads that tell of things, not of how many people: open to viewers of limited rows as they are. */
const OF_THINGS = ['products', 'stores', 'categories', 'interests', 'companies', 'purposes', 'analysisRuns'];

/**
 * Whether a field of Query is a generated read that viewers of limited rows may ask: it is limited by its `where`, or
 * tells of things.
 */
export function isLimitable(field: GraphQLField<unknown, unknown>): boolean {
  const where = field.args.find(({ name }) => name === 'where');
  const of = where && getNamedType(where.type).name.replace(/Connection(?=Where$)/, '');
  return OF_THINGS.includes(field.name) || (of !== undefined && Object.hasOwn(LIMITS, of));
}

/**
 * The document with every generated read of people, their orders and posts limited to the rows of the scope, however
 * deep it stands: each has a `where`, and gets one more condition in it.
 */
export function limitRows(
  schema: GraphQLSchema,
  document: DocumentNode,
  { scope, variables }: { scope: RowScope; variables: Readonly<Record<string, unknown>> },
): DocumentNode {
  const info = new TypeInfo(schema);
  const leave = (node: FieldNode): FieldNode | undefined => {
    const where = info.getFieldDef()?.args.find(({ name }) => name === 'where');
    const condition = where && conditionOf(schema, where, scope);
    return condition && withWhere(node, condition, variables);
  };
  return visit(document, visitWithTypeInfo(info, { Field: { leave } }));
}

/**
 * The condition as a literal of the argument's type; undefined for reads of other things. A connection has the nodes'
 * inside its own.
 */
function conditionOf(schema: GraphQLSchema, { type }: GraphQLArgument, scope: RowScope): ValueNode | undefined {
  const name = getNamedType(type).name;
  const direct = LIMITS[name];
  if (direct) return literal(schema, name, direct(customerWhere(scope)));
  const inner = innerName(schema, name);
  const node = inner === undefined ? undefined : literal(schema, inner, LIMITS[inner]!(customerWhere(scope)));
  return node && { kind: Kind.OBJECT, fields: [fieldOf('node', node)] };
}

/** The `where` of the nodes that a connection's `where` takes, when it is a limited one. */
function innerName(schema: GraphQLSchema, name: string): string | undefined {
  const type = schema.getType(name);
  if (!name.endsWith('ConnectionWhere') || !type || !('getFields' in type)) return undefined;
  const node = type.getFields().node;
  const inner = node && getNamedType(node.type).name;
  return inner !== undefined && Object.hasOwn(LIMITS, inner) ? inner : undefined;
}

function customerWhere({ regions, cities, stores, consent }: RowScope): Where {
  return {
    AND: [
      ...(regions ? [{ region: { in: regions } }] : []),
      ...(cities ? [{ city: { in: cities } }] : []),
      ...(stores ? [{ placed: { some: { stores: { some: { id: { in: stores } } } } } }] : []),
      ...(consent === null ? [] : [{ consents: { some: { id: { eq: consent } } } }]),
    ],
  };
}

function literal(schema: GraphQLSchema, type: string, value: Where): ValueNode {
  const input = schema.getType(type);
  return astFromValue(value, input as Parameters<typeof astFromValue>[1])!;
}

function withWhere(node: FieldNode, condition: ValueNode, variables: Readonly<Record<string, unknown>>): FieldNode {
  const own = node.arguments?.find(({ name }) => name.value === 'where')?.value;
  const given = own && own.kind !== Kind.NULL && !(own.kind === Kind.VARIABLE && variables[own.name.value] == null);
  const both: ValueNode = given
    ? { kind: Kind.OBJECT, fields: [fieldOf('AND', { kind: Kind.LIST, values: [own, condition] })] }
    : condition;
  const where: ArgumentNode = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'where' }, value: both };
  const others = (node.arguments ?? []).filter(({ name }) => name.value !== 'where');
  return { ...node, arguments: [...others, where] };
}

function fieldOf(name: string, value: ValueNode): ObjectFieldNode {
  return { kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value };
}
