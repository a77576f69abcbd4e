import { type ConsentEvent, problemOf } from '../../consent/index.js';
import { normalIdentity } from '../../security/index.js';
import type { KindName } from '../kinds/names.js';
import { minorUnits } from './money.js';
import type { Fault, Row } from './row.js';

interface Refined {
  readonly row: Row;
  readonly faults: readonly Fault[];
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
    case 'identities':
      return isIdentity(row) ? { row, faults: NONE } : wrong(row, 'value', notIdentity(String(row.kind)));
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

function isIdentity({ kind, value }: Row): boolean {
  return typeof kind !== 'string' || typeof value !== 'string' || normalIdentity(kind, value) !== null;
}

const IDENTITIES: Readonly<Record<string, string>> = { PHONE: '+86 138 0000 0001', EMAIL: 'name@example.com' };

function notIdentity(kind: string): string {
  const example = IDENTITIES[kind];
  return `cannot be a ${kind}${example ? `; write it like ${example}` : ''}`;
}

/** The rules of the ledger, for an event that could be read whole. */
function sound(row: Row, now: Date): Refined {
  if (!row.at || !row.purpose) return { row, faults: NONE };
  const problem = problemOf(consentEvent(row), now);
  return problem === null ? { row, faults: NONE } : wrong(row, problem.split(' ')[0]!, problem);
}

/** A row as an event of the ledger. */
export function consentEvent(row: Row): ConsentEvent {
  const { purpose, channel, until, textVersion, via, proof, guardian, ...rest } = row;
  const said = { purposeId: purpose, channel: channel ?? 'ALL', until: until ?? null, via: via ?? 'import' };
  const shown = { textVersion: textVersion ?? null, proof: proof ?? null, guardian: guardian ?? false };
  return { ...rest, ...said, ...shown } as unknown as ConsentEvent;
}
