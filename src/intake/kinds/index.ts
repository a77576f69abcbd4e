import { campaigns, conversions, rewards, touches } from './campaigns.js';
import { categories, companies, interests, products, stores } from './catalogue.js';
import type { Kind } from './model.js';
import { KIND_NAMES, type KindName } from './names.js';
import { consents, customerInterests, customers, employment, identities, sourceRecords } from './people.js';
import { tiesOfCustomers } from './ties.js';
import { orderLines, orders } from './trade.js';
import { events, posts, reactions } from './voice.js';

/** Every kind of rows by the name of its file. */
export const KINDS: Readonly<Record<KindName, Kind>> = {
  companies,
  interests,
  categories,
  products,
  stores,
  campaigns,
  customers,
  consents,
  employment,
  'customer-interests': customerInterests,
  identities,
  'source-records': sourceRecords,
  ties: tiesOfCustomers,
  orders,
  'order-lines': orderLines,
  posts,
  reactions,
  events,
  touches,
  conversions,
  rewards,
};

interface Target {
  readonly kind: KindName;
  /** The value that the name itself gives to a column. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** The labels and relationships of the graph that a mapping file may name, and the kind of row each is. */
export const TARGETS: ReadonlyMap<string, Target> = new Map(
  KIND_NAMES.flatMap((kind) => {
    const { targets, fixes } = KINDS[kind];
    return targets.map((name): [string, Target] => [name, { kind, fixed: fixes ? { [fixes]: name } : {} }]);
  }),
);
