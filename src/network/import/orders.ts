import type { GraphTransaction } from '../../graph/graph.js';
import { unknownEnds, without } from './ends.js';
import type { Row } from './field.js';
import { minorUnits } from './money.js';
import { countsOf, type Io, type Outcome, type RowReject, settle } from './outcome.js';

/** Writes orders and keeps the running totals of their customers exact, in one transaction. */
export async function writeOrders(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const priced = rows.map(withMinor);
  const unpriced = priced.flatMap((row, at): RowReject[] =>
    typeof row.amountMinor === 'number' ? [] : [{ at, ...whyUnpriced(row) }],
  );
  const unknown = await unknownEnds(io, priced, { customerId: 'customers', storeId: 'stores' });
  const rejected = [...unpriced, ...unknown.filter(({ at }) => !unpriced.some((r) => r.at === at))];
  const orders = without(priced, rejected);
  if (orders.length === 0) return { created: 0, updated: 0, unchanged: 0, rejected };
  const counts = await io.graph.transaction((tx) => writeKnowing(tx, orders));
  return { ...counts, rejected };
}

async function writeKnowing(tx: GraphTransaction, orders: readonly Row[]) {
  const before = await tx.read('network/import-orders-known', { rows: orders.map((o) => ({ id: o.id as string })) });
  const known = new Map(before.map((row) => [row.id, row as Row]));
  const settled = settle(orders, known, (row) => row.id as string);
  if (settled.fresh.length > 0) {
    await tx.write('network/import-orders-new', { rows: settled.fresh } as never);
    await tx.write('network/totals-add', { rows: totalsOf(settled.fresh) });
  }
  if (settled.changed.length > 0) {
    await tx.write('network/import-orders-changed', { rows: settled.changed } as never);
    const touched = settled.changed.flatMap((row) => [row.customerId, known.get(row.id as string)!.customerId]);
    await tx.write('network/totals-recount', { customerIds: [...new Set(touched as string[])].filter(Boolean) });
  }
  return countsOf(settled);
}

/** `amount` in major units wins over `amountMinor` where a file has both. */
function withMinor(row: Row): Row {
  const { amount, ...rest } = row;
  if (typeof amount !== 'string') return rest;
  const amountMinor = minorUnits(amount, row.currency as string);
  return amountMinor === null ? { ...rest, amountMinor: null, amount } : { ...rest, amountMinor };
}

function whyUnpriced(row: Row): { column: string; reason: string } {
  if (row.amount === undefined || row.amount === null) return { column: 'amount', reason: 'is empty' };
  return { column: 'amount', reason: `is not an amount of ${row.currency}` };
}

interface Totals {
  customerId: string;
  orders: number;
  spendMinor: number;
  firstAt: Date;
  lastAt: Date;
}

function totalsOf(orders: readonly Row[]): Totals[] {
  const totals = new Map<string, Totals>();
  for (const { customerId, amountMinor, at, refundedAt } of orders) {
    if (refundedAt) continue;
    const id = customerId as string;
    const when = at as Date;
    const sum = totals.get(id) ?? { customerId: id, orders: 0, spendMinor: 0, firstAt: when, lastAt: when };
    sum.orders += 1;
    sum.spendMinor += amountMinor as number;
    if (when < sum.firstAt) sum.firstAt = when;
    if (when > sum.lastAt) sum.lastAt = when;
    totals.set(id, sum);
  }
  return [...totals.values()];
}
