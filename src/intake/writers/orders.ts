import { expectAll, hopefully, takenBack } from '../../graph/attempts.js';
import type { GraphTransaction } from '../../graph/graph.js';
import type { ParamsOf } from '../../graph/queries.gen.js';
import { countsOf, type Io, type Outcome, settle, without } from '../rows/outcome.js';
import { unknownReferences } from '../rows/references.js';
import type { Row } from '../rows/row.js';
import { regrade } from './regrade.js';

/** Writes orders and keeps the running totals and RFM grades of their customers exact, in one transaction. */
export async function writeOrders(io: Io, rows: readonly Row[]): Promise<Outcome> {
  return hopefully(async (careful) => {
    const rejected = careful ? await unknownReferences(io, 'orders', rows) : [];
    const orders = without(rows, rejected);
    if (orders.length === 0) return { created: 0, updated: 0, unchanged: 0, rejected };
    const counts = await io.graph.transaction((tx) => writeKnowing(tx, orders, careful, io.clock.now()));
    return { ...counts, rejected };
  });
}

async function writeKnowing(tx: GraphTransaction, orders: readonly Row[], careful: boolean, now: Date) {
  const before = await tx.read('intake/steps/orders-known', {
    rows: orders.map((o) => ({ id: o.id as string })),
  });
  const known = new Map(before.map((row) => [row.id, row as Row]));
  const settled = settle(orders, known, (row) => row.id as string);
  const buyers = settled.fresh.map(({ customerId }) => customerId as string);
  if (settled.fresh.length > 0) {
    const { written, atStores, mixed } = await tx.write('intake/steps/orders-new', byCustomer(settled.fresh));
    expectAll(written, settled.fresh.length);
    expectAll(atStores, settled.fresh.filter(({ storeId }) => storeId).length);
    if (mixed.length > 0) await tx.write('network/steps/ties/totals-recount', { customerIds: mixed });
  }
  if (settled.changed.length > 0) {
    if (!careful) throw takenBack('a new buyer or store of a known order must be asked for first');
    await tx.write('intake/steps/orders-changed', { rows: settled.changed } as never);
    const touched = settled.changed.flatMap((row) => [row.customerId, known.get(row.id as string)!.customerId]);
    await tx.write('network/steps/ties/totals-recount', {
      customerIds: [...new Set(touched as string[])].filter(Boolean),
    });
    buyers.push(...(touched as string[]));
  }
  await regrade(tx, buyers, now);
  return countsOf(settled);
}

interface Buyer {
  readonly customerId: string;
  readonly placed: Row[];
  orders: number;
  spendMinor: number;
  /** Of all that counts; null once it is in several, undefined before the first. */
  currency: string | null | undefined;
  firstAt: Date;
  lastAt: Date;
}

/** New orders by who placed them, with what they add to the running totals. */
function byCustomer(fresh: readonly Row[]) {
  const buyers = new Map<string, Buyer>();
  for (const order of fresh) {
    const customerId = order.customerId as string;
    const at = order.at as Date;
    let buyer = buyers.get(customerId);
    if (!buyer) {
      buyer = { customerId, placed: [], orders: 0, spendMinor: 0, currency: undefined, firstAt: at, lastAt: at };
      buyers.set(customerId, buyer);
    }
    buyer.placed.push(order);
    if (!order.refundedAt) count(buyer, at, order);
  }
  const orders: Row[] = [];
  const customers = [...buyers.values()].map((buyer) => {
    const from = orders.length;
    orders.push(...buyer.placed);
    return { ...buyer, currency: buyer.currency ?? null, from, to: orders.length };
  });
  return { customers, orders } as unknown as ParamsOf<'intake/steps/orders-new'>;
}

/** A negative amount is a refund: it lowers what was spent, and is no purchase. */
function count(buyer: Buyer, at: Date, order: Row): void {
  const [amountMinor, currency] = [order.amountMinor as number, order.currency as string];
  buyer.spendMinor += amountMinor;
  buyer.currency = buyer.currency === undefined || buyer.currency === currency ? currency : null;
  if (amountMinor < 0) return;
  const first = buyer.orders === 0;
  buyer.orders += 1;
  if (first || at < buyer.firstAt) buyer.firstAt = at;
  if (first || at > buyer.lastAt) buyer.lastAt = at;
}
