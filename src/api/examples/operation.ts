import { astFromValue, type GraphQLField, type GraphQLOutputType, getNamedType, isObjectType, print } from 'graphql';
import type { Values } from './change.js';

export type Field = GraphQLField<unknown, unknown>;

/** How far an answer is followed into records and edges. */
const DEEPEST = 3;

interface Named {
  readonly name?: string;
  /** Arguments that are given by a variable, by its name. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** An operation that asks a field for all that its type tells without arguments. */
export function operationOf(
  kind: 'query' | 'mutation',
  { name, args, type }: Field,
  values: Values,
  { name: called = name, variables = {} }: Named = {},
): string {
  const given = args.flatMap((arg) => {
    if (variables[arg.name] !== undefined) return [`${arg.name}: $${variables[arg.name]}`];
    return values[arg.name] === undefined ? [] : [`${arg.name}: ${print(astFromValue(values[arg.name], arg.type)!)}`];
  });
  const declared = args
    .filter((arg) => variables[arg.name] !== undefined)
    .map((arg) => `$${variables[arg.name]}: ${arg.type}`);
  const asked = `${name}${inBrackets(given)}${selectionOf(type, 1, '  ')}`;
  return `${kind} ${called[0]!.toUpperCase()}${called.slice(1)}${inBrackets(declared)} {\n  ${asked}\n}`;
}

function inBrackets(parts: readonly string[]): string {
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

/** All that a type tells without arguments; empty for a value. */
function selectionOf(type: GraphQLOutputType, depth: number, indent: string): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const lines = Object.values(named.getFields()).flatMap((field): string[] => {
    if (field.args.length > 0) return [];
    if (!isObjectType(getNamedType(field.type))) return [field.name];
    if (getNamedType(field.type).name === 'Customer' && field.name !== 'node') return [`${field.name} { alias }`];
    const inner = depth < DEEPEST ? selectionOf(field.type, depth + 1, `${indent}  `) : '';
    return inner ? [`${field.name}${inner}`] : [];
  });
  return lines.length === 0 ? '' : ` {\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}}`;
}
