import type { Statement } from './header.js';

/**
 * The values of the `try` lines as JSON has them: times as ISO 8601, those that count from now too, and for a community
 * that is looked up an id as communities have. Without those that are null.
 */
export function triedExamples({ tried }: Pick<Statement, 'tried'>): Record<string, unknown> {
  const values = [...tried].map(([name, literal]) => [name, parsed(literal)] as const);
  return Object.fromEntries(values.filter(([, value]) => value != null));
}

/** A file as Neo4j Browser and cypher-shell take it: its `try` lines as commands, then all the rest. */
export function asPasted({ tried }: Pick<Statement, 'tried'>, source: string): string {
  const commands = [...tried].map(([name, literal]) => `:param ${name} => ${literal};`);
  const rest = source.split('\n').filter((line) => !/^\/\/ try\s/.test(line));
  return [...commands, ...rest].join('\n').trimEnd();
}

/** `datetime()`, and so many days or months before it. */
const FROM_NOW = /^datetime\(\)(?: - duration\((?:\{(days|months): (\d+)\}|'P(\d+)D')\))?$/;

function parsed(literal: string): unknown {
  const fromNow = FROM_NOW.exec(literal);
  if (fromNow) return before(new Date(), fromNow[1] === 'months', Number(fromNow[2] ?? fromNow[3] ?? 0)).toISOString();
  if (literal.startsWith('COLLECT { MATCH (c:Community)')) return 'k-1';
  const [, time] = /^datetime\('([^']*)'\)$/.exec(literal) ?? [];
  if (time !== undefined) return new Date(time).toISOString();
  try {
    return JSON.parse(literal.replaceAll("'", '"'));
  } catch {
    return undefined;
  }
}

function before(now: Date, months: boolean, count: number): Date {
  if (months) now.setUTCMonth(now.getUTCMonth() - count);
  else now.setUTCDate(now.getUTCDate() - count);
  return now;
}
