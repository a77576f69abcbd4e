import fc from 'fast-check';
import { CHANNELS, CONTACT_CHANNELS, type ConsentEvent, heldConsents } from '../../src/consent/consent.js';
import { CONTACT_REASONS, reasonText } from '../../src/consent/contact-reasons.js';
import { decide, explained, type Standing } from '../../src/consent/contact-rule.js';

const NOW = new Date('2026-03-01');
const event = (more: Partial<ConsentEvent>): ConsentEvent => ({
  id: 'e',
  customerId: 'c',
  purposeId: 'marketing',
  channel: 'SMS',
  action: 'GIVEN',
  at: new Date('2026-01-01'),
  until: null,
  textVersion: null,
  via: 'form',
  proof: null,
  ...more,
});
const anyEvent = fc
  .record({
    id: fc.uuid(),
    channel: fc.constantFrom(...CHANNELS),
    action: fc.constantFrom('GIVEN' as const, 'WITHDRAWN' as const),
    at: fc.integer({ min: 1, max: 20 }).map((d) => new Date(Date.UTC(2026, 0, d))),
    until: fc.option(fc.integer({ min: 21, max: 120 }).map((d) => new Date(Date.UTC(2026, 0, d)))),
  })
  .map(event);
const reached = (events: readonly ConsentEvent[]) => {
  const held = heldConsents(events, NOW).map((h) => h.channel);
  return CONTACT_CHANNELS.filter((channel) => held.includes(channel) || held.includes('ALL'));
};

test('nothing said is nothing allowed', () => expect(heldConsents([], NOW)).toEqual([]));

test('a consent counts up to, not at, its end', () => {
  expect(heldConsents([event({ until: NOW })], NOW)).toEqual([]);
  expect(heldConsents([event({ until: new Date(NOW.getTime() + 1) })], NOW)).toHaveLength(1);
});

test('a later consent that ran out hides an earlier one without end', () => {
  const ranOut = event({ id: 'b', at: new Date('2026-01-02'), until: new Date('2026-02-01') });
  expect(heldConsents([event({}), ranOut], NOW)).toEqual([]);
});

test('the order of arrival never matters', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(anyEvent, { selector: (e) => e.id, maxLength: 12 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(heldConsents(shuffled, NOW)).toEqual(heldConsents(all, NOW));
      },
    ),
  );
});

test('a channel is reached exactly when the latest event on it, or on all, is a consent that has not run out', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyEvent, { selector: (e) => e.at.getTime(), maxLength: 12 }), (events) => {
      const expected = CONTACT_CHANNELS.filter((channel) => {
        const last = events
          .filter((e) => e.channel === channel || e.channel === 'ALL')
          .reduce<ConsentEvent | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
        return last?.action === 'GIVEN' && (last.until === null || last.until > NOW);
      });
      expect(reached(events)).toEqual(expected);
    }),
  );
});

test('after a last withdrawal of all channels nobody is reached', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
      expect(
        heldConsents([...events, event({ id: 'last', channel: 'ALL', action: 'WITHDRAWN', at: NOW })], NOW),
      ).toEqual([]);
    }),
  );
});

test('every reason has words without a gap', () => {
  for (const reason of CONTACT_REASONS) {
    for (const day of [NOW, null]) {
      const { text, textZh } = reasonText(reason, day);
      expect(`${text}${textZh}`).not.toMatch(/[[\]{}?]/);
      expect(textZh).toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

const nothing: Standing = {
  doNotContact: false,
  restricted: false,
  since: null,
  until: null,
  textVersion: null,
  lastAction: null,
  lastAt: null,
  lastUntil: null,
  lastGuardian: false,
  askAgain: false,
  guardianUntil: null,
  basis: null,
  basisReason: null,
  timeZone: null,
  recent: 0,
};
const contact = { purpose: 'marketing' as const, now: NOW, quietUntil: () => null };

test('a ban on contact stands above a consent, and is none on the use of data', () => {
  const banned = { ...nothing, since: NOW, doNotContact: true };
  expect(decide(banned, contact)).toMatchObject({ allowed: false, reason: 'DO_NOT_CONTACT' });
  expect(decide(banned, { purpose: 'marketing', now: NOW })).toMatchObject({ allowed: true, reason: 'CONSENTED' });
  expect(decide({ ...banned, doNotContact: false }, contact)).toMatchObject({ allowed: true });
  expect(decide(undefined, contact)).toMatchObject({ allowed: false, reason: 'UNKNOWN_CUSTOMER' });
});

test('restriction stands above every ground', () => {
  const restricted = { ...nothing, since: NOW, basis: 'LEGAL_OBLIGATION' as const, restricted: true };
  expect(decide(restricted, { ...contact, purpose: 'service' })).toMatchObject({ reason: 'RESTRICTED' });
});

test('the frequency cap holds back contact that is allowed, and no use of data', () => {
  const often = { ...nothing, since: NOW, recent: 4 };
  expect(decide(often, { ...contact, cap: 4 })).toMatchObject({ allowed: false, reason: 'TOO_OFTEN' });
  expect(decide(often, { ...contact, cap: 5 })).toMatchObject({ allowed: true });
  expect(decide(often, { ...contact, cap: null })).toMatchObject({ allowed: true });
  expect(decide(often, { purpose: 'marketing', now: NOW, cap: 4 })).toMatchObject({ allowed: true });
  expect(decide({ ...often, since: null }, { ...contact, cap: 4 })).toMatchObject({ reason: 'NO_CONSENT' });
});

test('quiet hours put off what is allowed, and say so in words', () => {
  const morning = new Date('2026-03-02T00:00:00Z');
  const question = { ...contact, quietUntil: () => morning };
  const answer = explained(decide({ ...nothing, since: NOW }, question));
  expect(answer).toMatchObject({ allowed: true, reason: 'CONSENTED', notBefore: morning });
  expect(answer.text).toBe(
    'consent was given on 2026-03-01; quiet hours where the customer lives, not before 2026-03-02T00:00Z',
  );
  expect(decide(nothing, question)).toMatchObject({ allowed: false, reason: 'NO_CONSENT', notBefore: null });
});

test('where only consent will do, another legal basis counts for nothing', () => {
  const basis = { ...nothing, basis: 'LEGAL_OBLIGATION' as const };
  expect(decide(basis, contact)).toMatchObject({ allowed: false, reason: 'NO_CONSENT' });
  expect(decide(basis, { ...contact, purpose: 'research' })).toMatchObject({ allowed: true, reason: 'LEGAL_BASIS' });
});
