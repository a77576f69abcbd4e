import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
} from 'graphql';
import {
  type ApiContext,
  mayOpen,
  type PersonalFields,
  personalFields,
  SEALED_FIELDS,
  type SealedField,
  type Services,
} from '../../security/index.js';

/** Operations whose argument `id` is the customer that their `customer` gives. */
const ABOUT_ONE = ['customer360'];

interface Ahead {
  readonly id: string;
  readonly fields: readonly SealedField[];
  readonly answer: Promise<ReadonlyMap<string, PersonalFields | null>>;
}

const ahead = new WeakMap<Services, Ahead[]>();

/** A personal field that is being opened for this request already; undefined for any other. */
export function openedAhead(services: Services, id: string, field: SealedField): Promise<string | null> | undefined {
  return opening(services, id, [field])?.answer.then((seen) => seen.get(id)?.[field] ?? null);
}

function opening(services: Services, id: string, fields: readonly string[]): Ahead | undefined {
  const covers = (one: Ahead) => one.id === id && fields.every((field) => (one.fields as string[]).includes(field));
  return ahead.get(services)?.find(covers);
}

/**
 * Who is named, when personal fields that are being opened are all that is asked of them: nothing else need be read then. Null for anything
 * else, and where nobody was there to be opened.
 */
export async function openedOnly(
  services: Services,
  id: string,
  nodes: readonly FieldNode[],
): Promise<{ readonly id: string } | null> {
  const asked = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  if (!asked.every(isUnconditional)) return null;
  const names = asked.map(({ name }) => name.value);
  return (await opening(services, id, names)?.answer)?.get(id) ? { id } : null;
}

/**
 * Makes the operations about one customer open the personal fields asked for beside their own reads, so that the
 * entry in the audit becomes durable meanwhile. Who is named is known before anything is read; the entry still names only what was there
 * and was opened. Changes the schema in place; to be done before the policy is put in front.
 */
export function openAhead(schema: GraphQLSchema): void {
  const queries = schema.getQueryType()?.getFields() ?? {};
  for (const name of ABOUT_ONE) if (queries[name]) startWith(queries[name]);
}

function startWith(field: GraphQLField<unknown, ApiContext>): void {
  const own = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args: { id?: unknown }, context, info) => {
    const fields = openedFields(info.fieldNodes, context.services);
    if (fields.length > 0 && typeof args.id === 'string') start(context.services, args.id, fields);
    return own(parent, args, context, info);
  };
}

function start(services: Services, id: string, fields: readonly SealedField[]): void {
  const answer = personalFields(services, [id], fields);
  answer.catch(() => undefined); // told to the field that asks for it
  ahead.set(services, [...(ahead.get(services) ?? []), { id, fields, answer }]);
}

/** The personal fields of `customer` that are asked for without any condition, when the viewer opens one of them; masked ones come with the row. */
function openedFields(nodes: readonly FieldNode[], { viewer }: Services): SealedField[] {
  const inside = nodes.flatMap((node) => fieldsOf(node)).filter(({ name }) => name.value === 'customer');
  const asked = new Set(inside.flatMap((node) => fieldsOf(node)).map(({ name }) => name.value));
  const fields = SEALED_FIELDS.filter((field) => asked.has(field));
  return fields.some((field) => mayOpen(viewer.role, field)) ? fields : [];
}

function fieldsOf({ selectionSet }: FieldNode): FieldNode[] {
  return (selectionSet?.selections ?? []).filter(isUnconditional);
}

function isUnconditional(node: SelectionNode): node is FieldNode {
  return node.kind === Kind.FIELD && (node.directives ?? []).length === 0;
}
