import { minorUnits } from '../cells/money.js';
import { KIND_NAMES, type KindName } from '../kinds/names.js';
import { REACTIONS, type Reaction } from '../kinds/voice.js';
import type { Io, Outcome, RowReject, WriteBatch } from '../rows/outcome.js';
import type { Prepared, Row } from '../rows/row.js';
import { writeConsents } from './consents.js';
import { writeCustomers } from './customers.js';
import { writeIdentities } from './identities.js';
import { writeOrders } from './orders.js';
import { regrade } from './regrade.js';
import { writeTies } from './ties.js';
import { plainly, upsert } from './upsert.js';

/** Kinds that do more than write what their rows say. */
const OWN: Partial<Record<KindName, WriteBatch>> = {
  customers: writeCustomers,
  consents: writeConsents,
  ties: writeTies,
  orders: writeOrders,
  'order-lines': writeLines,
  reactions: writeReactions,
  identities: writeIdentities,
  touches: upsert('touches', {
    ...{ known: 'intake/steps/touches-known', write: 'intake/steps/touches' },
    ...{ key: ['id'], prepare: withVariant },
  }),
};

/** How rows of every kind are written, a batch at a time. */
export const WRITERS = Object.fromEntries(KIND_NAMES.map((kind) => [kind, OWN[kind] ?? plainly(kind)])) as Readonly<
  Record<KindName, WriteBatch>
>;

function withVariant(_io: Io, rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const variant = row.variant ?? 'A';
    return { ...row, variant, variantId: `${row.campaignId}|${variant}` };
  });
}

async function priced({ graph }: Io, rows: readonly Row[]): Promise<Prepared[]> {
  const ids = [...new Set(rows.map((row) => row.orderId as string))];
  const orders = await graph.read('intake/steps/order-currencies', { ids });
  const currencies = new Map(orders.map(({ id, currency }) => [id, currency]));
  return rows.map((row) => {
    if (typeof row.price !== 'string') return row;
    const price = minorUnits(row.price, currencies.get(row.orderId as string)!);
    return price === null
      ? { column: 'price', reason: 'is not an amount in the currency of its order; write it like 7.48' }
      : { ...row, price };
  });
}

const LINES = plainly('order-lines', priced);

/** Lines tell categories: named RFM models that look at one grade the buyers anew. */
async function writeLines(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const outcome = await LINES(io, rows);
  const orderIds = [...new Set(rows.map(({ orderId }) => orderId as string))];
  const buyers = await io.graph.read('value/steps/rfm/buyers', { orderIds });
  if (buyers.length === 0) return outcome;
  const customers = buyers.map(({ customerId }) => customerId);
  await io.graph.transaction((tx) => regrade(tx, customers, io.clock.now()));
  return outcome;
}

/** One file holds the three kinds; each is a relationship of its own. */
async function writeReactions(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const sum = { created: 0, updated: 0, unchanged: 0 };
  const rejected: RowReject[] = [];
  for (const kind of Object.keys(REACTIONS) as Reaction[]) {
    const places = rows.flatMap((row, at) => (row.kind === kind ? [at] : []));
    if (places.length === 0) continue;
    const outcome = await REACTION_WRITERS[kind](
      io,
      places.map((at) => rows[at]!),
    );
    for (const name of ['created', 'updated', 'unchanged'] as const) sum[name] += outcome[name];
    rejected.push(...outcome.rejected.map((r) => ({ ...r, at: places[r.at]! })));
  }
  return { ...sum, rejected };
}

const REACTION_WRITERS = Object.fromEntries(
  Object.entries(REACTIONS).map(([kind, name]) => [kind, plainly('reactions', undefined, name)]),
) as Readonly<Record<Reaction, WriteBatch>>;
