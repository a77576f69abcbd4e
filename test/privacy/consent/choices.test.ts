import type { Graph } from '../../../src/graph/graph.js';
import { setPurpose } from '../../../src/privacy/choices/purpose.service.js';
import { takeReply } from '../../../src/privacy/choices/reply.service.js';
import { asksToStop } from '../../../src/privacy/choices/reply-words.js';
import { recordBasis, setDoNotContact, setTimeZone } from '../../../src/privacy/choices/standing.service.js';
import { mayContact, mayUse, recordConsent, withdrawConsent } from '../../../src/privacy/consent.service.js';
import { consentLedger } from '../../../src/privacy/consent-history.service.js';
import { guardianUntilOf } from '../../../src/privacy/minors.js';
import { setQuietHours } from '../../../src/privacy/quiet-hours.service.js';
import { emptyGraph, run, servicesAt, vault } from '../world.js';

let graph: Graph;
let next = 0;

beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

async function customer(more: object = {}): Promise<string> {
  const id = `c${++next}`;
  await run(graph, 'CREATE (c:Customer {id: $id, alias: $id}) SET c += $more', { id, more });
  return id;
}

const day = (d: number) => new Date(Date.UTC(2026, 1, d));
const sms = (customerId: string, more: object = {}) => ({
  ...{ customerId, purpose: 'marketing' as const, channel: 'SMS' as const, via: 'form', at: day(1) },
  ...more,
});
const marketing = (id: string, now?: string) => mayContact(servicesAt(graph, now), id, 'marketing', 'SMS');

test('the age of a child tells the month of birth and not the day, and is not kept of those who are older', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  expect(guardianUntilOf('2014-05-17', now)).toEqual(new Date('2028-06-01T00:00:00Z'));
  expect(guardianUntilOf('2012-03-01', now)).toEqual(new Date('2026-04-01T00:00:00Z'));
  expect(guardianUntilOf('2012-02-28', now)).toBeNull();
  expect(guardianUntilOf('2012-02-28', now, new Date('2026-03-01'))).toEqual(new Date('2026-03-01'));
  expect(guardianUntilOf('unknown', now)).toBeNull();
});

test('a child is reached by nothing without its guardian, and by no marketing and no profiling at all', async () => {
  const id = await customer();
  await run(graph, "MATCH (c:Customer {id: $id}) SET c.guardianUntil = datetime('2027-01-01')", { id });
  const services = servicesAt(graph);
  await recordConsent(services, sms(id, { guardian: true }));
  await recordConsent(services, { ...sms(id), purpose: 'profiling', channel: 'ALL', guardian: true });
  await recordConsent(services, sms(id, { purpose: 'research' }));
  expect(
    await run(graph, 'MATCH (c:Customer {id: $id}) RETURN c:Profiled OR EXISTS {(c)-[:CONSENTS_TO]->()} AS any', {
      id,
    }),
  ).toEqual([{ any: false }]);
  expect(await marketing(id)).toMatchObject({ allowed: false, reason: 'UNDER_AGE' });
  await recordConsent(services, sms(id, { purpose: 'research', guardian: true, at: day(2) }));
  expect(await mayContact(services, id, 'research', 'SMS')).toMatchObject({
    allowed: true,
    until: new Date('2027-01-01'),
  });
  await recordBasis(services, { customerId: id, purpose: 'service', basis: 'CONTRACT', reason: 'open order' });
  expect(await mayUse(services, id, 'service')).toMatchObject({ allowed: false, reason: 'UNDER_AGE' });
});

test('a new text ends the consents to older ones, says who is to be asked, and holds again once they agree', async () => {
  const [before, after, refused] = [await customer(), await customer(), await customer()];
  const services = servicesAt(graph);
  const research = { purpose: 'research' as const };
  await recordConsent(services, sms(before, { ...research, textVersion: '1' }));
  await recordConsent(services, sms(refused, { ...research, textVersion: '1' }));
  await withdrawConsent(services, sms(refused, { ...research, at: day(2) }));
  const words = {
    id: 'research' as const,
    text: 'We ask you more.',
    textZh: '我们会问得更多。',
    legalBasis: 'CONSENT' as const,
  };
  const set = await setPurpose(services, { ...words, version: '2', askAgain: true });
  expect(set).toMatchObject({ number: 2, added: true });
  expect(set.ended).toBeGreaterThanOrEqual(1);
  expect(await setPurpose(services, { ...words, version: '2', askAgain: true })).toMatchObject({
    added: false,
    ended: 0,
  });
  await expect(setPurpose(services, { ...words, text: 'Other.', version: '2', askAgain: true })).rejects.toMatchObject({
    kind: 'CONFLICT',
  });
  expect(await mayContact(services, before, 'research', 'SMS')).toMatchObject({ allowed: false, reason: 'ASK_AGAIN' });
  expect(await mayContact(services, refused, 'research', 'SMS')).toMatchObject({ reason: 'WITHDRAWN' });
  const toAsk = async () =>
    (await graph.ask('privacy/consents-to-renew', { purposeId: 'research' })).map((r) => r.customerId);
  expect(await toAsk()).toContain(before);
  expect(await toAsk()).not.toContain(refused);
  await recordConsent(services, sms(after, { ...research, textVersion: '2' }));
  await recordConsent(services, sms(before, { ...research, textVersion: '2', refreshed: true, at: day(3) }));
  expect(await mayContact(services, after, 'research', 'SMS')).toMatchObject({ allowed: true, textVersion: '2' });
  expect(await mayContact(services, before, 'research', 'SMS')).toMatchObject({ allowed: true, consentSince: day(3) });
  expect(await toAsk()).not.toContain(before);
  // a form of the old text that comes in late does not count
  await recordConsent(services, sms(before, { ...research, textVersion: '1', at: day(4) }));
  expect(await mayContact(services, before, 'research', 'SMS')).toMatchObject({ allowed: false, reason: 'ASK_AGAIN' });
});

