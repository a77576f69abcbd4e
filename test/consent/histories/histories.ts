import {
  CHANNELS,
  type Channel,
  CONSENT_ACTIONS,
  type ConsentAction,
  type ConsentEvent,
  channelsOf,
  type Grounds,
  PURPOSES,
  type PurposeId,
  type PurposeText,
} from '../../../src/consent/consent.js';
import { LEGAL_BASES, type LegalBasis } from '../../../src/consent/legal-basis.js';
import type { Random } from '../../../src/kernel/random.js';

export const NOW = new Date('2026-03-01T12:00:00Z');
const DAY = 86_400_000;
/** Offsets that events are written with; an event is an instant, however it is written. */
const OFFSETS = ['Z', '+08:00', '-05:00', '+05:45'] as const;

export interface Drawn {
  readonly purpose: PurposeId;
  readonly events: readonly ConsentEvent[];
  readonly grounds: Grounds;
}

export function pick<T>(random: Random, of: readonly T[]): T {
  return of[Math.floor(random.next() * of.length)]!;
}

/** A time on one of a few days, so that instants meet; some fall on `NOW` itself and on the 14th birthday. */
export function dayAround(random: Random, from: number, days: number): Date {
  return new Date(NOW.getTime() + (from + Math.floor(random.next() * days)) * DAY);
}

/** The same instant as a person elsewhere would write it. */
export function written(at: Date, random: Random): string {
  const offset = pick(random, OFFSETS);
  if (offset === 'Z') return at.toISOString();
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  const ahead = (offset[0] === '-' ? -1 : 1) * (hours! * 60 + minutes!) * 60_000;
  return new Date(at.getTime() + ahead).toISOString().replace('Z', offset);
}

export function drawTexts(random: Random): PurposeText[] {
  const count = 1 + Math.floor(random.next() * 3);
  return Array.from({ length: count }, (_, n) => ({
    version: String(n + 1),
    number: n + 1,
    since: n === 0 ? new Date(0) : new Date(NOW.getTime() - (12 - 5 * n) * DAY),
    askAgain: n > 0 && random.next() < 0.4,
  }));
}

/** Events of one customer and purpose, in no order. Withdrawals carry ends and versions too, which must not matter. */
export function drawEvents(random: Random, customerId: string, purposeId: PurposeId): ConsentEvent[] {
  const channels = channelsOf(purposeId);
  return Array.from({ length: Math.floor(random.next() * 7) }, (_, n) => ({
    id: `${customerId}-${purposeId}-${n}`,
    customerId,
    purposeId,
    channel: random.next() < 0.4 ? 'ALL' : pick(random, channels),
    action: random.next() < 0.6 ? 'GIVEN' : pick<ConsentAction>(random, CONSENT_ACTIONS),
    at: new Date(written(dayAround(random, -14, 15), random)),
    until: random.next() < 0.4 ? dayAround(random, 1, 9) : random.next() < 0.1 ? NOW : null,
    textVersion: random.next() < 0.5 ? pick(random, ['1', '2', '3', 'spring form']) : null,
    via: 'form',
    proof: null,
    guardian: random.next() < 0.5,
  })).map((event) => ({ ...event, until: event.until && event.until <= event.at ? null : event.until }));
}

export function drawHistory(random: Random, customerId: string): Drawn {
  const purpose = pick(random, PURPOSES);
  const guardianUntil = random.next() < 0.4 ? dayAround(random, -10, 20) : null;
  return {
    purpose,
    events: drawEvents(random, customerId, purpose),
    grounds: { texts: drawTexts(random), guardianUntil },
  };
}

/** What besides the events decides on contact with one person. */
export interface Person {
  readonly banned: boolean;
  readonly restricted: boolean;
  /** A legal basis other than consent that stands at the time, of the person or of the purpose. */
  readonly basis: LegalBasis | null;
}

export function drawPerson(random: Random): Person {
  const basis = random.next() < 0.4 ? pick(random, LEGAL_BASES) : null;
  return { banned: random.next() < 0.05, restricted: random.next() < 0.07, basis };
}

/**
 * What was said last on a channel or on all: at one instant a "no" wins, an objection over a withdrawal, else the
 * greater id; a refreshed consent revives no refused one.
 */
function lastSaid(events: readonly ConsentEvent[], channel: Channel): ConsentEvent | undefined {
  const all = events.filter((e) => channel === e.channel || e.channel === 'ALL');
  const own = lastOf(all.filter((e) => e.action !== 'REFRESHED'));
  return own && /WITHDRAWN|OBJECTED/.test(own.action) ? own : lastOf(all);
}

function lastOf(heard: readonly ConsentEvent[]): ConsentEvent | undefined {
  const last = Math.max(...heard.map((e) => +e.at));
  const final = heard.filter((e) => +e.at === last).sort((a, b) => (a.id > b.id ? -1 : 1));
  return final.find((e) => e.action === 'OBJECTED') ?? final.find((e) => e.action === 'WITHDRAWN') ?? final[0];
}

/**
 * The oracle: whether a purpose may be pursued through a channel, in as few words as the duties themselves and sharing
 * no line with the product; anything but CONSENTED is why not. Somebody said yes on that channel or on all; nobody said
 * anything later there, and no "no" at the same instant; it has not run out; a child's guardian said it, not for
 * marketing or profiling, and the child is a child still; the text is not outdated.
 */
export function consentReason({ purpose, events, grounds }: Drawn, channel: Channel, now = NOW): string {
  const said = lastSaid(events, channel);
  const birthday = grounds.guardianUntil;
  if (!said) return birthday && +birthday > +now ? 'UNDER_AGE' : 'NO_CONSENT';
  if (!/^(GIVEN|REFRESHED)$/.test(said.action)) return said.action;
  const asChild = birthday !== null && +said.at < +birthday;
  if (asChild && (!said.guardian || /marketing|profiling/.test(purpose))) return 'UNDER_AGE';
  if ((said.until && +said.until <= +now) || (asChild && +birthday <= +now)) return 'EXPIRED';
  let shown = grounds.texts.findIndex((t) => t.version === said.textVersion);
  if (shown < 0) shown = grounds.texts.filter((t) => +t.since <= +said.at).length - 1;
  return grounds.texts.some((t, n) => n > shown && t.askAgain) ? 'ASK_AGAIN' : 'CONSENTED';
}

export const oracle = (drawn: Drawn, channel: Channel, now = NOW) => consentReason(drawn, channel, now) === 'CONSENTED';

/**
 * The oracle of contact: a ban and a restriction stand above all; then consent; then another legal basis, for what
 * needs no consent: of a child only a duty of law or danger to life, and after an objection no interest that was
 * weighed.
 */
export function contactReason(drawn: Drawn, person: Person, channel: Channel, now = NOW): string {
  if (person.banned) return 'DO_NOT_CONTACT';
  if (person.restricted) return 'RESTRICTED';
  const reason = consentReason(drawn, channel, now);
  if (reason === 'CONSENTED' || !person.basis || !/service|research|platform_import/.test(drawn.purpose)) return reason;
  const child = drawn.grounds.guardianUntil !== null && +drawn.grounds.guardianUntil > +now;
  if (child) return /OBLIGATION|VITAL/.test(person.basis) ? 'LEGAL_BASIS' : reason;
  return reason === 'OBJECTED' && /LEGITIMATE|PUBLIC/.test(person.basis) ? reason : 'LEGAL_BASIS';
}

export const EVERY_CHANNEL = CHANNELS.filter((c) => c !== 'ALL');
