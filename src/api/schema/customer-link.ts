import { batchDelegateToSchema } from '@graphql-tools/batch-delegate';
import {
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';
import type { ApiContext } from '../../security/index.js';
import { openedOnly } from '../gate/open-ahead.js';

/** Under this name the id travels beside what was asked for, so that answers find their rows. */
const KEY = 'delegatedId';
const ID: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: 'id' },
  alias: { kind: Kind.NAME, value: KEY },
};
const MOST_IN_ONE_QUESTION = 500;

interface WithCustomer {
  readonly customerId?: string | null;
}

/** `customer` beside `customerId`, for every type that has both: one generated read for all rows of an answer. */
export function customerLinks(
  typeDefs: readonly string[],
  reads: GraphQLSchema,
): Record<string, Record<string, Resolver>> {
  const types = typeDefs
    .flatMap((text) => parse(text).definitions)
    .filter((d) => d.kind === Kind.OBJECT_TYPE_DEFINITION);
  const linked = types.filter(({ fields = [] }) => {
    const customer = fields.find(({ name }) => name.value === 'customer');
    return fields.some(({ name }) => name.value === 'customerId') && customer && print(customer.type) === 'Customer';
  });
  return Object.fromEntries(linked.map(({ name }) => [name.value, { customer: customerResolver(reads) }]));
}

type Resolver = GraphQLFieldResolver<WithCustomer, ApiContext>;

function customerResolver(reads: GraphQLSchema): Resolver {
  return async (row, _args, context, info) => {
    if (row.customerId == null) return null;
    const opened = await openedOnly(context.services, row.customerId, info.fieldNodes);
    return (
      opened ??
      batchDelegateToSchema({
        schema: reads,
        operation: OperationTypeNode.QUERY,
        fieldName: 'customers',
        key: row.customerId,
        argsFromKeys: (ids) => ({ where: { id: { in: ids } }, limit: ids.length }),
        valuesFromResults: (found: Record<string, unknown>[], ids) => inOrder(found, ids),
        dataLoaderOptions: { maxBatchSize: MOST_IN_ONE_QUESTION },
        selectionSet: withId(info.fieldNodes),
        context,
        info,
      })
    );
  };
}

function inOrder(found: readonly Record<string, unknown>[], ids: readonly string[]): unknown[] {
  const byId = new Map(found.map((customer) => [customer[KEY], customer]));
  return ids.map((id) => byId.get(id) ?? null);
}

const remembered = new WeakMap<FieldNode, SelectionSetNode>();

/** The same nodes give the same set, since batching compares sets by identity first. */
function withId(nodes: readonly FieldNode[]): SelectionSetNode {
  const known = remembered.get(nodes[0]!);
  if (known) return known;
  const asked = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
  const made: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [ID, ...asked] };
  remembered.set(nodes[0]!, made);
  return made;
}
