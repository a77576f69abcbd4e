import neo4j from 'neo4j-driver';
import { AppError } from '../../kernel/error.js';
import { ILL_FORMED, isPlain, isWellFormed } from '../../kernel/text.js';

/**
 * Parameters, once each is found to be something that the driver can send. What it cannot send it says when half a
 * message is written, which spoils the connection for whoever gets it next. Throws INPUT that names the parameter.
 */
export function sendable<T extends Readonly<Record<string, unknown>>>(statement: string, params: T): T {
  for (const [name, value] of Object.entries(params)) {
    const problem = problemOf(value);
    if (problem !== null)
      throw new AppError(
        'INPUT',
        `${statement}: ${name} ${problem}`,
        'send texts, finite numbers, true, false or null',
      );
  }
  return params;
}

function problemOf(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return isWellFormed(value) ? null : ILL_FORMED;
    case 'number':
      return Number.isFinite(value) ? null : 'holds a number that is not finite';
    case 'function':
    case 'symbol':
      return `holds a ${typeof value}, which is no value`;
    case 'object':
      return value === null ? null : insideOf(value);
    default:
      return null; // the driver leaves undefined out, and sends boolean and bigint
  }
}

function insideOf(value: object): string | null {
  if (Array.isArray(value)) return firstProblem(value);
  if (isOfDriver(value)) return null;
  return isPlain(value) ? firstProblem(Object.values(value)) : 'holds an object that is none of plain values';
}

function firstProblem(values: readonly unknown[]): string | null {
  for (const value of values) {
    const problem = problemOf(value);
    if (problem !== null) return problem;
  }
  return null;
}

function isOfDriver(value: object): boolean {
  return (
    neo4j.isInt(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isDate(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value) ||
    neo4j.isPoint(value) ||
    value instanceof Int8Array
  );
}
