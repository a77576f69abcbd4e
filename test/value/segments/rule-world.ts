import type { Graph } from '../../../src/graph/graph.js';
import { NOW, run } from '../../setup/world.js';

const DAY = 86_400_000;
const now = new Date(NOW).getTime();
const CITIES = ['成都', '北京', null];
export const ROLES = ['KOL', 'KOC', 'BRIDGE', 'MARGINAL'] as const;

/** One of the small world, as both the database and the naive evaluation have them. */
export interface Each {
  readonly n: number;
  readonly id: string;
  readonly profiled: boolean;
  readonly city: string | null;
  readonly orderCount: number | null;
  readonly joined: number | null;
  readonly level: number | null;
  readonly segment: string | null;
  readonly lifecycle: string | null;
  readonly scoredDays: number | null;
  readonly roles: readonly string[];
  readonly placed: readonly {
    days: number;
    amount: number;
    currency: string;
    refunded: boolean;
    product: string;
    store: string;
  }[];
  readonly events: readonly { type: string; days: number }[];
  readonly said: readonly { sentiment: number; days: number; post: boolean }[];
  readonly interests: readonly { id: string; weight: number | null }[];
  readonly consents: readonly { purpose: string; channel: string; untilDays: number | null }[];
  readonly lastOrderDays: number | null;
  readonly community: string | null;
  readonly company: { id: string; industry: string } | null;
}

/** Thirty people, made by remainders so that every condition holds for some and not for others. */
export const PEOPLE: readonly Each[] = Array.from({ length: 30 }, (_, n) => {
  const profiled = n % 5 !== 4;
  const scored = profiled && n % 7 !== 3;
  const placed = Array.from({ length: n % 4 }, (_, k) => ({
    ...{ days: (n * 13 + k * 37) % 150, amount: 100 * (1 + ((n + k) % 5)), currency: n % 3 === 0 ? 'EUR' : 'CNY' },
    ...{ refunded: (n + k) % 6 === 0, product: `p${(n + k) % 3}`, store: `s${(n * k) % 2}` },
  }));
  return {
    ...{ n, id: `u${String(n).padStart(2, '0')}`, profiled, placed },
    city: CITIES[n % 3] ?? null,
    orderCount: n % 6 === 5 ? null : n % 6,
    joined: n % 4 === 3 ? null : (n * 11) % 200,
    level: scored ? 1 + (n % 5) : null,
    segment: scored ? ['rfm:champions', 'rfm:lost'][n % 2]! : null,
    lifecycle: scored ? ['new', 'growth', 'stable', 'decline', 'dormant'][n % 5]! : null,
    scoredDays: scored ? n % 60 : null,
    roles: scored ? ROLES.filter((_, at) => n % (at + 3) === 0 && n % 2 === 0) : [],
    events: Array.from({ length: n % 3 }, (_, k) => ({
      type: ['login', 'view'][(n + k) % 2]!,
      days: (n * 7 + k * 20) % 90,
    })),
    said: n % 3 === 1 ? [{ sentiment: (n % 9) / 4 - 1, days: (n * 5) % 100, post: n % 2 === 0 }] : [],
    interests: n % 4 < 2 ? [{ id: `i${n % 2}`, weight: n % 8 === 0 ? null : (n % 10) / 10 }] : [],
    consents: [
      ...(profiled ? [{ purpose: 'profiling', channel: 'ALL', untilDays: null }] : []),
      ...(n % 2 === 0
        ? [{ purpose: 'marketing', channel: ['SMS', 'ALL', 'MAIL'][n % 3]!, untilDays: [null, 5, -5][n % 5] ?? null }]
        : []),
    ],
    lastOrderDays: n % 4 === 0 ? null : (n * 13) % 150,
    community: profiled && n % 3 !== 2 ? `k${n % 2}` : null,
    company: n % 6 < 2 ? { id: `co${n % 2}`, industry: ['IT', 'food'][n % 2]! } : null,
  };
});

/** Pairs who know each other, and who referred whom. */
const KNOWS = PEOPLE.flatMap(({ n }) =>
  [n + 1, n + 7]
    .filter((m) => m < PEOPLE.length && (n * m) % 4 < 2)
    .map((m) => ({ a: n, b: m, closeness: ((n + m) % 10) / 10 })),
);
export const REFERRED = PEOPLE.flatMap(({ n }) =>
  [2 * n + 1, 2 * n + 2].filter((m) => m < PEOPLE.length && m % 3 > 0).map((m) => ({ a: n, b: m })),
);
export const SIZES: Readonly<Record<string, number>> = { k0: 5, k1: 12 };
export const CATEGORY: Readonly<Record<string, string>> = { p0: 'c0', p1: 'c0', p2: 'c1' };
/** Whom one knows, either way, and how closely. */
export const tiesOf = (n: number) =>
  KNOWS.flatMap(({ a, b, closeness }) => (a === n ? [{ m: b, closeness }] : b === n ? [{ m: a, closeness }] : []));

