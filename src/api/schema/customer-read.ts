import DataLoader from 'dataloader';
import { type FieldNode, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema, Kind } from 'graphql';
import { shownIn } from '../../scores/index.js';
import { type ApiContext, outOfScope, SEALED_FIELDS, type Services } from '../../security/index.js';
import { asGenerated, fieldNode } from './generated-place.js';
import { customerById } from './point-reads.js';

/** What needs no read where the customer is known: the id, and what the privacy gate opens or masks by it. */
const BY_ID: readonly string[] = ['__typename', 'id', ...SEALED_FIELDS];
/** What `network/steps/ties/customer-points` gives besides. */
const IN_ONE_ROW = new Set<string>([
  ...BY_ID,
  ...['alias', 'gender', 'city', 'region', 'ageBand', 'joinedAt', 'tier', 'source', 'orders', 'spendMinor', 'currency'],
  ...['preferredChannel', 'language'],
  ...['firstOrderAt', 'lastOrderAt'],
  ...shownIn('customer'),
]);

type Resolver = GraphQLFieldResolver<unknown, ApiContext>;
type Customer = Readonly<Record<string, unknown>>;

/**
 * How customers are read by id, each for what is asked of it: nothing, one statement of the library, or the generated
 * read when ties are asked for.
 */
export interface CustomerReads {
  /** `customer(id)`: null for nobody, and for one out of scope. */
  readonly point: (id: string, context: ApiContext, info: GraphQLResolveInfo) => Promise<Customer | null>;
  /** `customer` beside a `customerId`. */
  readonly link: Resolver;
}

/** Reads over the generated schema's own resolver of `customers`. */
export function customerReads(reads: GraphQLSchema): CustomerReads {
  const generated = reads.getQueryType()!.getFields().customers!.resolve as Resolver;
  const read = async (id: string, context: ApiContext, info: GraphQLResolveInfo) => {
    if (info.fieldNodes.every((node) => asksOnly(node, IN_ONE_ROW))) return customerById(context.services.graph, id);
    return loaderOf(generated, context, info).load(id);
  };
  return {
    point: async (id, context, info) => ((await isHidden(context.services, id)) ? null : read(id, context, info)),
    link: async (row, _args, context, info) => {
      const id = (row as { readonly customerId?: string | null }).customerId;
      if (id == null || (await isHidden(context.services, id))) return null;
      return info.fieldNodes.every((node) => asksOnly(node, BY_ID_SET)) ? { id } : read(id, context, info);
    },
  };
}

const BY_ID_SET = new Set(BY_ID);

async function isHidden(services: Services, id: string): Promise<boolean> {
  return services.viewer.scope ? scopeLoader(services).load(id) : false;
}

const scopes = new WeakMap<Services, DataLoader<string, boolean>>();

function scopeLoader(services: Services): DataLoader<string, boolean> {
  const hidden = async (ids: readonly string[]) => {
    const found = await outOfScope(services, ids);
    return ids.map((id) => found.has(id));
  };
  const loader = scopes.get(services) ?? new DataLoader(hidden);
  scopes.set(services, loader);
  return loader;
}

const remembered = new WeakMap<FieldNode, Map<ReadonlySet<string>, boolean>>();

/**
 * Whether the node asks for these fields alone, under no name that is another's: a row would answer with that one.
 * Documents are cached, so each is looked at once.
 */
function asksOnly(node: FieldNode, fields: ReadonlySet<string>): boolean {
  const known = remembered.get(node) ?? new Map<ReadonlySet<string>, boolean>();
  remembered.set(node, known);
  const asks =
    known.get(fields) ??
    (node.selectionSet?.selections ?? []).every(
      (inner) => inner.kind === Kind.FIELD && fields.has(inner.name.value) && !fields.has(inner.alias?.value ?? ''),
    );
  known.set(fields, asks);
  return asks;
}

type Loaders = Map<FieldNode, DataLoader<string, Customer | null>>;
const generatedReads = new WeakMap<Services, Loaders>();

/** Under this name the id travels beside what was asked for, so that answers find their rows. */
const KEY = 'idOfRow';
const MOST_IN_ONE_READ = 500;

/** All customers that a request asks for in one place of its document go in one generated read. */
function loaderOf(
  generated: Resolver,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Loaders extends Map<FieldNode, infer L> ? L : never {
  const loaders: Loaders = generatedReads.get(context.services) ?? new Map();
  generatedReads.set(context.services, loaders);
  const place = info.fieldNodes[0]!;
  const loader =
    loaders.get(place) ?? new DataLoader(batch(generated, context, info), { maxBatchSize: MOST_IN_ONE_READ });
  loaders.set(place, loader);
  return loader;
}

function batch(generated: Resolver, context: ApiContext, info: GraphQLResolveInfo) {
  return async (ids: readonly string[]) => {
    const args = { where: { id: { in: ids } }, limit: ids.length };
    const asked = info.fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []);
    const place = asGenerated(info, 'customers', [fieldNode('id', KEY), ...asked]);
    const found = (await generated(null, args, context, place)) as Customer[];
    const byId = new Map(found.map((customer) => [customer[KEY], customer]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}
