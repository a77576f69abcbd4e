import {
  extendSchema,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ApiContext } from '../../../security/index.js';
import { asGenerated, fieldNode } from '../generated-place.js';
import { Connection, keyName, type Row } from './connection.js';
import { isConnection } from './order.js';
import { orderOf, type Position, positionOf, whereAfter } from './position.js';

type Resolver = GraphQLFieldResolver<unknown, ApiContext>;

interface Args {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly where?: object | null;
  readonly sort?: Parameters<typeof orderOf>[0] | null;
}

/** What answers one connection of Query: the generated list, and the generated connection to count by. */
interface Generated {
  readonly list: string;
  readonly rows: Resolver;
  readonly connection: string;
  readonly count: Resolver;
  readonly node: GraphQLObjectType;
}

/**
 * The connections of Query, read as their lists from a place on: the generated connection collects all nodes for each
 * page, and counts them once a row.
 */
export function pagedConnections(reads: GraphQLSchema): Record<string, Resolver> {
  const fields = reads.getQueryType()!.getFields();
  const schema = extendSchema(reads, RANGES, { assumeValid: true });
  const connections = Object.values(fields).filter(({ name }) => isConnection(name));
  return Object.fromEntries(
    connections.map(({ name, resolve }) => {
      const list = name.replace(/Connection$/, '');
      const { type, resolve: rows } = fields[list]!;
      const node = getNamedType(type) as GraphQLObjectType;
      const generated = { list, rows: rows as Resolver, connection: name, count: resolve as Resolver, node };
      return [name, paged(schema, generated)];
    }),
  );
}

/** Filters that the generated reads translate, but offer for numbers and times only. */
const RANGES = parse(`extend input IDScalarFilters { gt: ID gte: ID lt: ID }
  extend input StringScalarFilters { gt: String gte: String lt: String }`);

function paged(schema: GraphQLSchema, generated: Generated): Resolver {
  return (_root, args: Args, context, asked) => {
    const info = { ...asked, schema };
    const order = orderOf(args.sort ?? [], generated.node);
    // values of a cursor are read as those of an argument are: by the types that are served, not the generated ones
    const served = asked.schema.getType(generated.node.name) as GraphQLObjectType;
    const after = args.after == null ? null : positionOf(args.after, order, served);
    const rowsAfter = (place: Position | null, limit: number | null, selections: readonly SelectionNode[]) => {
      const where = { AND: [...(args.where ? [args.where] : []), whereAfter(place, order)] };
      const sort = order.map(({ field, way }) => ({ [field]: way }));
      const keys = order.map(({ field }, at) => fieldNode(field, keyName(at)));
      const listed = asGenerated(info, generated.list, [...keys, ...selections]);
      return generated.rows(null, { where, sort, limit }, context, listed) as Promise<Row[]>;
    };
    const count = async () => {
      const counted = asGenerated(info, generated.connection, [fieldNode('totalCount')]);
      const { totalCount } = await (generated.count(
        null,
        { where: args.where ?? null },
        context,
        counted,
      ) as Promise<Row>);
      return totalCount as number;
    };
    const first = args.first ?? null;
    const rows = () => rowsAfter(after, first === null ? null : first + 1, nodesIn(info));
    const goesOn = async (last: Position | null) => (await rowsAfter(last, 1, [])).length > 0;
    return new Connection({ order, after, first, rows, goesOn, count });
  };
}

/** What is asked of the nodes of the page, wherever it stands in the document. */
function nodesIn({ fieldNodes, fragments }: GraphQLResolveInfo): SelectionNode[] {
  return fieldNodes.flatMap(({ selectionSet }) => below(selectionSet, ['edges', 'node'], fragments));
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function below(set: SelectionSetNode | undefined, path: readonly string[], fragments: Fragments): SelectionNode[] {
  if (!set || path.length === 0) return [...(set?.selections ?? [])];
  return set.selections.flatMap((selection): SelectionNode[] => {
    const isField = selection.kind === Kind.FIELD;
    if (isField && selection.name.value !== path[0]) return [];
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]?.selectionSet : selection.selectionSet;
    const selections = below(inner, isField ? path.slice(1) : path, fragments);
    const { directives } = selection;
    if (!directives?.length) return selections;
    return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
  });
}
