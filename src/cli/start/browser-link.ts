import type { Statement } from '../../graph/library/header.js';

/**
 * Opens a question in the editor of Neo4j Browser, with its example's values in the place of its parameters: the editor
 * takes what it is given as one command, and would send whole numbers of `:params` as decimal ones, which `LIMIT`
 * refuses.
 */
export function browserLink(httpUrl: string, statement: Statement): string {
  const text = `${inlined(statement)};`;
  return `${httpUrl.replace(/\/$/, '')}/browser/?cmd=edit&arg=${encodeURIComponent(text)}`;
}

/**
 * The statement with the values of its example where it names parameters, and with their defaults where it has none.
 */
export function inlined({ text, example, params }: Pick<Statement, 'text' | 'example' | 'params'>): string {
  const defaults = params.map(({ name, defaultValue }) => [name, JSON.stringify(defaultValue ?? null)] as const);
  const values = new Map([...defaults, ...entriesOf(example ?? '')]);
  return text.replace(
    /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\$(\w+)/g,
    (whole, name: string | undefined) => (name === undefined ? whole : (values.get(name) ?? whole)),
  );
}

/** Names and values of `:params {a: 1, b: ['x', {c: 2}]}`, each value as it is written. */
function entriesOf(example: string): [string, string][] {
  const inner = /^:params?\s*\{(.*)\}\s*$/s.exec(example)?.[1];
  if (inner === undefined) return [];
  return topLevelParts(inner).flatMap((part): [string, string][] => {
    const match = /^\s*(\w+)\s*:\s*(.*?)\s*$/s.exec(part);
    return match ? [[match[1]!, match[2]!]] : [];
  });
}

function topLevelParts(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of text.matchAll(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[\s\S]/g)) {
    if ('[{('.includes(token)) depth++;
    if (']})'.includes(token)) depth--;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}
