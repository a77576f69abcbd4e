import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { ERROR_KINDS } from '../../kernel/error.js';
import type { Viewer } from '../../kernel/services.js';
import { classOf, hiddenClasses, readersOf } from '../../security/index.js';

/** What a document touches: the fields it reads, those it filters and sorts by, and the inputs that reach people through others. */
interface Touched {
  readonly fields: readonly string[];
  readonly inputs: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;

const seen = new WeakMap<DocumentNode, Touched>();

/**
 * A FORBIDDEN error for the first field of the document that the policy keeps from the viewer, read or filtered or sorted by, or null.
 * A viewer of limited rows may not filter through others at all: an answer would tell of people out of sight.
 */
export function forbiddenField(
  schema: GraphQLSchema,
  { document, variables }: { document: DocumentNode; variables: Variables },
  viewer: Viewer,
): GraphQLError | null {
  let touched = seen.get(document);
  if (!touched) {
    touched = touchedIn(schema, document);
    seen.set(document, touched);
  }
  const inputs = [...touched.inputs, ...variableInputs(schema, document, variables)];
  const restricted = firstRestricted([...touched.fields, ...inputs], viewer);
  if (restricted) return restricted;
  const through = viewer.scope ? inputs.find((coordinate) => throughOthers(schema, coordinate)) : undefined;
  if (through === undefined) return null;
  return refusal(`a token of limited rows may not filter by ${through}`, 'filter by fields of the customer itself');
}

function firstRestricted(coordinates: readonly string[], { role }: Viewer): GraphQLError | null {
  const hidden = hiddenClasses(role);
  for (const coordinate of coordinates) {
    const roles = readersOf(coordinate);
    if (roles && !roles.includes(role))
      return refusal(`role ${role} may not read ${coordinate}`, `ask with a token of role ${roles.join(' or ')}`);
    const kind = hidden.length > 0 ? classOf(coordinate.split('.')[1]!) : undefined;
    if (kind && hidden.includes(kind))
      return refusal(`role ${role} may not read ${coordinate}`, `the policy hides fields of class ${kind} from it`);
  }
  return null;
}

function refusal(message: string, hint: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: ERROR_KINDS.FORBIDDEN.code, hint } });
}

/** Fields as Type.field; `consentsConnection` is `consents`, and an input of `CustomerWhere` or `CustomerSort` is one of Customer. */
function touchedIn(schema: GraphQLSchema, document: DocumentNode): Touched {
  const fields = new Set<string>();
  const inputs = new Set<string>();
  const info = new TypeInfo(schema);
  const visitor = {
    Field: {
      enter: ({ name }: { name: { value: string } }) =>
        void fields.add(coordinateOf(info.getParentType()?.name ?? '', name.value)),
    },
    ObjectField: {
      enter: ({ name }: { name: { value: string } }) => {
        const parent = info.getParentInputType();
        if (parent) inputs.add(coordinateOf(getNamedType(parent).name, name.value));
      },
    },
  };
  visit(document, visitWithTypeInfo(info, visitor));
  return { fields: [...fields], inputs: [...inputs] };
}

function coordinateOf(type: string, field: string): string {
  return `${type.replace(/(Where|Sort)$/, '')}.${field.replace(/Connection$/, '')}`;
}

/** The inputs that come by variables. */
function variableInputs(schema: GraphQLSchema, document: DocumentNode, variables: Variables): string[] {
  const found = new Set<string>();
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition')
      for (const { type, variable } of definition.variableDefinitions ?? []) {
        const named = typeFromAST(schema, type as never);
        if (named) collectInputs(getNamedType(named), variables[variable.name.value], found);
      }
  return [...found];
}

function collectInputs(type: unknown, value: unknown, found: Set<string>): void {
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const inner of value) collectInputs(type, inner, found);
    return;
  }
  const fields = type.getFields();
  for (const [name, inner] of Object.entries(value)) {
    if (!Object.hasOwn(fields, name)) continue;
    found.add(coordinateOf(type.name, name));
    collectInputs(getNamedType(fields[name]!.type), inner, found);
  }
}

/** Whether an input of a `where` leads to other nodes. */
function throughOthers(schema: GraphQLSchema, coordinate: string): boolean {
  const [type, field] = coordinate.split('.') as [string, string];
  const where = schema.getType(`${type}Where`);
  if (!isInputObjectType(where)) return false;
  const input = where.getFields()[field] ?? where.getFields()[`${field}Connection`];
  return input !== undefined && /(Relationship|Connection)Filters$/.test(getNamedType(input.type).name);
}
