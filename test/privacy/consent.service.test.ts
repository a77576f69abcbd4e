import fc from 'fast-check';
import type { Graph } from '../../src/graph/graph.js';
import { CONTACT_CHANNELS, type ConsentEvent, heldConsents } from '../../src/privacy/consent.js';
import { mayContact, recordConsent, withdrawConsent } from '../../src/privacy/consent.service.js';
import { applyConsents, expireConsents } from '../../src/privacy/consent-ledger.service.js';
import { emptyGraph, NOW, run, servicesAt } from './world.js';

let graph: Graph;
let next = 0;

beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

async function customer(): Promise<string> {
  const id = `c${++next}`;
  await run(graph, 'CREATE (:Customer {id: $id, alias: $id})', { id });
  return id;
}

const edges = async (id: string) =>
  (
    await run(graph, 'MATCH (:Customer {id: $id})-[c:CONSENTS_TO]->(p) RETURN p.id + "/" + c.channel AS e ORDER BY e', {
      id,
    })
  ).map((r) => r.e);
const ledger = async (id: string) =>
  (
    await run(graph, 'MATCH (:Customer {id: $id})-[:HAS_CONSENT_EVENT]->(e) RETURN e.action AS a ORDER BY e.at, e.id', {
      id,
    })
  ).map((r) => r.a);
const day = (d: number) => new Date(Date.UTC(2026, 0, d));
const marketing = (customerId: string, more: object = {}) => ({
  customerId,
  purpose: 'marketing' as const,
  channel: 'SMS' as const,
  via: 'form',
  at: day(1),
  ...more,
});

test('giving and withdrawing change ledger and edge together', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  expect(
    await recordConsent(services, marketing(id, { eventId: `${id}-1`, textVersion: '2', proof: 'form 17' })),
  ).toMatchObject({ recorded: true, held: 1, ended: 0 });
  expect(
    await run(
      graph,
      'MATCH (:Customer {id: $id})-[c:CONSENTS_TO]->(p) RETURN c.key AS key, c.textVersion AS textVersion, c.proof AS proof, c.eventId AS eventId, p.id AS purpose',
      { id },
    ),
  ).toEqual([
    { key: `${id}|marketing|SMS`, textVersion: '2', proof: 'form 17', eventId: `${id}-1`, purpose: 'marketing' },
  ]);
  expect(await withdrawConsent(services, marketing(id, { eventId: `${id}-2`, at: day(2) }))).toMatchObject({
    recorded: true,
    held: 0,
    ended: 1,
  });
  expect(await edges(id)).toEqual([]);
  expect(await ledger(id)).toEqual(['GIVEN', 'WITHDRAWN']);
});

test('twenty identical calls at once append one event and draw one edge', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  const all = await Promise.all(
    Array.from({ length: 20 }, () => recordConsent(services, marketing(id, { eventId: `${id}-same` }))),
  );
  expect(all.filter((c) => c.recorded)).toHaveLength(1);
  expect(all.every((c) => c.eventId === `${id}-same` && c.held === 1)).toBe(true);
  expect(await edges(id)).toEqual(['marketing/SMS']);
  expect(await ledger(id)).toEqual(['GIVEN']);
});

test('twenty different calls at once end where their order says, not where their arrival says', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 2
        ? recordConsent(services, marketing(id, { at: day(1 + n) }))
        : withdrawConsent(services, marketing(id, { at: day(1 + n) })),
    ),
  );
  expect(await ledger(id)).toHaveLength(20);
  expect(await edges(id)).toEqual(['marketing/SMS']);
  expect((await mayContact(services, id, 'marketing', 'SMS')).consentSince).toEqual(day(20));
});

test('a withdrawal that arrives before an older consent still stands', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  await withdrawConsent(services, marketing(id, { at: day(5) }));
  await recordConsent(services, marketing(id, { at: day(3) }));
  expect(await edges(id)).toEqual([]);
  expect(await mayContact(services, id, 'marketing', 'SMS')).toMatchObject({
    allowed: false,
    reason: 'WITHDRAWN',
    endedAt: day(5),
  });
  await recordConsent(services, marketing(id, { at: day(6) }));
  await withdrawConsent(services, marketing(id, { at: day(4) }));
  expect(await edges(id)).toEqual(['marketing/SMS']);
});

test('at the same instant the withdrawal wins', async () => {
  const id = await customer();
  await withdrawConsent(servicesAt(graph), marketing(id));
  await recordConsent(servicesAt(graph), marketing(id));
  expect(await edges(id)).toEqual([]);
});

