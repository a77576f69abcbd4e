import { delegateToSchema } from '@graphql-tools/delegate';
import { type FieldNode, type GraphQLResolveInfo, type GraphQLSchema, Kind, OperationTypeNode } from 'graphql';
import { shownIn } from '../../scores/index.js';
import { type ApiContext, outOfScope, SEALED_FIELDS } from '../../security/index.js';
import { customerById } from './point-reads.js';

/** What `network/steps/ties/customer-points` gives, and what the privacy gate adds to it. */
const IN_ONE_ROW = new Set<string>([
  '__typename',
  ...SEALED_FIELDS,
  'id',
  'alias',
  'gender',
  'city',
  'region',
  'ageBand',
  'joinedAt',
  'tier',
  'source',
  'orders',
  'spendMinor',
  'firstOrderAt',
  'lastOrderAt',
  ...shownIn('customer'),
]);

/** `customer(id)`: one statement of the library when the node alone answers, the generated read when ties are asked for too. */
export function customerPoint(reads: GraphQLSchema) {
  return async (_parent: unknown, { id }: { id: string }, context: ApiContext, info: GraphQLResolveInfo) => {
    // One out of sight is one that is not there: null tells nothing.
    if ((await outOfScope(context.services, [id])).size > 0) return null;
    if (info.fieldNodes.every(isPlain)) return customerById(context.services.graph, id);
    const found: unknown[] = await delegateToSchema({
      schema: reads,
      operation: OperationTypeNode.QUERY,
      fieldName: 'customers',
      args: { where: { id: { eq: id } }, limit: 1 },
      returnType: reads.getQueryType()!.getFields().customers!.type,
      context,
      info,
    });
    return found[0] ?? null;
  };
}

const remembered = new WeakMap<FieldNode, boolean>();

/** Documents are cached, so each is looked at once. */
function isPlain(node: FieldNode): boolean {
  const known = remembered.get(node);
  if (known !== undefined) return known;
  const plain = (node.selectionSet?.selections ?? []).every(
    (inner) =>
      inner.kind === Kind.FIELD &&
      IN_ONE_ROW.has(inner.name.value) &&
      // Under an alias that is a column's name, the row would answer with that column.
      !IN_ONE_ROW.has(inner.alias?.value ?? ''),
  );
  remembered.set(node, plain);
  return plain;
}
