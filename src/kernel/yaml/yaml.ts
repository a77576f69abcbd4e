import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml';

/**
 * What a file of YAML says, and the line of a key or of the nearest thing above it; or the first that is wrong with it.
 */
export type Yaml =
  | { readonly value: unknown; readonly lineOf: (keys: readonly PropertyKey[]) => number }
  | { readonly problem: string };

/** What a file that people write stays far below; a small file of aliases of aliases can mean gigabytes. */
const MOST = { characters: 1_000_000, aliases: 50, depth: 20 } as const;

/** Reads YAML within bounds. `path` is for what is said of it, as `path:line: what is wrong`. */
export function readYaml(text: string, path: string): Yaml {
  const wrong = (line: number, what: string) => ({ problem: `${path}:${line}: ${what}` });
  if (text.length > MOST.characters) return wrong(1, `is longer than ${MOST.characters} characters`);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines });
    const [broken] = document.errors;
    // the library tells of its own stack that way
    if (broken && /call stack/.test(broken.message)) return wrong(1, `is nested deeper than ${MOST.depth}`);
    if (broken) return wrong(broken.linePos?.[0].line ?? 1, broken.message.split('\n')[0]!);
    if (aliasesIn(document) > MOST.aliases) return wrong(1, `has more than ${MOST.aliases} aliases`);
    const value: unknown = document.toJS({ maxAliasCount: MOST.aliases });
    if (isDeeper(value, MOST.depth)) return wrong(1, `is nested deeper than ${MOST.depth}`);
    return { value, lineOf: (keys) => lineOf(document, lines, keys) };
  } catch (error) {
    if (error instanceof RangeError) return wrong(1, `is nested deeper than ${MOST.depth}`);
    if (error instanceof ReferenceError)
      return wrong(1, 'has aliases that name nothing, or unfold to more than a file may hold');
    throw error;
  }
}

function aliasesIn(document: Document): number {
  let count = 0;
  visit(document, (_key, node) => {
    if (isAlias(node)) count += 1;
    return count > MOST.aliases ? visit.BREAK : undefined;
  });
  return count;
}

/** An alias of what it stands in is deeper than anything. */
function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeeper(inner, left - 1));
}

function lineOf(document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