test('withdrawing without a channel ends every channel; one channel of an ALL leaves the others', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  await recordConsent(services, marketing(id));
  await recordConsent(services, marketing(id, { channel: 'MAIL' }));
  expect(await withdrawConsent(services, marketing(id, { channel: null, at: day(2) }))).toMatchObject({ ended: 2 });
  expect(await edges(id)).toEqual([]);
  await recordConsent(services, marketing(id, { channel: 'ALL', at: day(3) }));
  expect(await edges(id)).toEqual(['marketing/ALL']);
  expect(await mayContact(services, id, 'marketing', 'CALL')).toMatchObject({ allowed: true });
  await withdrawConsent(services, marketing(id, { channel: 'CALL', at: day(4) }));
  expect(await edges(id)).toEqual(['GROUP', 'MAIL', 'MINI_PROGRAM', 'SMS', 'WECHAT'].map((c) => `marketing/${c}`));
  expect(await mayContact(services, id, 'marketing', 'CALL')).toMatchObject({ allowed: false, reason: 'WITHDRAWN' });
  expect(await mayContact(services, id, 'marketing', 'ALL')).toMatchObject({ allowed: false, reason: 'WITHDRAWN' });
});

const DERIVED = [
  'harmonicCloseness',
  'participation',
  'roles',
  'influenceTier',
  'activity',
  'scoredBy',
  'degree',
  'pageRank',
  'betweenness',
  'pathsA',
  'pathsB',
  'coreness',
  'triangles',
  'clustering',
  'component',
  'communityRaw',
  'communityId',
  'influence',
  'reach',
  'brokerage',
  'conversion',
  'conversions',
  'response',
  'reactions',
  'recency',
  'frequency',
  'monetary',
  'rfmDays',
  'rfmOrders',
  'rfmSpendMinor',
  'rfmLevel',
  'rfmSegment',
  'rfmScoredAt',
  'fraudScore',
  'fraudSignals',
  'fraudReasons',
  'fraudRing',
  'history',
  'influenceChange',
];

test('withdrawing profiling takes the label and everything worked out, and leaves the rest', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  const profiling = { customerId: id, purpose: 'profiling' as const, channel: 'ALL' as const, via: 'form' };
  await recordConsent(services, { ...profiling, at: day(1) });
  await run(
    graph,
    `MATCH (c:Customer:Profiled {id: $id}) SET c += $derived, c.city = '杭州', c.orders = 3
     MERGE (g:Community {id: 'g'}) MERGE (s:Segment {id: 'rfm:champions'}) CREATE (c)-[:MEMBER_OF]->(g), (c)-[:ALSO_IN]->(:Community {id: 'g2'}), (:AnalysisRun {id: 'past'})-[:RANKED {rank: 1}]->(c), (c)-[:IN_SEGMENT]->(s), (c)-[:PLACED]->(:Order {id: 'o1'})`,
    { id, derived: Object.fromEntries(DERIVED.map((name) => [name, 1])) },
  );
  expect(await withdrawConsent(services, { ...profiling, at: day(2) })).toMatchObject({ ended: 1, forgotten: true });
  const [left] = await run(
    graph,
    'MATCH (c:Customer {id: $id}) RETURN labels(c) AS labels, keys(c) AS keys, [(c)-[r]-() | type(r)] AS ties',
    { id },
  );
  expect(left!.labels).toEqual(['Customer']);
  expect((left!.keys as string[]).sort()).toEqual(['alias', 'city', 'id', 'orders']);
  expect((left!.ties as string[]).sort()).toEqual(['HAS_CONSENT_EVENT', 'HAS_CONSENT_EVENT', 'PLACED']);
});

test('consent that ran out counts nowhere, and the sweep ends edge, label and what was worked out', async () => {
  const id = await customer();
  await recordConsent(servicesAt(graph), {
    customerId: id,
    purpose: 'profiling',
    channel: 'ALL',
    via: 'form',
    at: day(1),
    until: new Date('2026-04-01'),
  });
  await recordConsent(servicesAt(graph), marketing(id, { until: new Date('2026-04-02') }));
  await run(graph, 'MATCH (c:Customer {id: $id}) SET c.pageRank = 1.0, c.scoredBy = "run"', { id });
  const later = servicesAt(graph, '2026-05-01T00:00:00Z');
  expect(await edges(id)).toHaveLength(2);
  const expired = { allowed: false, reason: 'EXPIRED', endedAt: new Date('2026-04-02') };
  expect(await mayContact(later, id, 'marketing', 'SMS')).toMatchObject(expired);
  expect(await expireConsents(later, 1)).toEqual({ ended: 2, forgotten: 1 });
  expect(await expireConsents(later)).toEqual({ ended: 0, forgotten: 0 });
  expect(await edges(id)).toEqual([]);
  expect(
    await run(graph, 'MATCH (c:Customer {id: $id}) RETURN labels(c) AS labels, c.pageRank AS rank', { id }),
  ).toEqual([{ labels: ['Customer'], rank: null }]);
  expect(await mayContact(later, id, 'marketing', 'SMS')).toMatchObject(expired);
});