test('who withdraws profiling loses the ties that were inferred, on both sides, and keeps those that were said', async () => {
  const [id, friend, guessed] = [await customer(), await customer(), await customer()];
  const profiling = { customerId: id, purpose: 'profiling' as const, channel: 'ALL' as const, via: 'form' };
  await recordConsent(servicesAt(graph), { ...profiling, at: day(1) });
  await run(
    graph,
    `MATCH (a:Customer {id: $id}), (b:Customer {id: $friend}), (c:Customer {id: $guessed})
     CREATE (a)-[:FAMILY_OF {key: $id + 'f', closeness: 0.8, source: 'form', confidence: 0.7}]->(b), (b)-[:FOLLOWS {key: $id + 'i', closeness: 0.5, source: 'inferred'}]->(a),
       (c)-[:WORKS_WITH {key: $id + 'w', closeness: 0.4, source: 'inferred'}]->(a),
       (a)-[:KNOWS {pair: $id + $friend, closeness: 0.9, kinds: ['FAMILY_OF', 'FOLLOWS']}]->(b), (a)-[:KNOWS {pair: $id + $guessed, closeness: 0.4, kinds: ['WORKS_WITH']}]->(c)`,
    { id, friend, guessed },
  );
  await withdrawConsent(servicesAt(graph), { ...profiling, at: day(2) });
  const left = await run(
    graph,
    'MATCH (:Customer {id: $id})-[t]-(other:Customer) RETURN type(t) AS type, other.id AS other, round(t.closeness, 6) AS closeness, t.kinds AS kinds ORDER BY type',
    { id },
  );
  expect(left).toEqual([
    { type: 'FAMILY_OF', other: friend, closeness: 0.8, kinds: null },
    { type: 'KNOWS', other: friend, closeness: 0.8, kinds: ['FAMILY_OF'] },
  ]);
});

test('another ground stands in for consent with its reason, not for marketing, and an objection ends a weighed interest', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  const ground = { customerId: id, purpose: 'service' as const, reason: 'open orders' };
  await expect(recordBasis(services, { ...ground, purpose: 'marketing', basis: 'CONTRACT' })).rejects.toMatchObject({
    kind: 'INPUT',
  });
  await expect(recordBasis(services, { ...ground, customerId: 'nobody', basis: 'CONTRACT' })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
  expect(await mayUse(services, id, 'service')).toMatchObject({ allowed: false, reason: 'NO_CONSENT' });
  await recordBasis(services, { ...ground, basis: 'CONTRACT', until: new Date('2026-04-01') });
  expect(await mayUse(services, id, 'service')).toMatchObject({
    allowed: true,
    reason: 'LEGAL_BASIS',
    basis: 'CONTRACT',
    basisReason: 'open orders',
  });
  expect(await mayUse(servicesAt(graph, '2026-04-01T00:00:00Z'), id, 'service')).toMatchObject({ allowed: false });
  await recordBasis(services, { ...ground, basis: 'LEGITIMATE_INTEREST' });
  await withdrawConsent(services, { customerId: id, purpose: 'service', via: 'letter', objection: true, at: day(2) });
  expect(await mayUse(services, id, 'service')).toMatchObject({ allowed: false, reason: 'OBJECTED', endedAt: day(2) });
  await recordBasis(services, { ...ground, basis: null });
  expect(await run(graph, 'MATCH (:Customer {id: $id})-[r:RESTS_ON]->() RETURN r', { id })).toEqual([]);
});