/** Writes the world into an empty graph. */
export async function buildRuleWorld(graph: Graph): Promise<void> {
  const at = (days: number | null) => (days === null ? null : new Date(now - days * DAY).toISOString());
  const people = PEOPLE.map((person) => ({
    ...{ ...person, joined: at(person.joined), scored: at(person.scoredDays), last: at(person.lastOrderDays) },
    placed: person.placed.map((order, k) => ({
      ...order,
      id: `${person.id}-${k}`,
      at: at(order.days),
      category: CATEGORY[order.product],
    })),
    events: person.events.map((event, k) => ({ ...event, key: `${person.id}-${k}`, at: at(event.days) })),
    said: person.said.map((one) => ({ ...one, at: at(one.days) })),
    consents: person.consents.map((one) => ({
      ...one,
      until: one.untilDays === null ? null : at(-one.untilDays),
      key: `${person.id}|${one.purpose}|${one.channel}`,
    })),
    size: SIZES[person.community ?? ''] ?? null,
  }));
  await run(graph, WRITE, { people });
  const pairs = (list: readonly { a: number; b: number }[]) =>
    list.map((pair) => ({ ...pair, from: PEOPLE[pair.a]!.id, to: PEOPLE[pair.b]!.id }));
  await run(
    graph,
    `UNWIND $rows AS r MATCH (a:Customer {id: r.from}), (b:Customer {id: r.to})
     CREATE (a)-[:KNOWS {pair: r.from + r.to, closeness: r.closeness}]->(b)`,
    { rows: pairs(KNOWS) },
  );
  await run(
    graph,
    `UNWIND $rows AS r MATCH (a:Customer {id: r.from}), (b:Customer {id: r.to})
     CREATE (a)-[:REFERRED {key: r.from + r.to}]->(b)`,
    { rows: pairs(REFERRED) },
  );
}

const WRITE = `UNWIND $people AS row
CREATE (c:Customer {id: row.id, alias: row.id, city: row.city, orders: toInteger(row.orderCount),
  joinedAt: datetime(row.joined), lifecycle: row.lifecycle, rfmLevel: toInteger(row.level), rfmSegment: row.segment,
  rfmScoredAt: datetime(row.scored), roles: row.roles, lastOrderAt: datetime(row.last)})
FOREACH (_ IN CASE WHEN row.profiled THEN [1] ELSE [] END | SET c:Profiled)
FOREACH (id IN CASE WHEN row.segment IS NULL THEN [] ELSE [row.segment] END |
  MERGE (s:Segment {id: id}) SET s.kind = 'RFM' CREATE (c)-[:IN_SEGMENT]->(s))
FOREACH (id IN CASE WHEN row.community IS NULL THEN [] ELSE [row.community] END |
  MERGE (k:Community {id: id}) SET k.size = toInteger(row.size) CREATE (c)-[:MEMBER_OF]->(k))
FOREACH (w IN CASE WHEN row.company IS NULL THEN [] ELSE [row.company] END |
  MERGE (k:Company {id: w.id}) SET k.industry = w.industry CREATE (c)-[:WORKS_AT]->(k))
FOREACH (e IN row.events | CREATE (c)-[:DID]->(:Event {key: e.key, type: e.type, at: datetime(e.at)}))
FOREACH (s IN [x IN row.said WHERE x.post] |
  CREATE (c)-[:POSTED]->(:Post {id: row.id, at: datetime(s.at), sentiment: s.sentiment}))
FOREACH (s IN [x IN row.said WHERE NOT x.post] |
  CREATE (c)-[:GAVE]->(:Feedback {id: row.id, at: datetime(s.at), sentiment: s.sentiment}))
FOREACH (i IN row.interests | MERGE (t:Interest {id: i.id}) CREATE (c)-[:INTERESTED_IN {weight: i.weight}]->(t))
FOREACH (x IN row.consents | MERGE (p:Purpose {id: x.purpose})
  CREATE (c)-[:CONSENTS_TO {key: x.key, channel: x.channel, until: datetime(x.until)}]->(p))
FOREACH (o IN row.placed | MERGE (p:Product {id: o.product}) MERGE (g:Category {id: o.category})
  MERGE (p)-[:IN_CATEGORY]->(g) MERGE (s:Store {id: o.store})
  CREATE (c)-[:PLACED]->(n:Order {id: o.id, at: datetime(o.at), amountMinor: toInteger(o.amount), currency: o.currency,
    refundedAt: CASE WHEN o.refunded THEN datetime(o.at) END})-[:CONTAINS]->(p) CREATE (n)-[:AT_STORE]->(s))`;
