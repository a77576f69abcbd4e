import {
  type GraphQLFieldResolver,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLResolveInfo,
  GraphQLString,
  getArgumentValues,
  getNullableType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import type { ApiContext } from '../../security/index.js';

/** By what a generated read runs its Cypher. */
interface Runner {
  readonly executionContext: {
    run(text: string, params: Params): Promise<{ readonly records: readonly { get(key: string): unknown }[] }>;
  };
}
type Context = ApiContext & Runner;
type Resolver = GraphQLFieldResolver<unknown, Context>;
type Params = Record<string, unknown>;

/** The Cypher of a read at one place of a document, with places for the texts of its variables. */
interface Plan {
  readonly text: string;
  readonly params: (texts: readonly string[]) => Params;
}

const MOST_PLANS = 100;

/**
 * A generated list read that translates each place of a document once. The Cypher depends on everything in the
 * variables but the content of their texts (`String`, `ID`), which stand in its parameters; that this is so is looked
 * at for each plan. Everything else about the variables is the plan's key. Translating takes longer than all the rest
 * of a read of one customer.
 */
export function planned(generated: Resolver): Resolver {
  const places = new WeakMap<object, Map<string, Promise<Plan | null>>>();
  return async (root, args, context, info) => {
    if (context.services.viewer.scope) return generated(root, args, context, info); // its document is made for this request
    const { key, texts } = variablesOf(info);
    const plans = places.get(info.fieldNodes[0]!) ?? new Map<string, Promise<Plan | null>>();
    places.set(info.fieldNodes[0]!, plans);
    if (plans.size >= MOST_PLANS && !plans.has(key)) return generated(root, args, context, info);
    const planning = plans.get(key) ?? planOf(generated, context, info, texts.length);
    plans.set(key, planning);
    const plan = await planning;
    if (plan === null) return generated(root, args, context, info);
    const { records } = await context.executionContext.run(plan.text, plan.params(texts));
    return records.map((record) => record.get('this'));
  };
}

const MARK = '\u0001text ';

/** Translates with a mark for each text. Null where a mark went elsewhere than, whole, into a parameter. */
async function planOf(
  generated: Resolver,
  context: Context,
  info: GraphQLResolveInfo,
  texts: number,
): Promise<Plan | null> {
  const asked: { text: string; params: Params }[] = [];
  const executionContext = {
    run: async (text: string, params: Params) => {
      // Its first read of a process asks for the database's version before it translates.
      if (text.includes('dbms.components')) return context.executionContext.run(text, params);
      asked.push({ text, params });
      return { records: [], summary: { counters: { updates: () => ({}) } } };
    },
  };
  const variableValues = marked(info);
  const [node] = info.fieldNodes;
  const args = getArgumentValues(info.parentType.getFields()[info.fieldName]!, node!, variableValues);
  await generated(null, args, { ...context, executionContext } as unknown as Context, { ...info, variableValues });
  const [made] = asked;
  if (asked.length !== 1 || made!.text.includes(MARK)) return null;
  const found = new Set<number>();
  const fill = filled(made!.params, found);
  return found.size === texts ? { text: made!.text, params: (given) => fill(given) as Params } : null;
}

/** A value of the parameters as a function of the texts. Notes which marks stand in it. */
function filled(value: unknown, found: Set<number>): (texts: readonly string[]) => unknown {
  if (typeof value === 'string' && value.startsWith(MARK)) {
    const at = Number(value.slice(MARK.length));
    found.add(at);
    return (texts) => texts[at];
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => filled(item, found));
    return (texts) => items.map((item) => item(texts));
  }
  if (!isPlain(value)) return () => value;
  const entries = Object.entries(value).map(([name, inner]) => [name, filled(inner, found)] as const);
  return (texts) => Object.fromEntries(entries.map(([name, inner]) => [name, inner(texts)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function marked(info: GraphQLResolveInfo): Record<string, unknown> {
  let at = 0;
  return mapped(info, () => {
    at += 1;
    return `${MARK}${at - 1}`;
  });
}

function variablesOf(info: GraphQLResolveInfo): { key: string; texts: string[] } {
  const texts: string[] = [];
  const rest = mapped(info, (text) => {
    texts.push(text);
    return MARK;
  });
  return { key: texts.length === 0 && Object.keys(rest).length === 0 ? '' : JSON.stringify(rest), texts };
}

/** The variables with each text in them replaced, in one order. */
function mapped(info: GraphQLResolveInfo, text: (value: string) => string): Record<string, unknown> {
  const types = typesOf(info);
  const values = Object.entries(info.variableValues);
  return Object.fromEntries(values.map(([name, value]) => [name, replaced(types[name], value, text)]));
}

function replaced(type: GraphQLInputType | undefined, value: unknown, text: (value: string) => string): unknown {
  const bare = type && getNullableType(type);
  if (typeof value === 'string') return bare === GraphQLString || bare === GraphQLID ? text(value) : value;
  if (Array.isArray(value)) return value.map((item) => replaced(isListType(bare) ? bare.ofType : bare, item, text));
  if (!isInputObjectType(bare) || value === null || typeof value !== 'object') return value;
  const fields = bare.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, replaced(fields[name]?.type, inner, text)]),
  );
}

const typesByOperation = new WeakMap<OperationDefinitionNode, Record<string, GraphQLInputType | undefined>>();

function typesOf({ operation, schema }: GraphQLResolveInfo): Record<string, GraphQLInputType | undefined> {
  const known = typesByOperation.get(operation);
  if (known) return known;
  const types = (operation.variableDefinitions ?? []).map(({ variable, type }) => [
    variable.name.value,
    typeFromAST(schema, type as never) as GraphQLInputType | undefined,
  ]);
  const made = Object.fromEntries(types) as Record<string, GraphQLInputType | undefined>;
  typesByOperation.set(operation, made);
  return made;
}
