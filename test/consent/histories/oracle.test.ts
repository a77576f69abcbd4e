import { byWeight, channelsToRenew, decisiveEvent, heldConsents, verdictOf } from '../../../src/consent/consent.js';
import { minuteOf, nextAllowed } from '../../../src/consent/quiet-hours.js';
import { seededRandom } from '../../../src/kernel/random.js';
import { dayAround, drawHistory, EVERY_CHANNEL, NOW, oracle, pick } from './histories.js';

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
