import type { Param, Statement } from '../graph/library/header.js';
import { triedValues } from '../graph/library/tried.js';
import { AppError } from '../kernel/error.js';

/** What stands in the place of a parameter: a piece of Cypher, or undefined for its default. */
export type InPlaceOf = (param: Param) => string | undefined;

/**
 * The text of a statement as a tool runs it that hands in no parameters: each stands as a literal, by `given`, else its
 * default, else as the `try` line has it. Throws SETUP for one that has none of these.
 */
export function withLiterals(statement: Statement, given: InPlaceOf = () => undefined): string {
  const tried = triedValues(statement.example ?? '');
  return statement.text.replace(/\$(\w+)/g, (_, name) => {
    const param = statement.params.find((one) => one.name === name)!;
    const literal = given(param) ?? literalOf(param) ?? tried.get(name);
    if (literal !== undefined) return literal;
    throw new AppError(
      'SETUP',
      `cypher/${statement.name}.cypher: nothing stands for its parameter ${name}`,
      'give it a default, or a value on the `try` line',
    );
  });
}

function literalOf({ type, defaultValue }: Param): string | undefined {
  if (defaultValue === undefined) return undefined;
  if (typeof defaultValue === 'number' && type.kind === 'float' && Number.isInteger(defaultValue))
    return defaultValue.toFixed(1);
  return Array.isArray(defaultValue) ? `[${defaultValue.map(quoted).join(', ')}]` : quoted(defaultValue);
}

/** A value as Cypher writes it. */
export function quoted(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : String(value);
}
