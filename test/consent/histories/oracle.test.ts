import { minuteOf, nextAllowed } from '../../../src/consent/choices/quiet-hours.js';
import {
  byWeight,
  type Channel,
  channelsToRenew,
  decisiveEvent,
  heldConsents,
  verdictOf,
} from '../../../src/consent/consent.js';
import { REFUSALS } from '../../../src/consent/contact-reasons.js';
import { decide, type Standing } from '../../../src/consent/contact-rule.js';
import { seededRandom } from '../../../src/kernel/random.js';
import {
  contactReason,
  type Drawn,
  dayAround,
  drawHistory,
  drawPerson,
  EVERY_CHANNEL,
  NOW,
  oracle,
  type Person,
  pick,
} from './histories.js';

test('100,000 random histories: the rule and an independent oracle differ nowhere', () => {
  const random = seededRandom(5);
  const seen = new Map<string, number>();
  let [differences, reached] = [0, 0];
  for (let n = 0; n < 100_000; n++) {
    const drawn = drawHistory(random, 'c');
    const held = heldConsents(drawn.events, NOW, drawn.grounds);
    for (const channel of EVERY_CHANNEL) {
      const may = held.some((h) => h.channel === channel || h.channel === 'ALL');
      if (may !== oracle(drawn, channel)) differences++;
      if (may) reached++;
    }
    if (n % 10 > 0) continue;
    const ordered = [...drawn.events].sort(byWeight);
    const renew = channelsToRenew(drawn.events, NOW, drawn.grounds);
    for (const channel of EVERY_CHANNEL) {
      const may = held.some((h) => h.channel === channel || h.channel === 'ALL');
      const verdict = verdictOf(decisiveEvent(ordered, channel), NOW, drawn.grounds);
      if ((verdict === 'HOLDS') !== may || (verdict === 'ASK_AGAIN') !== renew.includes(channel)) differences++;
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
    }
  }
  expect(differences).toBe(0);
  expect(reached).toBeGreaterThan(50_000);
  // every verdict was met often, so that nothing agreed for want of cases
  expect([...seen.keys()].sort()).toEqual([
    'ASK_AGAIN',
    'EXPIRED',
    'HOLDS',
    'NOTHING',
    'OBJECTED',
    'UNDER_AGE',
    'WITHDRAWN',
  ]);
  expect(Math.min(...seen.values())).toBeGreaterThan(500);
});

/** What the graph would say of a person, once the ledger is settled. */
function standingOf({ events, grounds }: Drawn, person: Person, channel: Channel): Standing {
  const held = person.restricted ? [] : heldConsents(events, NOW, grounds);
  const holds = held.find((h) => h.channel === channel || h.channel === 'ALL');
  const last = holds ? undefined : decisiveEvent([...events].sort(byWeight), channel);
  return {
    doNotContact: person.banned,
    restricted: person.restricted,
    since: holds?.event.at ?? null,
    until: holds?.until ?? null,
    textVersion: holds?.event.textVersion ?? null,
    lastAction: last?.action ?? null,
    lastAt: last?.at ?? null,
    lastUntil: last?.until ?? null,
    lastGuardian: last?.guardian ?? false,
    askAgain: channelsToRenew(events, NOW, grounds).includes(channel),
    guardianUntil: grounds.guardianUntil,
    basis: person.basis,
    basisReason: person.basis && 'recorded',
    timeZone: null,
    recent: 0,
  };
}

test('100,000 random histories with bans, restriction and other legal bases: the contact rule and the oracle differ nowhere', () => {
  const random = seededRandom(8);
  const seen = new Map<string, number>();
  const morning = new Date(NOW.getTime() + 3_600_000);
  let differences = 0;
  for (let n = 0; n < 100_000; n++) {
    const drawn = drawHistory(random, 'c');
    const person = drawPerson(random);
    const channel = pick(random, EVERY_CHANNEL);
    const expected = contactReason(drawn, person, channel);
    const quiet = random.next() < 0.5;
    const question = { purpose: drawn.purpose, now: NOW, quietUntil: () => (quiet ? morning : null) };
    const { allowed, reason, notBefore, basis } = decide(standingOf(drawn, person, channel), question);
    const may = expected === 'CONSENTED' || expected === 'LEGAL_BASIS';
    const wait = may && quiet ? morning : null;
    const ground = expected === 'LEGAL_BASIS' ? person.basis : null;
    if (reason !== expected || allowed !== may || notBefore !== wait || basis !== ground) differences++;
    seen.set(reason, (seen.get(reason) ?? 0) + 1);
  }
  expect(differences).toBe(0);
  // every reason was met often, so that nothing agreed for want of cases
  expect([...seen.keys()].sort()).toEqual(
    ['CONSENTED', 'LEGAL_BASIS', ...REFUSALS.filter((one) => one !== 'TOO_OFTEN')].sort(),
  );
  expect(Math.min(...seen.values())).toBeGreaterThan(500);
});

test('what is held now says of every later instant what the oracle says, as long as nothing new is said', () => {
  const random = seededRandom(6);
  let differences = 0;
  for (let n = 0; n < 5000; n++) {
    const drawn = drawHistory(random, 'c');
    const held = heldConsents(drawn.events, NOW, drawn.grounds);
    for (const later of [0, 1, 86_400_000 - 1, 86_400_000, 5 * 86_400_000].map((ms) => new Date(NOW.getTime() + ms)))
      for (const channel of EVERY_CHANNEL) {
        const stands = held.some(
          (h) => (h.channel === channel || h.channel === 'ALL') && (!h.until || h.until > later),
        );
        if (stands !== oracle(drawn, channel, later)) differences++;
      }
  }
  expect(differences).toBe(0);
});

test('the end of quiet hours is the first minute that is not quiet, in any zone, over changes of the clock', () => {
  const random = seededRandom(7);
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
  for (let n = 0; n < 150; n++) {
    const quiet = {
      timeZone: pick(random, zones),
      from: pick(random, [1260, 0, 1380]),
      until: pick(random, [480, 420, 1439]),
    };
    // days around the European and American changes of March 2026
    const now = new Date(dayAround(random, 0, 32).getTime() + Math.floor(random.next() * 1440) * 60_000);
    const silent = (t: Date) => {
      const m = minuteOf(t, quiet.timeZone);
      return quiet.from <= quiet.until ? m >= quiet.from && m < quiet.until : m >= quiet.from || m < quiet.until;
    };
    let first = now;
    while (silent(first)) first = new Date(first.getTime() + 60_000);
    expect(nextAllowed(now, quiet)).toEqual(first === now ? null : first);
  }
});

test('quiet hours of 21:00 to 08:00 in Shanghai, worked by hand', () => {
  const quiet = { timeZone: 'Asia/Shanghai', from: 21 * 60, until: 8 * 60 };
  expect(nextAllowed(new Date('2026-03-01T12:59:00Z'), quiet)).toBeNull();
  expect(nextAllowed(new Date('2026-03-01T13:00:30Z'), quiet)).toEqual(new Date('2026-03-02T00:00:00Z'));
  expect(nextAllowed(new Date('2026-03-01T23:59:59Z'), quiet)).toEqual(new Date('2026-03-02T00:00:00Z'));
  expect(nextAllowed(new Date('2026-03-02T00:00:00Z'), quiet)).toBeNull();
  expect(nextAllowed(new Date('2026-03-02T00:00:00Z'), { ...quiet, from: 480 })).toBeNull();
});
