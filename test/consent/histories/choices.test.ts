import { setPurpose } from '../../../src/consent/choices/purpose.service.js';
import { takeReply } from '../../../src/consent/choices/reply.service.js';
import { recordBasis } from '../../../src/consent/choices/standing.service.js';
import { recordConsent, withdrawConsent } from '../../../src/consent/consent.service.js';
import { consentLedger } from '../../../src/consent/consent-history.service.js';
import { mayContact, mayUse } from '../../../src/consent/contact.service.js';
import { contactLookup } from '../../../src/security/lookups/contact-lookups.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import { marketing as consentTo, consentWorld } from '../consent.setup.js';
import { run, servicesAt, vault } from '../world.js';

const world = consentWorld();
const { customer, mayMarket: marketing } = world;
/** A day of February 2026. */
const day = (d: number) => new Date(Date.UTC(2026, 1, d));
const sms = (customerId: string, more: object = {}) => consentTo(customerId, { at: day(1), ...more });

test('a child is reached by nothing without its guardian, and by no marketing and no profiling at all', async () => {
  const id = await customer();
  await run(world.graph, "MATCH (c:Customer {id: $id}) SET c.guardianUntil = datetime('2027-01-01')", { id });
  const services = servicesAt(world.graph);
  await recordConsent(services, sms(id, { guardian: true }));
  await recordConsent(services, { ...sms(id), purpose: 'profiling', channel: 'ALL', guardian: true });
  await recordConsent(services, sms(id, { purpose: 'research' }));
  expect(
    await run(world.graph, 'MATCH (c:Customer {id: $id}) RETURN c:Profiled OR EXISTS {(c)-[:CONSENTS_TO]->()} AS any', {
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
  const services = servicesAt(world.graph);
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
    (await world.graph.ask('consent/consents-to-renew', { purposeId: 'research' })).map((r) => r.customerId);
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
  await recordConsent(servicesAt(world.graph), { ...profiling, at: day(1) });
  await run(
    world.graph,
    `MATCH (a:Customer {id: $id}), (b:Customer {id: $friend}), (c:Customer {id: $guessed})
     CREATE (a)-[:FAMILY_OF {key: $id + 'f', closeness: 0.8, source: 'form', confidence: 0.7}]->(b), (b)-[:FOLLOWS {key: $id + 'i', closeness: 0.5, source: 'inferred'}]->(a),
       (c)-[:WORKS_WITH {key: $id + 'w', closeness: 0.4, source: 'inferred'}]->(a),
       (a)-[:KNOWS {pair: $id + $friend, closeness: 0.9, kinds: ['FAMILY_OF', 'FOLLOWS']}]->(b), (a)-[:KNOWS {pair: $id + $guessed, closeness: 0.4, kinds: ['WORKS_WITH']}]->(c)`,
    { id, friend, guessed },
  );
  await withdrawConsent(servicesAt(world.graph), { ...profiling, at: day(2) });
  const left = await run(
    world.graph,
    'MATCH (:Customer {id: $id})-[t]-(other:Customer) RETURN type(t) AS type, other.id AS other, round(t.closeness, 6) AS closeness, t.kinds AS kinds ORDER BY type',
    { id },
  );
  expect(left).toEqual([
    { type: 'FAMILY_OF', other: friend, closeness: 0.8, kinds: null },
    { type: 'KNOWS', other: friend, closeness: 0.8, kinds: ['FAMILY_OF'] },
  ]);
});

test('the ledger tells what held at any past time, with text, proof and source', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
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

test('one word in a reply withdraws for everybody at that address, on that channel only, and keeps no address', async () => {
  const [a, b] = [await customer(), await customer()];
  const address = '+86 138 0013 9999';
  const lookup = vault.lookup('PHONE', '+8613800139999');
  await run(
    world.graph,
    'MATCH (c:Customer) WHERE c.id IN [$a, $b] MERGE (i:Identity {key: $key}) MERGE (c)-[:HAS_IDENTITY]->(i)',
    { a, b, key: `PHONE|${lookup}` },
  );
  const services = servicesAt(world.graph);
  const own = vault.newKey();
  const sealed = sealPerson(vault, own.key, { phone: '138 0013 9999' });
  const phoneLookup = contactLookup(vault, 'phone', '13800139999');
  const c = await customer({ keyWrapped: own.wrapped, sealed, phoneLookup }); // whom no identity reaches
  for (const id of [a, b, c])
    for (const channel of ['SMS', 'MAIL'] as const) await recordConsent(services, sms(id, { channel }));
  expect(await takeReply(services, { channel: 'SMS', address, text: '谢谢' })).toMatchObject({
    action: 'IGNORED',
    customers: 0,
  });
  expect(await marketing(a)).toMatchObject({ allowed: true });
  for (const _ of ['the message', 'the same again'])
    expect(await takeReply(services, { channel: 'SMS', address, text: '退订', messageId: 'm1' })).toMatchObject({
      action: 'WITHDRAWN',
      customers: 3,
    });
  for (const id of [a, b, c]) expect(await marketing(id)).toMatchObject({ allowed: false, reason: 'WITHDRAWN' });
  expect(await mayContact(services, a, 'marketing', 'MAIL')).toMatchObject({ allowed: true });
  expect(await takeReply(services, { channel: 'SMS', address: '13800000000', text: 'TD' })).toMatchObject({
    action: 'WITHDRAWN',
    customers: 0,
  });
  const held = await run(
    world.graph,
    'MATCH (n) UNWIND keys(n) AS k WITH n[k] AS v WHERE toStringOrNull(v) CONTAINS "8001" RETURN v',
  );
  expect(held).toEqual([]);
});
