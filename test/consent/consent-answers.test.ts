import { recordConsent, withdrawConsent } from '../../src/consent/consent.service.js';
import { expireConsents } from '../../src/consent/consent-ledger.service.js';
import { mayContact } from '../../src/consent/contact.service.js';
import { SAMPLES } from '../setup/vocabulary.js';
import { consentWorld, day, marketing } from './consent.setup.js';

import { run, servicesAt } from './world.js';

const world = consentWorld();
const { customer, edges, ledger } = world;

test('withdrawing profiling takes the label and everything worked out, and leaves the rest', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
  const profiling = { customerId: id, purpose: 'profiling' as const, channel: 'ALL' as const, via: 'form' };
  await recordConsent(services, { ...profiling, at: day(1) });
  await run(
    world.graph,
    `MATCH (c:Customer:Profiled {id: $id}) SET c += $derived, c.city = '杭州', c.orders = 3
     MERGE (g:Community {id: 'g'}) MERGE (s:Segment {id: 'rfm:champions'}) CREATE (c)-[:MEMBER_OF]->(g), (c)-[:ALSO_IN]->(:Community {id: 'g2'}), (:AnalysisRun {id: 'past'})-[:RANKED {rank: 1}]->(c), (c)-[:IN_SEGMENT]->(s), (c)-[:PLACED]->(:Order {id: 'o1'})`,
    { id, derived: SAMPLES },
  );
  expect(await withdrawConsent(services, { ...profiling, at: day(2) })).toMatchObject({ ended: 1, forgotten: true });
  const [left] = await run(
    world.graph,
    'MATCH (c:Customer {id: $id}) RETURN labels(c) AS labels, keys(c) AS keys, [(c)-[r]-() | type(r)] AS ties',
    { id },
  );
  expect((left!.labels as string[]).filter((label) => label !== 'Changed')).toEqual(['Customer']);
  expect((left!.keys as string[]).sort()).toEqual(['alias', 'city', 'id', 'orders']);
  expect((left!.ties as string[]).sort()).toEqual(['HAS_CONSENT_EVENT', 'HAS_CONSENT_EVENT', 'PLACED']);
});

test('consent that ran out counts nowhere, and the sweep ends edge, label and what was worked out', async () => {
  const id = await customer();
  await recordConsent(servicesAt(world.graph), {
    customerId: id,
    purpose: 'profiling',
    channel: 'ALL',
    via: 'form',
    at: day(1),
    until: new Date('2026-04-01'),
  });
  await recordConsent(servicesAt(world.graph), marketing(id, { until: new Date('2026-04-02') }));
  await run(world.graph, 'MATCH (c:Customer {id: $id}) SET c.pageRank = 1.0, c.influence = 1.0', { id });
  const later = servicesAt(world.graph, '2026-05-01T00:00:00Z');
  expect(await edges(id)).toHaveLength(2);
  const expired = { allowed: false, reason: 'EXPIRED', endedAt: new Date('2026-04-02') };
  expect(await mayContact(later, id, 'marketing', 'SMS')).toMatchObject(expired);
  expect(await expireConsents(later, 1)).toEqual({ ended: 2, forgotten: 1 });
  expect(await expireConsents(later)).toEqual({ ended: 0, forgotten: 0 });
  expect(await edges(id)).toEqual([]);
  expect(
    await run(
      world.graph,
      "MATCH (c:Customer {id: $id}) RETURN [label IN labels(c) WHERE label <> 'Changed'] AS labels, c.pageRank AS rank",
      { id },
    ),
  ).toEqual([{ labels: ['Customer'], rank: null }]);
  expect(await mayContact(later, id, 'marketing', 'SMS')).toMatchObject(expired);
});

test('the reasons, each with words in English and Chinese', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
  expect(await mayContact(services, 'nobody', 'marketing', 'SMS')).toMatchObject({
    allowed: false,
    reason: 'UNKNOWN_CUSTOMER',
  });
  expect(await mayContact(services, id, 'marketing', 'SMS')).toMatchObject({ allowed: false, reason: 'NO_CONSENT' });
  await recordConsent(services, marketing(id, { textVersion: '1' }));
  expect(await mayContact(services, id, 'marketing', 'SMS')).toEqual({
    allowed: true,
    reason: 'CONSENTED',
    text: 'consent was given on 2026-01-01',
    textZh: '已于 2026-01-01 同意',
    consentSince: day(1),
    until: null,
    textVersion: '1',
    endedAt: null,
    basis: null,
    basisReason: null,
    notBefore: null,
  });
  expect(await mayContact(services, id, 'marketing', 'MAIL')).toMatchObject({ reason: 'NO_CONSENT' });
  expect(await mayContact(services, id, 'research', 'SMS')).toMatchObject({ reason: 'NO_CONSENT' });
  await run(world.graph, 'MATCH (c:Customer {id: $id}) SET c:DoNotContact', { id });
  expect(await mayContact(services, id, 'marketing', 'SMS')).toMatchObject({
    allowed: false,
    reason: 'DO_NOT_CONTACT',
    consentSince: null,
  });
});

test('what cannot be: unknown customer, reused event id, a time in the future, until before at, profiling by SMS', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
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
