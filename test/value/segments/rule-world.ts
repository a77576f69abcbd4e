import * as fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import type { Rule } from '../../../src/value/segments/rule.js';
import { NOW, run } from '../../setup/world.js';

const DAY = 86_400_000;
const now = new Date(NOW).getTime();
const CITIES = ['成都', '北京', null];
const ROLES = ['KOL', 'KOC', 'BRIDGE', 'MARGINAL'] as const;

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
const REFERRED = PEOPLE.flatMap(({ n }) =>
  [2 * n + 1, 2 * n + 2].filter((m) => m < PEOPLE.length && m % 3 > 0).map((m) => ({ a: n, b: m })),
);
const SIZES: Readonly<Record<string, number>> = { k0: 5, k1: 12 };
const CATEGORY: Readonly<Record<string, string>> = { p0: 'c0', p1: 'c0', p2: 'c1' };
const tiesOf = (n: number) =>
  KNOWS.flatMap(({ a, b, closeness }) => (a === n ? [{ m: b, closeness }] : b === n ? [{ m: a, closeness }] : []));

// biome-ignore lint/suspicious/noExplicitAny: the rule is drawn below, each with what its condition takes
type Given = any;
type Naive = (person: Each, given: Given) => boolean;

const within = (days: number, window: number) => days <= window && days > 0;
const orders = (person: Each, { days, product, category, store }: Given) =>
  person.placed.filter(
    (order) =>
      within(order.days, days) &&
      !order.refunded &&
      (!product || order.product === product) &&
      (!category || CATEGORY[order.product] === category) &&
      (!store || order.store === store),
  );
const compared: Naive = (person, { name, ...by }) => {
  const text = { city: person.city, rfmSegment: person.segment }[name as string];
  if (by.in) return text !== null && text !== undefined && by.in.includes(text);
  if (by.atLeast !== undefined || by.atMost !== undefined) {
    const value = name === 'orders' ? person.orderCount : person.level;
    return value !== null && value >= (by.atLeast ?? -Infinity) && value <= (by.atMost ?? Infinity);
  }
  const days = name === 'joinedAt' ? person.joined : person.scoredDays;
  return days !== null && days <= (by.withinDays ?? Infinity) && days > (by.beforeDays ?? -Infinity);
};
const near = (n: number, steps: number): Set<number> => {
  let reached = new Set([n]);
  const all = new Set<number>();
  for (let step = 0; step < steps; step += 1) {
    reached = new Set([...reached].flatMap((at) => tiesOf(at).map(({ m }) => m)).filter((m) => PEOPLE[m]!.profiled));
    for (const m of reached) all.add(m);
  }
  all.delete(n);
  return all;
};
const personFits = (person: Each, { rfmSegment, lifecycle, role, ordered }: Given) =>
  (!rfmSegment || segmentFits(person, rfmSegment)) &&
  (!lifecycle || (person.lifecycle !== null && lifecycle.includes(person.lifecycle))) &&
  (!role || person.roles.some((one) => role.includes(one))) &&
  (!ordered || orders(person, ordered).length > 0);
const shareFits = (id: string, { shareAtLeast = 0, ...asked }: Given) => {
  const fitting = PEOPLE.filter((p) => p.community === id && p.profiled && personFits(p, asked)).length;
  return fitting > 0 && fitting >= shareAtLeast * SIZES[id]!;
};
const segmentFits = (person: Each, id: string) => person.segment === id;

const NAIVE: Readonly<Record<string, Naive>> = {
  property: compared,
  score: compared,
  ordered: (person, given) => orders(person, given).length >= (given.atLeast ?? 1),
  notOrdered: (person, given) => orders(person, given).length === 0,
  spent: (person, given) =>
    orders(person, given).reduce((sum, { amount, currency }) => sum + (currency === given.currency ? amount : 0), 0) >=
    given.atLeastMinor,
  event: ({ events }, { type, days, atLeast = 1 }) =>
    events.filter((one) => one.type === type && within(one.days, days)).length >= atLeast,
  sentiment: ({ said }, { days, atLeast = -1, atMost = 1 }) =>
    said.some((one) => within(one.days, days) && one.sentiment >= atLeast && one.sentiment <= atMost),
  interest: ({ interests }, { id, weightAtLeast = 0 }) =>
    interests.some((one) => one.id === id && (one.weight ?? 1) >= weightAtLeast),
  consents: ({ consents }, { purpose, channel = 'ANY' }) =>
    consents.some(
      (one) =>
        one.purpose === purpose &&
        (channel === 'ANY' || [channel, 'ALL'].includes(one.channel)) &&
        (one.untilDays === null || one.untilDays > 0),
    ),
  rfmSegment: (person, { id }) => segmentFits(person, id),
  lifecycle: ({ lifecycle }, given) => lifecycle !== null && given.in.includes(lifecycle),
  role: ({ roles }, given) => roles.some((role) => given.in.includes(role)),
  closeTie: ({ n }, { closenessAtLeast = 0.5, ordered, quietDays }) => {
    const others = tiesOf(n)
      .filter(({ m, closeness }) => closeness >= closenessAtLeast && PEOPLE[m]!.profiled)
      .map(({ m }) => PEOPLE[m]!);
    const bought = !ordered || others.some((other) => orders(other, ordered).length > 0);
    return (
      bought && (!quietDays || others.some(({ lastOrderDays }) => lastOrderDays !== null && lastOrderDays > quietDays))
    );
  },
  near: ({ n }, { role, steps = 2 }) => [...near(n, steps)].some((m) => PEOPLE[m]!.roles.includes(role)),
  inCommunity: ({ community }, { id, sizeAtLeast = 1, ...members }) =>
    community !== null &&
    (!id || community === id) &&
    SIZES[community]! >= sizeAtLeast &&
    (Object.keys(members).length === 0 || shareFits(community, members)),
  broughtBy: ({ n }, given) =>
    REFERRED.some(({ a, b }) => b === n && PEOPLE[a]!.profiled && personFits(PEOPLE[a]!, given)),
  broughtAtLeast: ({ n }, { count }) => REFERRED.filter(({ a, b }) => a === n && PEOPLE[b]!.profiled).length >= count,
  companyOf: ({ company }, { id, industry }) =>
    company !== null && (!id || company.id === id) && (!industry || company.industry === industry),
};

