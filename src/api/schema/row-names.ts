import { type DocumentNode, type GraphQLResolveInfo, Kind, type OperationDefinitionNode, visit } from 'graphql';

const OF_THE_ROW = /^(id|keyWrapped|sealed)$/;

const remembered = new WeakMap<OperationDefinitionNode, boolean>();

/**
 * Whether no alias of the operation is the name of a column by which a row is opened. Under such an alias the row would answer with another
 * column: another's id would stand in the audit.
 */
export function namesRowsPlainly({ operation, fragments }: GraphQLResolveInfo): boolean {
  const known = remembered.get(operation);
  if (known !== undefined) return known;
  let plain = true;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias && alias.value !== name.value && OF_THE_ROW.test(alias.value)) plain = false;
    },
  });
  remembered.set(operation, plain);
  return plain;
}
