import { AppError } from '../../kernel/error.js';
import type { Param, Statement } from './header.js';

/** What stands in the place of a parameter: a piece of Cypher, or undefined for its default. */
export type InPlaceOf = (param: Param) => string | undefined;

/** Texts, quoted names and comments stay as they are; `$name` is a parameter. */
const TOKENS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\$(\w+)/g;

/**
 * The text of a statement as a tool runs it that hands in no parameters: each stands as a literal, by `given`, else its
 * default, else as its `try` line has it. Throws SETUP for one that has none of these.
 */
export function withLiterals(statement: Statement, given: InPlaceOf = () => undefined): string {
  const literal = (name: string) => {
    const param = statement.params.find((one) => one.name === name)!;
    const found = given(param) ?? literalOf(param) ?? statement.tried.get(name);
    if (found !== undefined) return found;
    throw new AppError(
      'SETUP',
      `cypher/${statement.name}.cypher: nothing stands for its parameter ${name}`,
      'give it a `try` line',
    );
  };
  return statement.text.replace(TOKENS, (whole, name: string | undefined) => (name ? literal(name) : whole));
}

/** The same with the values of the `try` lines. */
export function asTried(statement: Statement): string {
  return withLiterals(statement, ({ name }) => statement.tried.get(name));
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
