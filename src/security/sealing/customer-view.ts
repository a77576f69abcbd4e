import DataLoader from 'dataloader';
import type { RowOf } from '../../graph/queries.gen.js';
import { sender } from '../access/operator.js';
import { inScope } from '../access/rows.service.js';
import { recordAudit } from '../audit/record.js';
import { mayOpen, SEALED_FIELDS, type SealedField, seenBy } from '../policy/index.js';
import type { Services } from '../services.js';
import { mask } from './mask.js';
import { openPerson, type PersonalFields } from './person.js';
import type { Vault } from './vault.js';

type SealedRow = RowOf<'security/steps/keys/sealed-fields'>;

/**
 * The personal fields of customers, opened, masked or hidden by the viewer's role; null for someone erased, unknown or
 * out of the viewer's rows. What was opened is recorded, in one entry a call that is durable before anything is
 * returned. `fields` narrows what is returned, and so what is recorded. Throws SETUP when a value does not open with
 * the keys at hand.
 */
export async function personalFields(
  services: Services,
  customerIds: readonly string[],
  fields: readonly SealedField[] = SEALED_FIELDS,
): Promise<Map<string, PersonalFields | null>> {
  const { graph, vault, viewer } = services;
  const asked = [...new Set(customerIds)];
  const rows = await graph.read('security/steps/keys/sealed-fields', { customerIds: await inScope(services, asked) });
  const shown = fields.filter((field) => seenBy(viewer.role, field) !== 'hidden');
  const opened = rows.filter((row) => row.keyWrapped).map((row) => ({ id: row.id, values: open(vault, row, shown) }));
  await recordOpened(services, opened);
  const seen = new Map(opened.map(({ id, values }) => [id, asSeen(values, (field) => mayOpen(viewer.role, field))]));
  return new Map(asked.map((id) => [id, seen.get(id) ?? null]));
}

/** Whether a field may be opened for messages that leave, by the policy's `sending`. */
export function maySend(field: SealedField): boolean {
  return mayOpen(sender().role, field);
}

/**
 * Personal fields for messages to the customers themselves: the one way by which they leave. Each is the whole value or
 * null, never masked, and what was opened is recorded before it is returned. Nobody is out of rows.
 */
export function fieldsToSend(
  services: Services,
  customerIds: readonly string[],
  fields: readonly SealedField[],
): Promise<Map<string, PersonalFields | null>> {
  return personalFields({ ...services, viewer: sender() }, customerIds, fields.filter(maySend));
}

function open(vault: Vault, row: SealedRow, fields: readonly SealedField[]): PersonalFields {
  const person = fields.length === 0 ? null : openPerson(vault, vault.unwrap(row.keyWrapped!), row.sealed);
  const values = SEALED_FIELDS.map((field) => [field, fields.includes(field) ? (person?.[field] ?? null) : null]);
  return Object.fromEntries(values);
}

function asSeen(values: PersonalFields, opens: (field: SealedField) => boolean): PersonalFields {
  const seen = SEALED_FIELDS.map((field) => {
    const value = values[field];
    return [field, value === null || opens(field) ? value : mask(field, value)];
  });
  return Object.fromEntries(seen);
}

interface Opened {
  readonly id: string;
  readonly values: PersonalFields;
}

async function recordOpened(services: Services, opened: readonly Opened[]): Promise<void> {
  const shown = SEALED_FIELDS.filter((field) => mayOpen(services.viewer.role, field));
  const fields = shown.filter((field) => opened.some(({ values }) => values[field] !== null));
  const customers = opened.filter(({ values }) => fields.some((field) => values[field] !== null)).map(({ id }) => id);
  if (customers.length === 0) return;
  await recordAudit(services, { action: 'OPENED', fields, customers, count: customers.length });
}

interface Wanted {
  readonly id: string;
  readonly field: SealedField;
}

const loaders = new WeakMap<Services, DataLoader<Wanted, string | null, string>>();

/**
 * One personal field as this viewer may see it. What a request asks for at a time is read, and recorded where it was
 * opened, at once.
 */
export function personalField(services: Services, id: string, field: SealedField): Promise<string | null> {
  const loader = loaders.get(services) ?? loaderOf(services);
  loaders.set(services, loader);
  return loader.load({ id, field });
}

function loaderOf(services: Services): DataLoader<Wanted, string | null, string> {
  const read = async (wanted: readonly Wanted[]) => {
    const fields = SEALED_FIELDS.filter((field) => wanted.some((one) => one.field === field));
    const seen = await personalFields(
      services,
      wanted.map(({ id }) => id),
      fields,
    );
    return wanted.map(({ id, field }) => seen.get(id)?.[field] ?? null);
  };
  return new DataLoader(read, { cacheKeyFn: ({ id, field }) => `${field} ${id}` });
}
