import { KINDS } from '../kinds/index.js';
import type { KindName } from '../kinds/names.js';
import { tieIdentity } from '../writers/ties.js';
import { keyOf } from './outcome.js';
import type { Item, Row, Value } from './row.js';

/** What two rows must share to be about the same thing, where it is not just the columns of the key. */
const KEYS: Partial<Record<KindName, (row: Row) => string>> = {
  ties: tieIdentity,
  // a refusal under an id that another event of the file has too is kept beside it (rows/consents.ts)
  consents: (row) =>
    isRefusal(row.action)
      ? keyOf(['id', 'action', 'customerId', 'email', 'phone', 'purpose', 'channel'])(row)
      : `${row.id}`,
};

/** Kinds whose rows about the same thing add up, by the column whose rows stand together in a file. */
const ADDED: Partial<Record<KindName, string>> = { 'order-lines': 'orderId' };

export function isRefusal(action: Value | undefined): boolean {
  return action === 'WITHDRAWN' || action === 'OBJECTED';
}

/** Whether two rows that follow each other must be taken at once, so that they can be added up. */
export function standTogether(kind: KindName, a: Row, b: Row): boolean {
  const column = ADDED[kind];
  return column !== undefined && a[column] === b[column];
}

interface Joined<P> {
  readonly items: Item<P>[];
  /** Rows that say nothing that an earlier one of theirs did not say. */
  readonly same: number;
  /** Rows that say something otherwise than an earlier one: of each column the last given value counts. */
  readonly repeated: number;
  /** Rows that were added to an earlier one. */
  readonly added: number;
}

/** One row for each thing that rows are about. */
export function joined<P>(kind: KindName, items: readonly Item<P>[]): Joined<P> {
  const key = KEYS[kind] ?? keyOf(KINDS[kind].key);
  const byKey = new Map<string, Item<P>>();
  const counts = { same: 0, repeated: 0, added: 0 };
  for (const item of items) {
    const name = key(item.row);
    const before = byKey.get(name)?.row;
    const row = before === undefined ? item.row : join(kind, before, item.row);
    byKey.set(name, row === item.row ? item : { place: item.place, row });
    if (before === undefined) continue;
    counts[ADDED[kind] ? 'added' : equal(before, row) ? 'same' : 'repeated']++;
  }
  return { items: byKey.size === items.length ? [...items] : [...byKey.values()], ...counts };
}

function join(kind: KindName, before: Row, row: Row): Row {
  const both = { ...before, ...row };
  if (!ADDED[kind]) return both;
  const [a, b] = [quantityOf(before), quantityOf(row)];
  const price = priceOf(before, row, a, b);
  return { ...both, quantity: Math.round((a + b) * 1e9) / 1e9, ...(price !== undefined && { price }) };
}

/** A line without a quantity is of one. */
function quantityOf({ quantity }: Row): number {
  return typeof quantity === 'number' ? quantity : 1;
}

/**
 * The price for one over both lines, by their quantities, to the places that they have: lines of one product may differ
 * in price.
 */
function priceOf(before: Row, row: Row, a: number, b: number): Value | undefined {
  const [x, y] = [before.price, row.price];
  if (typeof x !== 'string' || typeof y !== 'string') return y ?? x;
  if (x === y || a + b === 0) return y;
  const places = Math.max(...[x, y].map((text) => text.split('.')[1]?.length ?? 0));
  const mean = (Number(x) * a + Number(y) * b) / (a + b);
  return Number.isFinite(mean) ? mean.toFixed(places) : y;
}

function equal(a: Row, b: Row): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}
