import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** Most fields of a document with its fragments spread out. */
export const MOST_FIELDS = 1000;

/**
 * Fields of all operations with fragments spread out; stops counting above MOST_FIELDS. A fragment inside itself counts
 * as too many.
 */
export function fieldCount(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const counted = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    counted.set(name, MOST_FIELDS + 1);
    const count = of(fragments.get(name)?.selectionSet);
    counted.set(name, count);
    return count;
  };
  const of = (set: SelectionSetNode | undefined): number => {
    let count = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) count += ofFragment(selection.name.value);
      else count += (selection.kind === Kind.FIELD ? 1 : 0) + of(selection.selectionSet);
      if (count > MOST_FIELDS) return count;
    }
    return count;
  };
  return document.definitions.reduce(
    (sum, d) => sum + (d.kind === Kind.OPERATION_DEFINITION ? of(d.selectionSet) : 0),
    0,
  );
}
