import { type ASTVisitor, GraphQLError, type StringValueNode, type ValidationContext, type ValueNode } from 'graphql';
import { ERROR_KINDS } from '../../kernel/error.js';
import { isPlain, textProblem } from '../../kernel/text.js';

/** How deep and how wide a value handed in may be. A filter that walks over three persons is 9 deep;
 * each further person is two more, passes every limit on documents, and multiplies what the database has to walk. */
export const VALUE_BOUNDS = { depth: 9, size: 5000, text: 20_000 } as const;

/** How many values were counted so far. */
export interface Values {
  size: number;
}

/**
 * What is wrong with a value that a request runs with, or null; `values` counts on over all of a request. Stops
 * counting at the bounds, of which `most` values may be another where rows come in.
 */
export function valueProblem(
  value: unknown,
  values: Values = { size: 0 },
  most: number = VALUE_BOUNDS.size,
): string | null {
  const visit = (inner: unknown, depth: number): string | null => {
    if (depth > VALUE_BOUNDS.depth) return `deeper than ${VALUE_BOUNDS.depth}`;
    values.size += 1;
    if (values.size > most) return `more than ${most} values`;
    if (typeof inner === 'string' && inner.length > VALUE_BOUNDS.text)
      return `a text longer than ${VALUE_BOUNDS.text} characters`;
    const illFormed = typeof inner === 'string' ? textProblem(inner) : null;
    if (illFormed) return `a text that ${illFormed}`;
    if (!Array.isArray(inner) && !isPlain(inner)) return null; // a date is one value, whatever it is made of
    for (const item of Object.values(inner)) {
      const problem = visit(item, depth + 1);
      if (problem) return problem;
    }
    return null;
  };
  return visit(value, 0);
}

const NO_TEXT = { code: ERROR_KINDS.INPUT.code, hint: 'send the text in whole characters, as UTF-8' };

/** Validation rule: the same depth for values written into the document itself. */
export function boundedValues(context: ValidationContext): ASTVisitor {
  const check = (value: ValueNode) => {
    if (depthOf(value, VALUE_BOUNDS.depth) <= VALUE_BOUNDS.depth) return;
    context.reportError(new GraphQLError(`a value is deeper than ${VALUE_BOUNDS.depth}`, { nodes: [value] }));
  };
  const checkText = (node: StringValueNode) => {
    const problem = textProblem(node.value);
    if (problem) context.reportError(new GraphQLError(`a text ${problem}`, { nodes: [node], extensions: NO_TEXT }));
  };
  return { Argument: ({ value }) => check(value), StringValue: checkText };
}

function depthOf(value: ValueNode, left: number): number {
  if (left < 0 || (value.kind !== 'ObjectValue' && value.kind !== 'ListValue')) return 0;
  const inner = value.kind === 'ListValue' ? value.values : value.fields.map((field) => field.value);
  return 1 + inner.reduce((deepest, item) => Math.max(deepest, depthOf(item, left - 1)), 0);
}
