import { type GraphQLArgument, type GraphQLField, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** What orders edges between the same two nodes, where there can be several. */
const BESIDE_IDS = ['channel', 'platform', 'interest', 'role'];

/** A field that is read a page at a time by cursors. */
export function isConnection(name: string): boolean {
  return name.endsWith('Connection');
}

/**
 * Gives every generated connection an order by ids, as the default of its `sort`, and says so: without one the database
 * returns rows as it finds them, and a page after another may repeat some and leave out others.
 */
export function ordered(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) if (isConnection(field.name)) order(field);
  return schema;
}

function order(field: Field): void {
  const sort = field.args.find(({ name }) => name === 'sort');
  const byId = sort && orderOf(sort);
  if (!byId) return;
  Object.assign(sort, { defaultValue: byId });
  field.description = `${field.description ? `${field.description} ` : ''}${ORDER}`;
}

const ORDER =
  'In the order of ids, or as `sort` says. `after` is the `endCursor` of the page before; another text is refused.';

function orderOf({ type }: GraphQLArgument): object[] | undefined {
  const fields = fieldsOf(type);
  if (fields.id) return [{ id: 'ASC' }];
  if (!fields.node || !fieldsOf(fields.node.type).id) return undefined;
  const edge = fields.edge ? fieldsOf(fields.edge.type) : {};
  const beside = BESIDE_IDS.filter((name) => edge[name]);
  return [{ node: { id: 'ASC' } }, ...beside.map((name) => ({ edge: { [name]: 'ASC' } }))];
}

function fieldsOf(type: GraphQLArgument['type']): Readonly<Record<string, { readonly type: GraphQLArgument['type'] }>> {
  const named = getNamedType(type);
  return 'getFields' in named ? (named.getFields() as ReturnType<typeof fieldsOf>) : {};
}
