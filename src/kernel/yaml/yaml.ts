import { type Document, type ErrorCode, isAlias, LineCounter, parseDocument, visit, type YAMLParseError } from 'yaml';
import type { Words } from '../words/issues.js';

/**
 * What a file of YAML says, and the line of a key or of the nearest thing above it; or the first that is wrong with it.
 */
export type Yaml =
  | { readonly value: unknown; readonly lineOf: (keys: readonly PropertyKey[]) => number }
  | {
      readonly problem: string;
      /** The same with the line and without the path, for who wrote the text into a page. */
      readonly words: Words;
    };

/** What a file that people write stays far below; a small file of aliases of aliases can mean gigabytes. */
const MOST = { characters: 1_000_000, aliases: 50, depth: 20 } as const;

const TOO_LONG: Words = {
  en: `is longer than ${MOST.characters} characters`,
  zh: `超过 ${MOST.characters} 个字`,
};
const TOO_DEEP: Words = { en: `is nested deeper than ${MOST.depth}`, zh: `嵌套超过 ${MOST.depth} 层` };
const TOO_MANY_ALIASES: Words = { en: `has more than ${MOST.aliases} aliases`, zh: `别名超过 ${MOST.aliases} 个` };
const WILD_ALIASES: Words = {
  en: 'has aliases that name nothing, or unfold to more than a file may hold',
  zh: '别名无所指，或展开后过大',
};

/** What the library says at length in English, for those mistakes that people make. */
const BROKEN_ZH: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: '缩进不一致',
  TAB_AS_INDENT: '缩进须用空格，不能用制表符',
  DUPLICATE_KEY: '同一键出现了两次',
  MISSING_CHAR: '缺少字符，如引号、括号、逗号，或冒号后的空格',
  BLOCK_AS_IMPLICIT_KEY: '冒号后还有冒号：文字请加引号',
  MULTILINE_IMPLICIT_KEY: '缺少冒号，或引号未闭合',
};

function wordsOf({ code, message }: YAMLParseError): Words {
  return { en: message.split('\n')[0]!, zh: BROKEN_ZH[code] ?? '不是有效的 YAML' };
}

/** Reads YAML within bounds. `path` is for what is said of it, as `path:line: what is wrong`. */
export function readYaml(text: string, path: string): Yaml {
  const wrong = (line: number, { en, zh }: Words) => ({
    problem: `${path}:${line}: ${en}`,
    words: { en: `line ${line}: ${en}`, zh: `第 ${line} 行：${zh}` },
  });
  if (text.length > MOST.characters) return wrong(1, TOO_LONG);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines });
    const [broken] = document.errors;
    // the library tells of its own stack that way
    if (broken && /call stack/.test(broken.message)) return wrong(1, TOO_DEEP);
    if (broken) return wrong(broken.linePos?.[0].line ?? 1, wordsOf(broken));
    if (aliasesIn(document) > MOST.aliases) return wrong(1, TOO_MANY_ALIASES);
    const value: unknown = document.toJS({ maxAliasCount: MOST.aliases });
    if (isDeeper(value, MOST.depth)) return wrong(1, TOO_DEEP);
    return { value, lineOf: (keys) => lineOf(document, lines, keys) };
  } catch (error) {
    if (error instanceof RangeError) return wrong(1, TOO_DEEP);
    if (error instanceof ReferenceError) return wrong(1, WILD_ALIASES);
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