test('an expired consent to one channel does not take a consent to all with it for ever', async () => {
  const id = await customer();
  await recordConsent(servicesAt(graph), marketing(id, { channel: 'ALL' }));
  await withdrawConsent(servicesAt(graph), marketing(id, { at: day(2) }));
  await recordConsent(servicesAt(graph), marketing(id, { at: day(3) }));
  expect(await edges(id)).toEqual(['marketing/ALL', 'marketing/SMS']);
});

test('the reasons, each with words in English and Chinese', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  expect(await mayContact(services, 'nobody', 'marketing', 'SMS')).toMatchObject({
    allowed: false,
    reason: 'UNKNOWN_CUSTOMER',
  });
  expect(await mayContact(services, id, 'marketing', 'SMS')).toMatchObject({ allowed: false, reason: 'NO_CONSENT' });
  await recordConsent(services, marketing(id, { textVersion: '3' }));
  expect(await mayContact(services, id, 'marketing', 'SMS')).toEqual({
    allowed: true,
    reason: 'CONSENTED',
    text: 'consent was given on 2026-01-01',
    textZh: '已于 2026-01-01 同意',
    consentSince: day(1),
    until: null,
    textVersion: '3',
    endedAt: null,
    basis: null,
    basisReason: null,
    nextAllowedAt: null,
  });
  expect(await mayContact(services, id, 'marketing', 'MAIL')).toMatchObject({ reason: 'NO_CONSENT' });
  expect(await mayContact(services, id, 'research', 'SMS')).toMatchObject({ reason: 'NO_CONSENT' });
  await run(graph, 'MATCH (c:Customer {id: $id}) SET c:DoNotContact', { id });
  expect(await mayContact(services, id, 'marketing', 'SMS')).toMatchObject({
    allowed: false,
    reason: 'DO_NOT_CONTACT',
    consentSince: null,
  });
});

test('what cannot be: unknown customer, reused event id, a time in the future, until before at, profiling by SMS', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  await expect(recordConsent(services, marketing('nobody'))).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  await recordConsent(services, marketing(id, { eventId: `${id}-x` }));
  await expect(withdrawConsent(services, marketing(id, { eventId: `${id}-x`, at: day(9) }))).rejects.toMatchObject({
    kind: 'CONFLICT',
  });
  expect(await edges(id)).toEqual(['marketing/SMS']);
  const other = await customer();
  await expect(recordConsent(services, marketing(other, { eventId: `${id}-x` }))).rejects.toMatchObject({
    kind: 'CONFLICT',
  });
  expect(await ledger(other)).toEqual([]);
  await expect(recordConsent(services, marketing(id, { at: new Date('2026-03-01T12:06:00Z') }))).rejects.toMatchObject({
    kind: 'INPUT',
  });
  await expect(recordConsent(services, marketing(id, { until: day(1) }))).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(recordConsent(services, { ...marketing(id), purpose: 'profiling' })).rejects.toMatchObject({
    kind: 'INPUT',
  });
  expect(await ledger(id)).toEqual(['GIVEN']);
});

test('any events in any order of arrival end in the edges that the rule says, in batches or one by one', async () => {
  const anyEvent = fc.record({
    action: fc.constantFrom('GIVEN' as const, 'WITHDRAWN' as const),
    channel: fc.constantFrom('ALL' as const, 'SMS' as const, 'MAIL' as const),
    at: fc.integer({ min: 1, max: 8 }).map(day),
    until: fc.option(fc.integer({ min: 9, max: 90 }).map(day), { freq: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 8 }), fc.boolean(), async (drawn, together) => {
      const id = await customer();
      const events: ConsentEvent[] = drawn.map((e, n) => ({
        ...e,
        until: e.action === 'GIVEN' ? e.until : null,
        id: `${id}-${n}`,
        customerId: id,
        purposeId: 'marketing',
        textVersion: null,
        via: 'form',
        proof: null,
      }));
      if (together) await applyConsents(servicesAt(graph), events);
      else for (const event of events) await applyConsents(servicesAt(graph), [event]);
      const expected = heldConsents(events, new Date(NOW))
        .map((h) => `marketing/${h.channel}`)
        .sort();
      expect(await edges(id)).toEqual(expected);
      for (const channel of CONTACT_CHANNELS.slice(0, 3)) {
        const { allowed, reason } = await mayContact(servicesAt(graph), id, 'marketing', channel);
        expect(allowed).toBe(expected.includes(`marketing/${channel}`) || expected.includes('marketing/ALL'));
        expect(reason === 'CONSENTED').toBe(allowed);
      }
    }),
    { numRuns: 25 },
  );
});