test('a ban on contact stands above every consent until it is lifted, and is in the ledger', async () => {
  const id = await customer();
  await recordConsent(servicesAt(graph), sms(id));
  const ban = { customerId: id, reason: 'asked by letter', via: 'letter' };
  expect(await setDoNotContact(servicesAt(graph), { ...ban, banned: true })).toBe(true);
  expect(await setDoNotContact(servicesAt(graph), { ...ban, banned: true })).toBe(false);
  expect(await marketing(id)).toMatchObject({ allowed: false, reason: 'DO_NOT_CONTACT' });
  const later = servicesAt(graph, '2026-03-02T12:00:00Z');
  expect(await setDoNotContact(later, { ...ban, banned: false })).toBe(true);
  expect(await marketing(id)).toMatchObject({ allowed: true });
  expect((await consentLedger(later, id, new Date('2026-03-02'))).doNotContact).toBe(true);
  expect((await consentLedger(later, id)).doNotContact).toBe(false);
  await expect(setDoNotContact(later, { ...ban, customerId: 'nobody', banned: true })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
});

test('the ledger tells what held at any past time, with text, proof and source', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  await recordConsent(services, sms(id, { textVersion: '1', proof: 'form 17', until: day(20) }));
  await withdrawConsent(services, sms(id, { at: day(9) }));
  const held = async (at: Date) =>
    (await consentLedger(services, id, at)).holds.map((h) => `${h.purpose}/${h.channel}`);
  expect(await held(new Date('2026-01-31'))).toEqual([]);
  expect(await held(day(1))).toEqual(['marketing/SMS']);
  expect(await held(day(8))).toEqual(['marketing/SMS']);
  expect(await held(day(9))).toEqual([]);
  const { events } = await consentLedger(services, id, day(8));
  expect(events).toMatchObject([{ action: 'GIVEN', textVersion: '1', proof: 'form 17', via: 'form' }]);
  await expect(consentLedger(services, 'nobody')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('quiet hours hold where the customer lives and say when they end; a mail may go', async () => {
  const id = await customer();
  const services = servicesAt(graph);
  for (const channel of ['SMS', 'MAIL'] as const) await recordConsent(services, sms(id, { channel }));
  const night = '2026-03-01T15:00:00Z';
  const quiet = { allowed: false, reason: 'QUIET_HOURS', nextAllowedAt: new Date('2026-03-02T00:00:00Z') };
  expect(await marketing(id, night)).toMatchObject(quiet);
  expect(await mayContact(servicesAt(graph, night), id, 'marketing', 'MAIL')).toMatchObject({ allowed: true });
  await setTimeZone(services, id, 'Europe/Berlin');
  expect(await marketing(id, night)).toMatchObject({ allowed: true });
  await setQuietHours(services, { timeZone: 'Asia/Shanghai', from: 960, until: 990, channels: ['SMS'] });
  expect(await marketing(id, night)).toMatchObject({ ...quiet, nextAllowedAt: new Date('2026-03-01T15:30:00Z') });
  await setQuietHours(services, { timeZone: 'Asia/Shanghai', from: 0, until: 0, channels: [] });
});

test.each(['TD', '回复TD', 't', '退订', ' Stop. ', 'UNSUBSCRIBE', 'ＴＤ', '【取消】'])('%s asks to stop', (text) =>
  expect(asksToStop(text)).toBe(true),
);
test.each(['', 'tdx', 'when does it stop?', '不退订', '谢谢', 'OK'])('%s does not', (text) =>
  expect(asksToStop(text)).toBe(false),
);

test('one word in a reply withdraws for everybody at that address, on that channel only, and keeps no address', async () => {
  const [a, b] = [await customer(), await customer()];
  const address = '+86 138 0013 9999';
  const lookup = vault.lookup('PHONE', '+8613800139999');
  await run(
    graph,
    'MATCH (c:Customer) WHERE c.id IN [$a, $b] MERGE (i:Identity {key: $key}) MERGE (c)-[:HAS_IDENTITY]->(i)',
    { a, b, key: `PHONE|${lookup}` },
  );
  const services = servicesAt(graph);
  for (const id of [a, b])
    for (const channel of ['SMS', 'MAIL'] as const) await recordConsent(services, sms(id, { channel }));
  expect(await takeReply(services, { channel: 'SMS', address, text: '谢谢' })).toMatchObject({
    action: 'IGNORED',
    customers: 0,
  });
  expect(await marketing(a)).toMatchObject({ allowed: true });
  for (const _ of [1, 2])
    expect(await takeReply(services, { channel: 'SMS', address, text: '退订', messageId: 'm1' })).toMatchObject({
      action: 'WITHDRAWN',
      customers: 2,
    });
  for (const id of [a, b]) expect(await marketing(id)).toMatchObject({ allowed: false, reason: 'WITHDRAWN' });
  expect(await mayContact(services, a, 'marketing', 'MAIL')).toMatchObject({ allowed: true });
  expect(await takeReply(services, { channel: 'SMS', address: '13800000000', text: 'TD' })).toMatchObject({
    action: 'WITHDRAWN',
    customers: 0,
  });
  const held = await run(
    graph,
    'MATCH (n) UNWIND keys(n) AS k WITH n[k] AS v WHERE toStringOrNull(v) CONTAINS "8001" RETURN v',
  );
  expect(held).toEqual([]);
});
