import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { ERROR_KINDS } from '../../kernel/error.js';
import { type Fault, FORM, mustBe, type Words } from '../../kernel/issues.js';
import { ILL_FORMED, illFormedIn, isPlain } from '../../kernel/text.js';
import { isConnection } from '../schema/connections.js';
import { type Values, valueProblem } from './value-bounds.js';

type Variables = Readonly<Record<string, unknown>>;

interface Params {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

/** The variables as they will be used, defaults and all; or what is wrong with the values of the request. */
export type AskedValues = { readonly variables: Variables } | { readonly problem: GraphQLError };

/** Arguments that say how many rows, and from which. */
const COUNTS = /^(limit|first|last|offset|skip)$/;

/**
 * Coerces a request's variables by the operation that will run, then measures every value it will run with: variables,
 * their defaults, and literals with variables inside. Refuses what does not fit its type, negative counts, ill-formed
 * text (BAD_USER_INPUT), and too much (TOO_MUCH). In production no name is suggested.
 */
export function askedValues(
  schema: GraphQLSchema,
  { document, operationName, variables }: Params,
  production: boolean,
): AskedValues {
  const operation = getOperationAST(document, operationName);
  if (!operation) return { variables: {} }; // execution says which operations there are
  const options = { maxErrors: 5, hideSuggestions: production };
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables }, options);
  if (errors) return { problem: wrongType(errors[0]!) };
  const problem = problemIn(document, coerced);
  return problem ? { problem } : { variables: coerced };
}

/** What graphql-js says of a variable: the value stands in it, which could be personal. */
const SAYS = /^Variable "\$\w+" got invalid value .* at "\w+\.?([^"]*)"; (.+)$/s;
const REPEATS = /^(\w+) cannot represent (.+?)(?:: .*)?$/s;
const WHOLE: Words = { en: 'a whole number from -2147483648 to 2147483647', zh: '不超过 2147483647 的整数' };
const MEANS: Readonly<Record<string, ReturnType<typeof mustBe>>> = {
  Int: mustBe(WHOLE),
  Float: mustBe('number'),
  DateTime: mustBe('date'),
};

/** A value that does not fit its type: told by its field and never repeated. */
function wrongType({ message, nodes }: GraphQLError): GraphQLError {
  const [, at, rest] = SAYS.exec(message) ?? [];
  const [, type, what] = REPEATS.exec(rest ?? '') ?? [];
  if (at === undefined || type === undefined) return wrong(message, nodes);
  const path = at.replaceAll(/\[(\d+)\]/g, '.$1');
  const means = MEANS[type];
  const text = means?.en ?? `${type} cannot represent ${what}`;
  const fault: Fault = { path, text, textZh: means?.zh ?? FORM.zh };
  return wrong(`${path}: ${text}`, nodes, CORRECT, [fault]);
}

/** The first problem of any value in the document, with the variables inside it in their places. */
function problemIn(document: DocumentNode, variables: Variables): GraphQLError | null {
  const values: Values = { size: 0 };
  let found: GraphQLError | null = null;
  const check = (name: string, node: ValueNode) => {
    const value = valueFromASTUntyped(node, variables as never);
    found ??= ownProblem(name, value, node) ?? tooMuch(valueProblem(value, values), node);
  };
  visit(document, {
    Field: ({ name, arguments: given = [] }) => {
      const after = isConnection(name.value) ? given.find((one) => one.name.value === 'after')?.value : undefined;
      if (after) found ??= wrongCursor(valueFromASTUntyped(after, variables as never), after);
    },
    Argument: ({ name, value }) => {
      if (!found) check(name.value, value);
    },
  });
  return found;
}

function ownProblem(name: string, value: unknown, node: ValueNode): GraphQLError | null {
  if (illFormedIn(value)) return wrong(`the value of ${name} ${ILL_FORMED}`, [node]);
  const negative = COUNTS.test(name) && typeof value === 'number' && value < 0;
  if (negative) return wrong(`${name} is below 0`, [node]);
  if (!isPlain(value)) return null;
  for (const [inner, count] of Object.entries(value))
    if (COUNTS.test(inner) && typeof count === 'number' && count < 0) return wrong(`${inner} is below 0`, [node]);
  return null;
}

/** What connections hand out as `cursor`: a place in their order. The generated reads take any other text for page one. */
const CURSOR = /^arrayconnection:\d{1,9}$/;

function wrongCursor(value: unknown, node: ValueNode): GraphQLError | null {
  if (typeof value !== 'string') return null; // null begins at the first page; other types are refused by the schema
  const place = Buffer.from(value, 'base64');
  if (CURSOR.test(place.toString()) && place.toString('base64') === value) return null;
  const hint = 'give the `endCursor` of the page before as it came, or leave `after` out for the first page';
  return wrong('the value of after is no cursor of this API', [node], hint);
}

const CORRECT = 'correct the value; the schema says what it may be';

type Nodes = GraphQLError['nodes'] | readonly ValueNode[];

function wrong(message: string, nodes: Nodes, hint = CORRECT, faults?: readonly Fault[]): GraphQLError {
  const extensions = { code: ERROR_KINDS.INPUT.code, hint, ...(faults && { faults }) };
  return new GraphQLError(message, { nodes: nodes ?? null, extensions });
}

function tooMuch(problem: string | null, node: ValueNode): GraphQLError | null {
  if (problem === null) return null;
  const extensions = { code: ERROR_KINDS.TOO_MUCH.code, hint: 'ask for less in one request' };
  return new GraphQLError(`the request runs with a value that is ${problem}`, { nodes: [node], extensions });
}
