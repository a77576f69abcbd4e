import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Role } from '../kernel/role.js';
import { packageRoot } from '../kernel/root.js';
import { customerScoreFields } from '../scores/index.js';
import { classOf, hiddenClasses, readersOf } from '../security/index.js';

/** A property as it is stored: `list` for several values. */
export interface ShownProperty {
  readonly name: string;
  readonly kind: 'string' | 'integer' | 'float' | 'boolean' | 'datetime' | 'list';
}

export interface ShownNode {
  readonly label: string;
  readonly properties: readonly ShownProperty[];
}

export interface ShownTie {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: readonly ShownProperty[];
}

/** The part of the graph that a role may see in a tool that talks to the database itself. */
export interface ShownGraph {
  readonly nodes: readonly ShownNode[];
  readonly ties: readonly ShownTie[];
}

/** What no generated read serves, and pictures show: what accounts share by its kind, never which one it is. */
const IDENTITY: ShownNode = { label: 'Identity', properties: [{ name: 'kind', kind: 'string' }] };
const HAS_IDENTITY: ShownTie = { type: 'HAS_IDENTITY', from: 'Customer', to: 'Identity', properties: [] };

/** Names of groups of people, which reads serve by questions of their own. */
const NAMES: Readonly<Record<string, readonly ShownProperty[]>> = {
  Community: [
    { name: 'name', kind: 'string' },
    { name: 'nameZh', kind: 'string' },
  ],
};

/**
 * What the generated reads serve to the role: their types are the list of what is not personal, the policy takes out
 * what it keeps from the role. A sealed field is stored under no name of its own, so none is in here.
 */
export function graphShownTo(role: Role): ShownGraph {
  const types = definitions();
  const nodeTypes = types.filter((type) => hasDirective(type, 'node'));
  const nodes = nodeTypes.map((type) => {
    const label = type.name.value;
    return { label, properties: [...propertiesOf(types, type, role), ...(NAMES[label] ?? [])] };
  });
  const ties = nodeTypes.flatMap((type) => tiesOf(types, type, role));
  const once = new Map(ties.map((tie) => [`${tie.type} ${tie.from} ${tie.to}`, tie]));
  return { nodes: [...nodes, IDENTITY], ties: [...once.values(), HAS_IDENTITY] };
}

function definitions(): ObjectTypeDefinitionNode[] {
  const served = readFileSync(join(packageRoot, 'src', 'api', 'schema', 'graph-types.graphql'), 'utf8');
  return parse(served).definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function scoreFields(): readonly FieldDefinitionNode[] {
  const [extension] = parse(customerScoreFields()).definitions;
  return extension?.kind === Kind.OBJECT_TYPE_EXTENSION ? (extension.fields ?? []) : [];
}

type Types = readonly ObjectTypeDefinitionNode[];

function propertiesOf(types: Types, { name, fields = [] }: ObjectTypeDefinitionNode, role: Role): ShownProperty[] {
  const own = name.value === 'Customer' ? [...fields, ...scoreFields()] : fields;
  const isNode = (type: TypeNode) => types.some((one) => one.name.value === nameOf(type));
  return own
    .filter((field) => !hasDirective(field, 'customResolver') && !isNode(field.type))
    .filter((field) => mayRead(name.value, field.name.value, role))
    .map((field) => ({ name: field.name.value, kind: kindOf(field) }));
}

function mayRead(type: string, field: string, role: Role): boolean {
  const readers = readersOf(`${type}.${field}`);
  const kind = classOf(field);
  return (readers === null || readers.includes(role)) && (kind === undefined || !hiddenClasses(role).includes(kind));
}

function tiesOf(types: Types, { name, fields = [] }: ObjectTypeDefinitionNode, role: Role): ShownTie[] {
  return fields.flatMap((field) => {
    const relationship = directiveOf(field, 'relationship');
    if (!relationship || !mayRead(name.value, field.name.value, role)) return [];
    const [type, direction, properties] = ['type', 'direction', 'properties'].map((key) =>
      argumentOf(relationship, key),
    );
    const ends = [name.value, nameOf(field.type)];
    const [from, to] = direction === 'IN' ? ends.reverse() : ends;
    const carrier = types.find((one) => one.name.value === properties);
    return [{ type: type!, from: from!, to: to!, properties: carrier ? propertiesOf(types, carrier, role) : [] }];
  });
}

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, key: string): string | undefined {
  const found = given.find(({ name }) => name.value === key);
  return found && String(valueFromASTUntyped(found.value));
}

function hasDirective(of: Pick<FieldDefinitionNode, 'directives'>, name: string): boolean {
  return directiveOf(of, name) !== undefined;
}

function directiveOf({ directives = [] }: Pick<FieldDefinitionNode, 'directives'>, name: string) {
  return directives.find((one) => one.name.value === name);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

const KINDS: Readonly<Record<string, ShownProperty['kind']>> = {
  Int: 'integer',
  Float: 'float',
  Boolean: 'boolean',
  DateTime: 'datetime',
};

/** Money is stored as a whole number of minor units, which GraphQL has no type for. */
function kindOf({ name, type }: FieldDefinitionNode): ShownProperty['kind'] {
  const bare = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  if (bare.kind === Kind.LIST_TYPE) return 'list';
  return name.value.endsWith('Minor') ? 'integer' : (KINDS[nameOf(bare)] ?? 'string');
}
