import { recordAudit } from '../audit/record.js';
import { SEALED_FIELDS, type SealedField, seenBy } from '../policy/index.js';
import type { Services } from '../services.js';
import { mask } from './mask.js';
import { openPerson, type PersonalFields } from './person.js';

/** One customer as read with an answer's own rows: what is sealed, and the key it is sealed with, null when the person was erased. */
export interface SealedPerson {
  readonly id: string;
  readonly keyWrapped: string | null;
  readonly sealed: string | null;
}

/** Personal fields of rows that came with what is sealed in them, as one viewer may see them. */
export interface SealedView {
  /** Opened, masked, or null where there is nothing or the role sees nothing. Throws SETUP when it does not open with the keys at hand. */
  field(person: SealedPerson, field: SealedField): string | null | Promise<string>;
}

interface Batch {
  readonly ids: Set<string>;
  readonly fields: Set<SealedField>;
  readonly recorded: Promise<void>;
}

const views = new WeakMap<Services, SealedView>();

/**
 * The view of a request. What is opened in one tick is recorded in one entry. Where the answer is held back (`beforeAnswer`) a value is there
 * at once and the entry is durable before the answer leaves; elsewhere the value comes when the entry is durable.
 */
export function sealedView(services: Services): SealedView {
  const known = views.get(services);
  if (known) return known;
  const view = newView(services);
  views.set(services, view);
  return view;
}

function newView(services: Services): SealedView {
  const { vault, viewer, beforeAnswer } = services;
  const opened = new WeakMap<SealedPerson, PersonalFields>(); // a row is opened once, however many of its fields are asked
  const record = recorder(services);
  const open = (person: SealedPerson, wrapped: string): PersonalFields => {
    const known = opened.get(person) ?? openPerson(vault, vault.unwrap(wrapped), person.sealed);
    opened.set(person, known);
    return known;
  };
  return {
    field(person, field) {
      const seen = seenBy(viewer.role, field);
      if (person.sealed === null || person.keyWrapped === null || seen === 'hidden') return null;
      const value = open(person, person.keyWrapped)[field];
      if (value === null) return null;
      if (seen !== 'open') return mask(field, value);
      const recorded = record(person.id, field);
      return beforeAnswer ? value : recorded.then(() => value);
    },
  };
}

/** Notes what was opened; the promise comes true when its entry is durable. */
function recorder(services: Services): (id: string, field: SealedField) => Promise<void> {
  let batch: Batch | null = null;
  const write = async ({ ids, fields }: Pick<Batch, 'ids' | 'fields'>): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    batch = null;
    const named = SEALED_FIELDS.filter((field) => fields.has(field));
    await recordAudit(services, { action: 'OPENED', fields: named, customers: [...ids], count: ids.size });
  };
  const open = (): Batch => {
    const [ids, fields] = [new Set<string>(), new Set<SealedField>()];
    const recorded = write({ ids, fields });
    recorded.catch(() => undefined); // who waits for it is told; nobody waiting must not end the process
    services.beforeAnswer?.push(recorded);
    return { ids, fields, recorded };
  };
  return (id, field) => {
    batch ??= open();
    batch.ids.add(id);
    batch.fields.add(field);
    return batch.recorded;
  };
}
