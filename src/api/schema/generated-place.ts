import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';

/** The place in the document as if this field of Query stood there and asked so much: what a generated read translates. */
export function asGenerated(
  info: GraphQLResolveInfo,
  fieldName: string,
  selections: readonly SelectionNode[],
): GraphQLResolveInfo {
  const parentType = info.schema.getQueryType()!;
  const node: FieldNode = { ...fieldNode(fieldName), selectionSet: { kind: Kind.SELECTION_SET, selections } };
  return { ...info, fieldName, fieldNodes: [node], parentType, returnType: parentType.getFields()[fieldName]!.type };
}

/** A field without arguments, under another name if one is given. */
export function fieldNode(name: string, alias?: string): FieldNode {
  const node = { kind: Kind.FIELD, name: nameOf(name) } as const;
  return alias === undefined ? node : { ...node, alias: nameOf(alias) };
}

function nameOf(value: string) {
  return { kind: Kind.NAME, value } as const;
}
