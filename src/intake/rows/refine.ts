import { type ConsentEvent, problemOf } from '../../consent/index.js';
import { contactsIn } from '../../security/index.js';
import { minorUnits } from '../cells/money.js';
import type { KindName } from '../kinds/names.js';
import { withContacts } from './contacts.js';
import { isRefusal } from './join.js';
import type { Fault, Row } from './row.js';

interface Refined {
  readonly row: Row;
  readonly faults: readonly Fault[];
  /** Damaged contacts that were left out of it. */
  readonly leftOut?: number;
}

/**
 * What columns of a row say together, beyond what each may hold: normalised, or what is wrong. A row may lack what
 * could not be read.
 */
export function refined(kind: KindName, row: Row, now: Date): Refined {
  switch (kind) {
    case 'orders':
      return inMinorUnits(row);
    case 'ties':
      return row.fromId !== undefined && row.fromId === row.toId
        ? wrong(row, 'toId', 'a customer cannot be tied to itself; name another one')
        : { row, faults: NONE };
    case 'reactions':
      return row.kind !== undefined && row.kind !== 'LIKED' && !row.at
        ? wrong(row, 'at', `is empty; ${row.kind} needs its time, like 2026-01-31T09:30:00Z`)
        : { row, faults: NONE };
    case 'customers':
      return { ...withContacts(row), faults: NONE };
    case 'identities':
      return identity(row);
    case 'consents':
      return sound(row, now);
    default:
      return { row, faults: NONE };
  }
}

const NONE: readonly Fault[] = [];

function wrong(row: Row, column: string, reason: string): Refined {
  return { row, faults: [{ column, reason }] };
}

/** `amount` in major units wins over `amountMinor` where a row has both. */
function inMinorUnits(row: Row): Refined {
  const { amount, ...rest } = row;
  if (typeof amount !== 'string')
    return typeof row.amountMinor === 'number'
      ? { row: rest, faults: NONE }
      : wrong(row, 'amount', 'is empty; write it like 14.96, or amountMinor like 1496');
  if (typeof row.currency !== 'string') return { row, faults: NONE };
  const amountMinor = minorUnits(amount, row.currency);
  if (amountMinor !== null) return { row: Object.assign(rest, { amountMinor }), faults: NONE };
  return wrong(
    row,
    'amount',
    `is not an amount of ${row.currency}; write it like 14.96, with no more places than it has`,
  );
}

/** An identity is one value: the first that its cell holds. */
function identity(row: Row): Refined {
  const { kind, value } = row;
  if (typeof kind !== 'string' || typeof value !== 'string') return { row, faults: NONE };
  const [first] = contactsIn(kind, value).contacts;
  return first ? { row: { ...row, value: first.text }, faults: NONE } : wrong(row, 'value', notIdentity(kind));
}

const IDENTITIES: Readonly<Record<string, string>> = { PHONE: '+86 138 0000 0001', EMAIL: 'name@example.com' };

function notIdentity(kind: string): string {
  const example = IDENTITIES[kind];
  return `cannot be a ${kind}${example ? `; write it like ${example}` : ''}`;
}

/** The rules of the ledger, for an event that could be read whole. */
function sound(row: Row, now: Date): Refined {
  const unnamed = row.customerId === undefined ? namelessProblem(row) : null;
  if (unnamed) return { row, faults: [unnamed] };
  if (!row.at || !row.purpose) return { row, faults: NONE };
  const problem = problemOf(consentEvent(row), now);
  return problem === null ? { row, faults: NONE } : wrong(row, problem.split(' ')[0]!, problem);
}

/** A refusal may come from an address alone, and counts for everybody there; nobody consents for a household. */
function namelessProblem({ action, phone, email }: Row): Fault | null {
  const reached = (['phone', 'email'] as const).find((field) => {
    const cell = field === 'phone' ? phone : email;
    return typeof cell === 'string' && contactsIn(field.toUpperCase(), cell).contacts.length > 0;
  });
  if (reached && (action === undefined || isRefusal(action))) return null;
  if (reached) return { column: 'customerId', reason: `is empty; ${action} needs the customer, not an address alone` };
  return { column: 'customerId', reason: 'is empty; name the customer, or the mail address or phone of a withdrawal' };
}

/** A row as an event of the ledger. */
export function consentEvent(row: Row): ConsentEvent {
  const { purpose, channel, until, textVersion, via, proof, guardian, ...rest } = row;
  const said = { purposeId: purpose, channel: channel ?? 'ALL', until: until ?? null, via: via ?? 'import' };
  const shown = { textVersion: textVersion ?? null, proof: proof ?? null, guardian: guardian ?? false };
  return { ...rest, ...said, ...shown } as unknown as ConsentEvent;
}
