import type { GraphQLResolveInfo } from 'graphql';
import {
  type ApiContext,
  type PersonalFields,
  personalFields,
  SEALED_FIELDS,
  type SealedField,
  type SealedPerson,
  type Services,
  sealedView,
} from '../../security/index.js';
import { namesRowsPlainly } from '../schema/row-names.js';
import { openedAhead } from './open-ahead.js';

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

/** A row of a generated read has what is sealed in it; one of the library has its id. */
type Parent = Readonly<Record<string, unknown>>;

/** Resolvers of Customer's personal fields: the only way from the API to what is sealed. */
export const personalResolvers = Object.fromEntries(
  SEALED_FIELDS.map((field) => [
    field,
    (parent: Parent, _args: unknown, { services }: ApiContext, info: GraphQLResolveInfo) => {
      const id = String(parent.id);
      const ahead = openedAhead(services, id, field);
      if (ahead) return ahead;
      if (!cameSealed(parent, services, info)) return personalOf(services, id, field);
      return sealedView(services).field(parent, field);
    },
  ]),
);

/** Whether the row itself may be opened. A viewer of limited rows is looked at by id once more, and so is a row whose columns the document renames. */
function cameSealed(parent: Parent, { viewer }: Services, info: GraphQLResolveInfo): parent is Parent & SealedPerson {
  return 'keyWrapped' in parent && 'sealed' in parent && !viewer.scope && namesRowsPlainly(info);
}