/** Conditions that look at people who consent to profiling alone. */
const PROFILES =
  'score sentiment interest rfmSegment lifecycle role closeTie near inCommunity broughtBy broughtAtLeast companyOf'.split(
    ' ',
  );

/** Whether a rule fits one of the world, worked out one by one. */
export function fits(person: Each, rule: Rule): boolean {
  const profiles = PROFILES.some((name) => JSON.stringify(rule).includes(`{"${name}":{`));
  return (!profiles || person.profiled) && holds(person, rule);
}

function holds(person: Each, rule: Rule): boolean {
  if ('not' in rule) return !holds(person, rule.not);
  if ('all' in rule) return rule.all.every((part) => holds(person, part));
  if ('any' in rule) return rule.any.some((part) => holds(person, part));
  const [name, given] = Object.entries(rule)[0]!;
  return NAIVE[name]!(person, given);
}

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const maybe = (shape: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
  fc.record(shape, { requiredKeys });
const days = fc.integer({ min: 1, max: 160 });
const least = fc.integer({ min: 1, max: 3 });
const segment = some('rfm:champions', 'rfm:lost', 'rfm:none');
const goods = { product: some('p0', 'p1'), category: some('c0', 'c1'), store: some('s0', 's1') };
const role = some(...ROLES);
const oneOf = <T extends object>(drawn: fc.Arbitrary<T>, keys: string[]) =>
  drawn.filter((value) => keys.some((key) => key in value));
const times = (name: string) =>
  oneOf(maybe({ name: some(name), withinDays: days, beforeDays: days }, ['name']), ['withinDays', 'beforeDays']);
const numbers = (name: string) =>
  oneOf(
    maybe({ name: some(name), atLeast: fc.integer({ min: 0, max: 5 }), atMost: fc.integer({ min: 0, max: 5 }) }, [
      'name',
    ]),
    ['atLeast', 'atMost'],
  );
const sentiment = { days, atLeast: some(-0.5, 0, 0.5), atMost: some(-0.5, 0, 0.5) };
const share = some(0, 0.3, 0.5, 0.8);

const conditions: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  property: fc.oneof(
    fc.record({ name: some('city'), in: some(['成都'], ['北京', '成都'], ['x']) }),
    numbers('orders'),
    times('joinedAt'),
  ),
  score: fc.oneof(
    fc.record({ name: some('rfmSegment'), in: some(['rfm:lost']) }),
    numbers('rfmLevel'),
    times('rfmScoredAt'),
  ),
  ordered: maybe({ days, atLeast: least, ...goods }, ['days']),
  notOrdered: maybe({ days, ...goods }, ['days']),
  spent: maybe({ days, atLeastMinor: fc.integer({ min: 1, max: 900 }), currency: some('CNY', 'EUR'), ...goods }, [
    'days',
    'atLeastMinor',
    'currency',
  ]),
  event: maybe({ type: some('login', 'view'), days, atLeast: least }, ['type', 'days']),
  sentiment: oneOf(maybe(sentiment, ['days']), ['atLeast', 'atMost']),
  interest: maybe({ id: some('i0', 'i1'), weightAtLeast: share }, ['id']),
  consents: maybe({ purpose: some('marketing', 'profiling'), channel: some('SMS', 'MAIL', 'ANY') }, ['purpose']),
  rfmSegment: fc.record({ id: segment }),
  lifecycle: fc.record({ in: some(['new'], ['dormant', 'stable']) }),
  role: fc.record({ in: fc.uniqueArray(role, { minLength: 1, maxLength: 3 }) }),
  closeTie: oneOf(
    maybe(
      {
        closenessAtLeast: share,
        ordered: maybe({ days, product: goods.product, category: goods.category }, ['days']),
        quietDays: days,
      },
      [],
    ),
    ['ordered', 'quietDays'],
  ),
  near: maybe({ role, steps: least }, ['role']),
  inCommunity: fc.oneof(
    oneOf(maybe({ id: some('k0', 'k1'), sizeAtLeast: fc.integer({ min: 1, max: 13 }) }, []), ['id', 'sizeAtLeast']),
    fc
      .tuple(
        maybe({ shareAtLeast: share, sizeAtLeast: least }, []),
        fc.oneof(
          maybe({ days, ...goods }, ['days']).map((ordered) => ({ ordered })),
          segment.map((rfmSegment) => ({ rfmSegment })),
          some(['new'], ['growth', 'stable']).map((lifecycle) => ({ lifecycle })),
          role.map((one) => ({ role: [one] })),
        ),
      )
      .map(([bounds, asked]) => ({ ...bounds, ...asked })),
  ),
  broughtBy: maybe({ rfmSegment: segment, lifecycle: some(['new', 'stable']), role: role.map((one) => [one]) }, []),
  broughtAtLeast: fc.record({ count: least }),
  companyOf: oneOf(maybe({ id: some('co0', 'co1'), industry: some('IT', 'food') }, []), ['id', 'industry']),
};

