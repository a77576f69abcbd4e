import fc from 'fast-check';
import { CONTACT_CHANNELS, type ConsentEvent, heldConsents } from '../../src/consent/consent.js';
import { recordConsent, withdrawConsent } from '../../src/consent/consent.service.js';
import { applyConsents } from '../../src/consent/consent-ledger.service.js';
import { mayContact } from '../../src/consent/contact.service.js';
import { consentWorld, day, marketing } from './consent.setup.js';
import { NOW, run, servicesAt } from './world.js';

const world = consentWorld();
const { customer, edges, ledger } = world;

test('giving and withdrawing change ledger and edge together', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
  expect(
    await recordConsent(services, marketing(id, { eventId: `${id}-1`, textVersion: '1', proof: 'form 17' })),
  ).toMatchObject({ recorded: true, held: 1, ended: 0 });
  expect(
    await run(
      world.graph,
      'MATCH (:Customer {id: $id})-[c:CONSENTS_TO]->(p) RETURN c.key AS key, c.textVersion AS textVersion, c.proof AS proof, c.eventId AS eventId, p.id AS purpose',
      { id },
    ),
  ).toEqual([
    { key: `${id}|marketing|SMS`, textVersion: '1', proof: 'form 17', eventId: `${id}-1`, purpose: 'marketing' },
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
  const services = servicesAt(world.graph);
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
  const services = servicesAt(world.graph);
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
  const services = servicesAt(world.graph);
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
  await withdrawConsent(servicesAt(world.graph), marketing(id));
  await recordConsent(servicesAt(world.graph), marketing(id));
  expect(await edges(id)).toEqual([]);
});

test('withdrawing without a channel ends every channel; one channel of an ALL leaves the others', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
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

test('an expired consent to one channel does not take a consent to all with it for ever', async () => {
  const id = await customer();
  await recordConsent(servicesAt(world.graph), marketing(id, { channel: 'ALL' }));
  await withdrawConsent(servicesAt(world.graph), marketing(id, { at: day(2) }));
  await recordConsent(servicesAt(world.graph), marketing(id, { at: day(3) }));
  expect(await edges(id)).toEqual(['marketing/ALL', 'marketing/SMS']);
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
      if (together) await applyConsents(servicesAt(world.graph), events);
      else for (const event of events) await applyConsents(servicesAt(world.graph), [event]);
      const expected = heldConsents(events, new Date(NOW))
        .map((h) => `marketing/${h.channel}`)
        .sort();
      expect(await edges(id)).toEqual(expected);
      for (const channel of CONTACT_CHANNELS.slice(0, 3)) {
        const { allowed, reason } = await mayContact(servicesAt(world.graph), id, 'marketing', channel);
        expect(allowed).toBe(expected.includes(`marketing/${channel}`) || expected.includes('marketing/ALL'));
        expect(reason === 'CONSENTED').toBe(allowed);
      }
    }),
    { numRuns: 25 },
  );
});

test('a consent to a text that does not exist is refused, with those that do', async () => {
  const id = await customer();
  await expect(recordConsent(servicesAt(world.graph), marketing(id, { textVersion: '99' }))).rejects.toMatchObject({
    kind: 'INPUT',
    hint: expect.stringContaining('its texts are 1'),
  });
});
