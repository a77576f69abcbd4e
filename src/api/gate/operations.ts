import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, valueFromASTUntyped } from 'graphql';
import type { CypherType } from '../../graph/library/cypher-type.js';
import type { Statement } from '../../graph/library/header.js';
import type { Library } from '../../graph/library/library.js';
import { AppError } from '../../kernel/error.js';
import { ROLES, type Role } from '../../kernel/role.js';
import { type Declared, type People, peopleOfFields, peopleOfList } from '../../security/index.js';
import { type AreaSlice, areaSlices, ownTypeDefs } from '../schema/areas.js';
import { publishedQuestions } from '../schema/published.js';
import { peopleOfType } from './people-of-type.js';

/** One operation of the API, as it is declared once: a field of an area's schema, or a question of the library. */
export interface Operation extends Declared {
  readonly kind: 'query' | 'mutation' | 'picture' | 'page';
  /** Where customers are in its answer. */
  readonly people: People;
}

export type Operations = ReadonlyMap<string, Operation>;

/** What has no field in the schema: the page that Prometheus fetches. */
const PAGES: readonly Operation[] = [
  { name: 'metrics', kind: 'page', roles: ['admin', 'service'], limited: false, people: null },
];

const known = new WeakMap<Library, Operations>();

/**
 * Every operation by its name: the areas', the published questions, and what is on HTTP alone. Throws SETUP for one
 * that declares no roles.
 */
export function operationsOf(library: Library): Operations {
  const made =
    known.get(library) ??
    byName([
      ...areaOperations([{ area: 'api/schema', typeDefs: ownTypeDefs(), resolvers: {} }, ...areaSlices()]),
      ...questions(library),
      ...pictures(library),
      ...PAGES,
    ]);
  known.set(library, made);
  return made;
}

/** The operation of that name. Throws SETUP when there is none. */
export function operationNamed(operations: Operations, name: string, door: string): Operation {
  const found = operations.get(name);
  if (found) return found;
  throw new AppError('SETUP', `${door} is a door to "${name}", which is no operation`, 'name one of the schema');
}

function byName(operations: readonly Operation[]): Operations {
  return new Map(operations.map((operation) => [operation.name, operation]));
}

function questions(library: Library): Operation[] {
  return [...publishedQuestions(library).values()].map((statement) => ({
    name: statement.api!,
    kind: 'query' as const,
    roles: statement.roles,
    limited: statement.tellsOf !== 'everybody',
    people: peopleOfRows(statement),
  }));
}

/**
 * A picture is for viewers of limited rows where its question is; whom they may not see is left out of the drawing
 * (pictures.ts).
 */
function pictures(library: Library): Operation[] {
  const published = [...library.values()].filter(({ mode, roles }) => mode === 'picture' && roles.length > 0);
  return published.map(({ name, roles }) => {
    const question = library.get(name.replace(/\.picture$/, ''));
    const limited = question !== undefined && question.api !== null && question.tellsOf !== 'everybody';
    return { name: pictureOperation(name), kind: 'picture' as const, roles, limited, people: null };
  });
}

/** The operation's name of a picture file, like `picture ties-of`. */
export function pictureOperation(name: string): string {
  return `picture ${name.replace(/^.*\/|\.picture$/g, '')}`;
}

/** Where customers are in the rows of a statement. */
export function peopleOfRows({ rows }: Statement): People {
  return peopleOfList(peopleOfFields(rows.map(({ name, type }) => [name, peopleIn(type)])));
}

function peopleIn(type: CypherType): People {
  if (type.kind === 'customer') return 'customer';
  if (type.kind === 'list') return peopleOfList(peopleIn(type.of));
  if (type.kind !== 'record') return null;
  return peopleOfFields(type.fields.map((field) => [field.name, peopleIn(field.type)]));
}

const ROOTS: Readonly<Record<string, 'query' | 'mutation' | undefined>> = { Query: 'query', Mutation: 'mutation' };

/**
 * The operations that areas define in their schemas. Throws SETUP naming the first field of Query or Mutation without
 * `@for`.
 */
export function areaOperations(slices: readonly AreaSlice[]): Operation[] {
  const definitions = slices.flatMap(({ typeDefs }) => parse(typeDefs).definitions);
  const own = slices.flatMap(({ resolvers }) => Object.entries(resolvers));
  return slices.flatMap(({ area, typeDefs }) =>
    parse(typeDefs).definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
      const kind = ROOTS[definition.name.value];
      if (kind === undefined) return []; // fields of another type are no operations

      return (definition.fields ?? []).map((field) => {
        const declared = declaredBy(area, field);
        return { ...declared, kind, people: declared.limited ? peopleOfType(definitions, own, field) : null };
      });
    }),
  );
}

function declaredBy(area: string, field: FieldDefinitionNode): Declared {
  const name = field.name.value;
  const directive = field.directives?.find((one) => one.name.value === 'for');
  if (!directive)
    throw new AppError(
      'SETUP',
      `src/${area}/schema.graphql: ${name} declares no roles`,
      `write them behind its type, like @for(roles: [analyst, admin])`,
    );
  return {
    name,
    roles: rolesIn(area, name, argument(directive, 'roles')),
    limited: argument(directive, 'limited') === true,
  };
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const given = directive.arguments?.find((one) => one.name.value === name);
  return given && valueFromASTUntyped(given.value);
}

function rolesIn(area: string, name: string, given: unknown): Role[] {
  const named = (Array.isArray(given) ? given : [given]).map((word) => String(word).replace('_', '-'));
  const unknown = named.find((word) => !(ROLES as readonly string[]).includes(word));
  if (unknown === undefined && named.length > 0) return named as Role[];
  throw new AppError(
    'SETUP',
    `src/${area}/schema.graphql: ${name} is for "${unknown ?? ''}"`,
    `use ${ROLES.join(', ')}`,
  );
}
