import {
  type ArgumentNode,
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  TypeInfo,
  type ValueNode,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { ERROR_KINDS } from '../../kernel/error.js';
import { ILL_FORMED, illFormedIn, isPlain } from '../../kernel/text.js';
import { type Fault, FORM, FORMS, mustBe, type Words } from '../../kernel/words/issues.js';
import { isConnection } from '../schema/connections/order.js';
import { CURSOR_HINT } from '../schema/connections/position.js';
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
 * their defaults, and literals with variables inside. Refuses what does not fit its type, too small counts, ill-formed
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
  const problem = problemIn(schema, document, coerced);
  return problem ? { problem } : { variables: coerced };
}

/** What graphql-js says of a variable: the value stands in it, which could be personal. */
const SAYS = /^Variable "\$(\w+)" got invalid value .*; (.+)$/s;
const INSIDE = / at "\w+\.?([^"]*)"; [^;]+$/s;
const REPEATS = /^(\w+) cannot represent (.+?)(?:: .*)?$/s;
const WHOLE: Words = { en: 'a whole number from -2147483648 to 2147483647', zh: '不超过 2147483647 的整数' };
const MEANS: Readonly<Record<string, ReturnType<typeof mustBe>>> = {
  Int: mustBe(WHOLE),
  Float: mustBe('number'),
  DateTime: FORMS.datetime!,
  Date: FORMS.date!,
  BigInt: mustBe('int'),
};

/** A value that does not fit its type: told by its field and never repeated. */
function wrongType({ message, nodes }: GraphQLError): GraphQLError {
  const [, name, rest] = SAYS.exec(message) ?? [];
  const [, type, what] = REPEATS.exec(rest ?? '') ?? [];
  if (name === undefined || type === undefined) return wrong(message, nodes);
  const at = INSIDE.exec(message)?.[1] || name;
  const path = at.replaceAll(/\[(\d+)\]/g, '.$1');
  const means = MEANS[type];
  const text = means?.en ?? `${type} cannot represent ${what}`;
  const fault: Fault = { path, text, textZh: means?.zh ?? FORM.zh };
  return wrong(`${path}: ${text}`, nodes, CORRECT, [fault]);
}

/** The first problem of any value in the document, with the variables inside it in their places. */
function problemIn(schema: GraphQLSchema, document: DocumentNode, variables: Variables): GraphQLError | null {
  const values: Values = { size: 0 };
  let found: GraphQLError | null = null;
  const check = (name: string, node: ValueNode) => {
    const value = valueFromASTUntyped(node, variables as never);
    found ??= ownProblem(name, value, node) ?? tooMuch(valueProblem(value, values), node);
  };
  for (const { name, value } of generatedArguments(schema, document))
    found ??= generatedProblem(name.value, valueFromASTUntyped(value, variables as never), value);
  visit(document, {
    Argument: ({ name, value }) => {
      if (!found) check(name.value, value);
    },
  });
  return found;
}

const seen = new WeakMap<DocumentNode, readonly ArgumentNode[]>();

/** What of a document says how many rows a generated read gives, and after which. */
function generatedArguments(schema: GraphQLSchema, document: DocumentNode): readonly ArgumentNode[] {
  const known = seen.get(document);
  if (known) return known;
  const found: ArgumentNode[] = [];
  const info = new TypeInfo(schema);
  const visitor: ASTVisitor = {
    Field: ({ name, arguments: given = [] }) => {
      if (info.getFieldDef()?.astNode?.directives?.some((one) => one.name.value === 'for')) return; // an area's own
      // connections of Query read their cursors themselves
      const isCursor = isConnection(name.value) && info.getParentType() !== schema.getQueryType();
      for (const one of given)
        if (/^(limit|first)$/.test(one.name.value) || (isCursor && one.name.value === 'after')) found.push(one);
    },
  };
  visit(document, visitWithTypeInfo(info, visitor));
  seen.set(document, found);
  return found;
}

/** The generated reads take 0 for no limit. */
function generatedProblem(name: string, value: unknown, node: ValueNode): GraphQLError | null {
  if (name === 'after') return wrongCursor(value, node);
  return value === 0 ? wrong(`${name} is below 1`, [node]) : null;
}

function ownProblem(name: string, value: unknown, node: ValueNode): GraphQLError | null {
  if (illFormedIn(value)) return wrong(`the value of ${name} ${ILL_FORMED}`, [node]);
  const counts = [[name, value], ...(isPlain(value) ? Object.entries(value) : [])] as const;
  const negative = counts.find(([inner, count]) => COUNTS.test(inner) && typeof count === 'number' && count < 0);
  return negative ? wrong(`${negative[0]} is below 0`, [node]) : null;
}

/**
 * What connections of nodes hand out as `cursor`: how many were before. The generated reads take any other text for
 * page one.
 */
const CURSOR = /^arrayconnection:\d{1,9}$/;

function wrongCursor(value: unknown, node: ValueNode): GraphQLError | null {
  if (typeof value !== 'string') return null; // null begins at the first page; other types are refused by the schema
  const place = Buffer.from(value, 'base64');
  if (CURSOR.test(place.toString()) && place.toString('base64') === value) return null;
  return wrong('the value of after is no cursor of this API', [node], CURSOR_HINT);
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