const condition = fc.oneof(
  ...Object.entries(conditions).map(([name, given]) => given.map((value) => ({ [name]: value }))),
);
/** Rules of up to three levels. */
export const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    condition as fc.Arbitrary<never>,
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all }) as never),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any }) as never),
    tie('rule').map((not) => ({ not }) as never),
  ),
})).rule;

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
    'UNWIND $rows AS r MATCH (a:Customer {id: r.from}), (b:Customer {id: r.to}) CREATE (a)-[:KNOWS {pair: r.from + r.to, closeness: r.closeness}]->(b)',
    { rows: pairs(KNOWS) },
  );
  await run(
    graph,
    'UNWIND $rows AS r MATCH (a:Customer {id: r.from}), (b:Customer {id: r.to}) CREATE (a)-[:REFERRED {key: r.from + r.to}]->(b)',
    { rows: pairs(REFERRED) },
  );
}

const WRITE = `UNWIND $people AS row
CREATE (c:Customer {id: row.id, alias: row.id, city: row.city, orders: toInteger(row.orderCount), joinedAt: datetime(row.joined), lifecycle: row.lifecycle,
  rfmLevel: toInteger(row.level), rfmSegment: row.segment, rfmScoredAt: datetime(row.scored), roles: row.roles, lastOrderAt: datetime(row.last)})
FOREACH (_ IN CASE WHEN row.profiled THEN [1] ELSE [] END | SET c:Profiled)
FOREACH (_ IN CASE WHEN row.segment IS NULL THEN [] ELSE [1] END | MERGE (s:Segment {id: row.segment}) SET s.kind = 'RFM' CREATE (c)-[:IN_SEGMENT]->(s))
FOREACH (_ IN CASE WHEN row.community IS NULL THEN [] ELSE [1] END | MERGE (k:Community {id: row.community}) SET k.size = toInteger(row.size) CREATE (c)-[:MEMBER_OF]->(k))
FOREACH (w IN CASE WHEN row.company IS NULL THEN [] ELSE [row.company] END | MERGE (k:Company {id: w.id}) SET k.industry = w.industry CREATE (c)-[:WORKS_AT]->(k))
FOREACH (e IN row.events | CREATE (c)-[:DID]->(:Event {key: e.key, type: e.type, at: datetime(e.at)}))
FOREACH (s IN [x IN row.said WHERE x.post] | CREATE (c)-[:POSTED]->(:Post {id: row.id, at: datetime(s.at), sentiment: s.sentiment}))
FOREACH (s IN [x IN row.said WHERE NOT x.post] | CREATE (c)-[:GAVE]->(:Feedback {id: row.id, at: datetime(s.at), sentiment: s.sentiment}))
FOREACH (i IN row.interests | MERGE (t:Interest {id: i.id}) CREATE (c)-[:INTERESTED_IN {weight: i.weight}]->(t))
FOREACH (x IN row.consents | MERGE (p:Purpose {id: x.purpose}) CREATE (c)-[:CONSENTS_TO {key: x.key, channel: x.channel, until: datetime(x.until)}]->(p))
FOREACH (o IN row.placed | MERGE (p:Product {id: o.product}) MERGE (g:Category {id: o.category}) MERGE (p)-[:IN_CATEGORY]->(g) MERGE (s:Store {id: o.store})
  CREATE (c)-[:PLACED]->(n:Order {id: o.id, at: datetime(o.at), amountMinor: toInteger(o.amount), currency: o.currency,
    refundedAt: CASE WHEN o.refunded THEN datetime(o.at) END})-[:CONTAINS]->(p) CREATE (n)-[:AT_STORE]->(s))`;
