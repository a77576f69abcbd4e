import type { Services } from '../kernel/services.js';
import { type PersonalFields, personalFields, SEALED_FIELDS, type SealedField } from '../privacy/index.js';
import type { ApiContext } from './context.js';

type Seen = ReadonlyMap<string, PersonalFields | null>;

interface Batch {
  readonly ids: Set<string>;
  readonly fields: Set<SealedField>;
  readonly answer: Promise<Seen>;
}

const open = new WeakMap<Services, Batch>();

/** A personal field as this viewer may see it. All that is asked for in one tick is read, and recorded where opened, at once. */
async function personalOf(services: Services, id: string, field: SealedField): Promise<string | null> {
  const batch = open.get(services) ?? newBatch(services);
  batch.ids.add(id);
  batch.fields.add(field);
  return (await batch.answer).get(id)?.[field] ?? null;
}

function newBatch(services: Services): Batch {
  const ids = new Set<string>();
  const fields = new Set<SealedField>();
  const batch = { ids, fields, answer: nextTick().then(() => readBatch(services, ids, fields)) };
  open.set(services, batch);
  return batch;
}

function readBatch(services: Services, ids: ReadonlySet<string>, fields: ReadonlySet<SealedField>): Promise<Seen> {
  open.delete(services);
  return personalFields(services, [...ids], [...fields]);
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

type Parent = Readonly<Record<string, unknown>>;

/** Resolvers of Customer's personal fields: the only way from the API to what is sealed. */
export const personalResolvers = Object.fromEntries(
  SEALED_FIELDS.map((field) => [
    field,
    (parent: Parent, _args: unknown, { services }: ApiContext) => personalOf(services, String(parent.id), field),
  ]),
);
