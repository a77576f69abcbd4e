import type { WriteName } from '../graph/queries.gen.js';
import { writeConsents } from './consents.js';
import { writeCustomers } from './customers.js';
import type { Row } from './field.js';
import { hashedIdentities } from './identities.js';
import type { KindName } from './kind-names.js';
import { minorUnits } from './money.js';
import { writeOrders } from './orders.js';
import type { Io, Outcome, WriteBatch } from './outcome.js';
import { sealForCustomer } from './sealed.js';
import { tieIdentity, writeTies } from './ties.js';
import { keyOf, type Prepared, type UpsertSpec, upsert } from './upsert.js';

export interface Kind {
  /** What two rows must share to be about the same thing. */
  readonly key: (row: Row) => string;
  readonly write: WriteBatch;
  /** The columns of the nodes that a row ties, by which rows are parted into lanes; none keeps them in one lane. */
  readonly lanes: readonly string[];
}

const byId = keyOf(['id']);
const named = (kind: string, more: Partial<UpsertSpec> = {}): Kind => {
  const key = more.key ?? ['id'];
  const names = { known: `intake/steps/${kind}-known`, write: `intake/steps/${kind}` as WriteName };
  const ends = Object.keys(more.ends ?? {});
  // a third node, or a few nodes that nearly every row ties, would make lanes wait for each other
  const lanes = more.links ? [] : ends.length > 0 ? ends.slice(0, 2) : ['id'];
  return { key: keyOf(key), lanes, write: upsert({ ...(names as Pick<UpsertSpec, 'known' | 'write'>), ...more, key }) };
};
const likes = named('voice/likes', {
  key: ['customerId', 'postId'],
  ends: { customerId: 'customers', postId: 'posts' },
});
const timed = { key: ['customerId', 'postId', 'at'], ends: { customerId: 'customers', postId: 'posts' } } as const;
const shares = named('voice/shares', timed);
const comments = named('voice/comments', timed);

/** How rows of every kind are told apart and written. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  companies: named('people/companies'),
  interests: named('people/interests'),
  categories: named('trade/categories'),
  products: named('trade/products', {
    ends: { categoryId: 'categories' },
    links: { categoryId: 'intake/steps/trade/link-product-category' },
  }),
  stores: named('trade/stores'),
  campaigns: named('campaigns/campaigns'),
  customers: { key: byId, lanes: ['id'], write: writeCustomers },
  consents: { key: byId, lanes: [], write: writeConsents },
  employment: named('people/employment', {
    key: ['customerId', 'companyId'],
    ends: { customerId: 'customers', companyId: 'companies' },
  }),
  'customer-interests': named('people/customer-interests', {
    key: ['customerId', 'interestId'],
    ends: { customerId: 'customers', interestId: 'interests' },
  }),
  identities: {
    key: keyOf(['customerId', 'kind', 'value']),
    lanes: ['customerId', 'value'],
    write: named('people/identities', {
      key: ['customerId', 'key'],
      ends: { customerId: 'customers' },
      prepare: hashedIdentities,
    }).write,
  },
  'source-records': {
    key: keyOf(['source', 'id']),
    lanes: ['customerId'],
    write: named('people/source-records', { key: ['key'], ends: { customerId: 'customers' }, prepare: sealedRecords })
      .write,
  },
  ties: { key: tieIdentity, lanes: ['fromId', 'toId'], write: writeTies },
  orders: { key: byId, lanes: ['customerId'], write: writeOrders },
  'order-lines': named('trade/order-lines', {
    key: ['orderId', 'productId'],
    ends: { orderId: 'orders', productId: 'products' },
    prepare: priced,
    fresh: 'intake/steps/trade/order-lines-new',
  }),
  posts: named('voice/posts', {
    ends: { customerId: 'customers', replyTo: 'posts', productId: 'products', storeId: 'stores' },
    self: 'posts',
    links: {
      replyTo: 'intake/steps/voice/link-post-reply',
      productId: 'intake/steps/voice/link-post-product',
      storeId: 'intake/steps/voice/link-post-store',
    },
    prepare: (io, rows) => sealForCustomer(io, rows, ['text']),
  }),
  reactions: {
    key: keyOf(['kind', 'customerId', 'postId', 'at']),
    lanes: ['customerId', 'postId'],
    write: writeReactions,
  },
  events: {
    key: keyOf(['source', 'id']),
    lanes: ['customerId'],
    write: named('voice/events', { key: ['key'], ends: { customerId: 'customers' }, prepare: withSourceKey }).write,
  },
  touches: named('campaigns/touches', {
    ends: { customerId: 'customers', campaignId: 'campaigns' },
    prepare: withVariant,
    links: {}, // all of a campaign end at its few variants
  }),
  conversions: named('campaigns/conversions', {
    ends: { touchId: 'touches', customerId: 'customers', orderId: 'orders' },
    links: {
      touchId: 'intake/steps/campaigns/link-conversion-touch',
      orderId: 'intake/steps/campaigns/link-conversion-order',
    },
  }),
  rewards: named('campaigns/rewards', { ends: { customerId: 'customers', referredId: 'customers' } }),
};

function withSourceKey(_io: Io, rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, key: `${row.source}|${row.id}` }));
}

function sealedRecords(io: Io, rows: readonly Row[]): Promise<Prepared[]> {
  return sealForCustomer(io, withSourceKey(io, rows), ['name', 'phone', 'email']);
}

function withVariant(_io: Io, rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const variant = row.variant ?? 'A';
    return { ...row, variant, variantId: `${row.campaignId}|${variant}` };
  });
}

async function priced({ graph }: Io, rows: readonly Row[]): Promise<Prepared[]> {
  const ids = [...new Set(rows.map((row) => row.orderId as string))];
  const currencies = new Map(
    (await graph.read('intake/steps/trade/order-currencies', { ids })).map((o) => [o.id, o.currency]),
  );
  return rows.map((row) => {
    if (typeof row.price !== 'string') return row;
    const price = minorUnits(row.price, currencies.get(row.orderId as string)!);
    return price === null
      ? { column: 'price', reason: 'is not an amount in the currency of its order' }
      : { ...row, price };
  });
}

/** One file holds the three kinds; each is a relationship of its own. A share or comment needs its time to be told apart. */
async function writeReactions(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const sum = { created: 0, updated: 0, unchanged: 0 };
  const rejected: Outcome['rejected'][number][] = [];
  for (const [kind, { write }] of [
    ['LIKED', likes],
    ['SHARED', shares],
    ['COMMENTED_ON', comments],
  ] as const) {
    const places = rows.flatMap((row, at) => (row.kind === kind ? [at] : []));
    const timeless = kind === 'LIKED' ? [] : places.filter((at) => !rows[at]!.at);
    rejected.push(...timeless.map((at) => ({ at, column: 'at', reason: 'is empty' })));
    const going = places.filter((at) => !timeless.includes(at));
    if (going.length === 0) continue;
    const outcome = await write(
      io,
      going.map((at) => rows[at]!),
    );
    for (const name of ['created', 'updated', 'unchanged'] as const) sum[name] += outcome[name];
    rejected.push(...outcome.rejected.map((r) => ({ ...r, at: going[r.at]! })));
  }
  return { ...sum, rejected };
}
