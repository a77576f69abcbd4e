import neo4j from 'neo4j-driver';
import { AppError } from '../../kernel/error.js';
import { illFormedIn, isPlain, textProblem } from '../../kernel/text.js';

/**
 * A value as it is, where the driver can send it and the database keeps it. What it cannot send the driver says when
 * half a message is written, which spoils the connection for whoever gets it next. Throws INPUT.
 */
export function sendable<T>(value: T): T {
  const problem = problemOf(value);
  if (problem !== null) throw unsendable(problem);
  return value;
}

/** What is said of a value that cannot be sent. */
export function unsendable(problem: string): AppError {
  return new AppError(
    'INPUT',
    `a value ${problem}, which cannot be stored`,
    'send plain text, numbers, lists and objects',
  );
}

function problemOf(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return textProblem(value);
    case 'number':
      return Number.isFinite(value) ? null : 'is a number that is not finite';
    case 'function':
    case 'symbol':
      return `is a ${typeof value}`;
    case 'object':
      return value === null ? null : insideOf(value);
    default:
      return null; // the driver leaves undefined out, and sends boolean and bigint
  }
}

function insideOf(value: object): string | null {
  if (Array.isArray(value)) return firstProblem(value);
  if (isOfDriver(value)) return null;
  return isPlain(value) ? (keyProblem(value) ?? firstProblem(Object.values(value))) : 'is an object of a class';
}

function keyProblem(value: object): string | null {
  return illFormedIn(Object.keys(value)) ? 'has a key that is no well-formed text' : null;
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
