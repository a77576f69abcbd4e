import type { Statement } from './header.js';

/** The values of the `try` lines, times as ISO 8601, without those that are null or worked out. */
export function triedExamples({ tried }: Pick<Statement, 'tried'>): Record<string, unknown> {
  const values = [...tried].map(([name, literal]) => [name, parsed(literal)] as const);
  return Object.fromEntries(values.filter(([, value]) => value != null));
}

/** A file as Neo4j Browser and cypher-shell take it in one paste: its `try` lines as commands, then all the rest. */
export function asPasted({ tried }: Pick<Statement, 'tried'>, source: string): string {
  const commands = [...tried].map(([name, literal]) => `:param ${name} => ${literal};`);
  const rest = source.split('\n').filter((line) => !/^\/\/ try\s/.test(line));
  return [...commands, ...rest].join('\n').trimEnd();
}

function parsed(literal: string): unknown {
  const [, time] = /^datetime\('([^']*)'\)$/.exec(literal) ?? [];
  if (time !== undefined) return new Date(time).toISOString();
  try {
    return JSON.parse(literal.replaceAll("'", '"'));
  } catch {
    return undefined;
  }
}
