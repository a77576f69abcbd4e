import type { ConsentEvent } from '../../consent/index.js';
import { contactKeys, normalIdentities } from '../../security/index.js';
import type { Io } from './outcome.js';
import { consentEvent } from './refine.js';
import type { Row } from './row.js';

/** An event that a row tells: several rows where it names an address that several people have. */
export interface Spoken {
  /** Which row. */
  readonly at: number;
  readonly event: ConsentEvent;
}

/**
 * The events of rows. One that names a mail address or phone instead of a customer is one for everybody who is reached
 * there, under an id of its own for each; none where nobody is.
 */
export async function spokenIn(io: Io, rows: readonly Row[]): Promise<Spoken[]> {
  const addressed = rows.flatMap((row, at) => (row.customerId === undefined ? [{ at, ...keysOf(io, row) }] : []));
  const found = addressed.length === 0 ? [] : await io.graph.read('intake/steps/consents-senders', { rows: addressed });
  const senders = new Map<number, string[]>();
  for (const { at, customerId } of found) senders.set(at, [...(senders.get(at) ?? []), customerId]);
  return rows.flatMap((row, at): Spoken[] => {
    const { phone: _phone, email: _email, ...said } = row;
    if (row.customerId !== undefined) return [{ at, event: consentEvent(said) }];
    const own = (customerId: string) => consentEvent({ ...said, customerId, id: `${row.id}|${customerId}` });
    return (senders.get(at) ?? []).map((customerId) => ({ at, event: own(customerId) }));
  });
}

function keysOf({ vault }: Io, row: Row): { keys: string[]; own: string[] } {
  const contacts = (['PHONE', 'EMAIL'] as const).flatMap((kind) => {
    const cell = row[kind.toLowerCase()];
    return typeof cell === 'string' ? normalIdentities(kind, cell).map((normal) => ({ kind, normal })) : [];
  });
  const keys = contacts.flatMap(({ kind, normal }) => vault.lookups(kind, normal).map((lookup) => `${kind}|${lookup}`));
  return { keys, own: contacts.flatMap(({ kind, normal }) => contactKeys(vault, kind, normal)) };
}
