import { setQuietHours } from '../../../src/consent/choices/quiet-hours.service.js';
import { recordBasis, setDoNotContact, setTimeZone } from '../../../src/consent/choices/standing.service.js';
import { recordConsent, withdrawConsent } from '../../../src/consent/consent.service.js';
import { consentLedger } from '../../../src/consent/consent-history.service.js';
import { mayContact, mayUse } from '../../../src/consent/contact.service.js';
import { marketing as consentTo, consentWorld } from '../consent.setup.js';
import { run, servicesAt } from '../world.js';

const world = consentWorld();
const { customer, mayMarket: marketing } = world;
/** A day of February 2026. */
const day = (d: number) => new Date(Date.UTC(2026, 1, d));
const sms = (customerId: string, more: object = {}) => consentTo(customerId, { at: day(1), ...more });

test('another ground stands in for consent with its reason, not for marketing, and an objection ends a weighed interest', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
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
  expect(await mayUse(servicesAt(world.graph, '2026-04-01T00:00:00Z'), id, 'service')).toMatchObject({
    allowed: false,
  });
  await recordBasis(services, { ...ground, basis: 'LEGITIMATE_INTEREST' });
  await withdrawConsent(services, { customerId: id, purpose: 'service', via: 'letter', objection: true, at: day(2) });
  expect(await mayUse(services, id, 'service')).toMatchObject({ allowed: false, reason: 'OBJECTED', endedAt: day(2) });
  await recordBasis(services, { ...ground, basis: null });
  expect(await run(world.graph, 'MATCH (:Customer {id: $id})-[r:RESTS_ON]->() RETURN r', { id })).toEqual([]);
});

test('a ban on contact stands above every consent until it is lifted, and is in the ledger', async () => {
  const id = await customer();
  await recordConsent(servicesAt(world.graph), sms(id));
  const ban = { customerId: id, reason: 'asked by letter', via: 'letter' };
  expect(await setDoNotContact(servicesAt(world.graph), { ...ban, banned: true })).toBe(true);
  expect(await setDoNotContact(servicesAt(world.graph), { ...ban, banned: true })).toBe(false);
  expect(await marketing(id)).toMatchObject({ allowed: false, reason: 'DO_NOT_CONTACT' });
  const later = servicesAt(world.graph, '2026-03-02T12:00:00Z');
  expect(await setDoNotContact(later, { ...ban, banned: false })).toBe(true);
  expect(await marketing(id)).toMatchObject({ allowed: true });
  expect((await consentLedger(later, id, new Date('2026-03-02'))).doNotContact).toBe(true);
  expect((await consentLedger(later, id)).doNotContact).toBe(false);
  await expect(setDoNotContact(later, { ...ban, customerId: 'nobody', banned: true })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
});

test('quiet hours hold where the customer lives and say when they end; a mail may go', async () => {
  const id = await customer();
  const services = servicesAt(world.graph);
  for (const channel of ['SMS', 'MAIL'] as const) await recordConsent(services, sms(id, { channel }));
  const night = '2026-03-01T15:00:00Z';
  const quiet = { allowed: true, reason: 'CONSENTED', notBefore: new Date('2026-03-02T00:00:00Z') };
  expect(await marketing(id, night)).toMatchObject(quiet);
  expect(await mayContact(servicesAt(world.graph, night), id, 'marketing', 'MAIL')).toMatchObject({
    allowed: true,
    notBefore: null,
  });
  await setTimeZone(services, id, 'Europe/Berlin');
  expect(await marketing(id, night)).toMatchObject({ allowed: true, notBefore: null });
  await setQuietHours(services, { timeZone: 'Asia/Shanghai', from: 960, until: 990, channels: ['SMS'] });
  expect(await marketing(id, night)).toMatchObject({ ...quiet, notBefore: new Date('2026-03-01T15:30:00Z') });
  await setQuietHours(services, { timeZone: 'Asia/Shanghai', from: 0, until: 0, channels: [] });
});
