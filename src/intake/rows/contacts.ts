import { CONTACT_FIELDS, contactsIn } from '../../security/index.js';
import type { Row } from './row.js';

/** A contact besides the first of its kind, which becomes an identity. */
interface MoreContact {
  readonly kind: string;
  readonly value: string;
}

/** Where a row of a customer carries them, as JSON; no column of a file has such a name. */
const MORE = '+contacts';

/**
 * A customer's contacts, read before anything is made of them: of several in a cell the first is the customer's own and
 * the others become identities; a damaged one is no contact and is left out.
 */
export function withContacts(row: Row): { readonly row: Row; readonly leftOut: number } {
  let leftOut = 0;
  const told: Row = { ...row };
  const more: MoreContact[] = [];
  for (const field of CONTACT_FIELDS) {
    const cell = row[field];
    if (typeof cell !== 'string') continue;
    const kind = field.toUpperCase();
    const { contacts, damaged } = contactsIn(kind, cell);
    if (damaged) leftOut++;
    const [first, ...others] = contacts;
    if (first) told[field] = first.text;
    else delete told[field];
    more.push(...others.map(({ text }) => ({ kind, value: text })));
  }
  if (more.length > 0) told[MORE] = JSON.stringify(more);
  return { row: told, leftOut };
}

/** The contacts that a customer's row carries besides its own. */
export function moreContacts(row: Row): readonly MoreContact[] {
  return typeof row[MORE] === 'string' ? (JSON.parse(row[MORE]) as MoreContact[]) : [];
}

/** The row without them, as it is written. */
export function ownColumns(row: Row): Row {
  const { [MORE]: _, ...own } = row;
  return own;
}
