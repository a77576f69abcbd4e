import { AppError } from '../../kernel/error.js';
import type { Param, Statement } from './header.js';
import { type Library, statementOf } from './library.js';

/**
 * A condition of the library with the values of its parameters, or a combination of some; the tree that a rule is
 * compiled to.
 */
export type Condition =
  | { readonly statement: string; readonly params: Readonly<Record<string, unknown>> }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly label: 'Profiled' };

/** A statement with a condition in place of its marked line, and the values of the condition's parameters. */
export interface Composed {
  readonly statement: Statement;
  readonly params: Readonly<Record<string, unknown>>;
}

const PLACE = 'true // rule';
const FORM = /^MATCH \(customer:Customer\)\nWHERE ([\s\S]+)\nRETURN customer\.id AS customerId$/;

/**
 * Puts a condition in place of the line marked `true // rule`. Only text of the library is put together; whatever a
 * person wrote travels as a parameter. Throws SETUP where a file does not have the form.
 */
export function composed(library: Library, name: string, condition: Condition): Composed {
  const into = statementOf(library, name);
  const found: { params: Param[]; values: Record<string, unknown>; next: number } = { params: [], values: {}, next: 0 };
  const text = textOf(library, condition, found);
  if (into.text.split(PLACE).length !== 2) throw broken(name, `it needs the line "${PLACE}" once`);
  const statement = {
    ...into,
    params: [...into.params, ...found.params],
    text: into.text.replace(PLACE, () => text),
  };
  return { statement, params: found.values };
}

interface Found {
  readonly params: Param[];
  readonly values: Record<string, unknown>;
  next: number;
}

function textOf(library: Library, condition: Condition, found: Found): string {
  if ('label' in condition) return `customer:${condition.label}`;
  if ('not' in condition) return `NOT (${textOf(library, condition.not, found)})`;
  if ('all' in condition) return joined(library, condition.all, ' AND ', found);
  if ('any' in condition) return joined(library, condition.any, ' OR ', found);
  return pieceOf(library, condition, found);
}

function joined(library: Library, parts: readonly Condition[], by: string, found: Found): string {
  return `(${parts.map((part) => textOf(library, part, found)).join(by)})`;
}

/**
 * A condition has two values: what is unknown does not hold, so that the opposite of a rule is everybody else. Each
 * file sees to that itself; `coalesce` around all of them would make the planner look through the graph for every
 * customer before it compares a property.
 */
function pieceOf(library: Library, piece: Extract<Condition, { statement: string }>, found: Found): string {
  const { name, params, text } = statementOf(library, piece.statement);
  const predicate = FORM.exec(text)?.[1];
  if (predicate === undefined)
    throw broken(name, 'a condition is MATCH (customer:Customer), WHERE …, RETURN customer.id');
  const prefix = `c${found.next++}_`;
  for (const param of params) {
    found.params.push({ ...param, name: prefix + param.name });
    found.values[prefix + param.name] = piece.params[param.name];
  }
  return `(${predicate.replace(/\$(\w+)/g, (_, word: string) => `$${prefix}${word}`)})`;
}

/**
 * A read whose times come as ms since 1970, which the driver reads in a fraction of the time that a `datetime` takes it;
 * ordered by these columns.
 */
export function withEpochs({ rows, text, ...statement }: Statement, order: readonly string[]): Statement {
  const columns = rows.map(({ name, type }) => (type.kind === 'datetime' ? `${name}.epochMillis AS ${name}` : name));
  return {
    ...statement,
    rows: rows.map((row) => (row.type.kind === 'datetime' ? { ...row, type: { ...row.type, kind: 'epoch' } } : row)),
    text: `CALL () {\n${text}\n}\nRETURN ${columns.join(', ')}\nORDER BY ${order.join(', ')}`,
  };
}

function broken(name: string, what: string): AppError {
  return new AppError(
    'SETUP',
    `cypher/${name}.cypher: ${what}`,
    'compare with another file of cypher/value/conditions',
  );
}
