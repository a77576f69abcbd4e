import type { GraphQLResolveInfo } from 'graphql';
import type { Services } from '../kernel/services.js';
import { SEALED_FIELDS, type SealedField } from '../privacy/policy.js';
import type { ApiContext } from './context.js';

type Personal = Readonly<Partial<Record<SealedField, string | null>>>;

interface Batch {
  readonly ids: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, Personal>>;
}

const open = new WeakMap<Services, Batch>();

/** The personal fields of a customer as this viewer may see them. All that are asked for in one tick are read together. */
function personalOf(services: Services, id: string): Promise<Personal | undefined> {
  let batch = open.get(services);
  if (!batch) {
    const ids = new Set<string>();
    batch = { ids, answer: nextTick().then(() => readBatch(services, ids)) };
    open.set(services, batch);
  }
  batch.ids.add(id);
  return batch.answer.then((answer) => answer.get(id));
}

function readBatch(services: Services, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Personal>> {
  open.delete(services);
  return customerView().personalFields(services, [...ids]);
}

interface CustomerView {
  personalFields(services: Services, ids: readonly string[]): Promise<ReadonlyMap<string, Personal>>;
}

function customerView(): CustomerView {
  return require('../privacy/customer-view.js') as CustomerView;
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

type Parent = Readonly<Record<string, unknown>>;

/** Resolvers of Customer's personal fields: the only way from the API to what is sealed. */
export const personalResolvers = Object.fromEntries(
  SEALED_FIELDS.map((field) => [
    field,
    async (parent: Parent, _args: unknown, { services }: ApiContext, info: GraphQLResolveInfo) => {
      const { key } = info.path;
      // A customer that came by delegation was resolved there, with the same viewer.
      if (key in parent) return parent[key];
      const personal = await personalOf(services, String(parent.id));
      return personal?.[field] ?? null;
    },
  ]),
);
