import { type ConsentEvent, PURPOSES, type PurposeId, type PurposeText } from '../../../src/consent/consent.js';
import { LEGAL_BASES, type LegalBasis } from '../../../src/consent/legal-basis.js';
import { seededRandom } from '../../../src/kernel/random.js';
import { contactReason, type Drawn, drawEvents, type EVERY_CHANNEL, NOW, oracle, pick, written } from './histories.js';

const DAY = 86_400_000;
/** The promised 2,000 histories: `PEOPLE=1000 npm test -- leaks`. */
export const PEOPLE = Number(process.env.PEOPLE ?? 600);
export const DURING = NOW.toISOString();
/** Some legal bases end between `NOW` and `LATER`. */
const BETWEEN = new Date(NOW.getTime() + 2 * DAY);
export const LATER = new Date(NOW.getTime() + 5 * DAY);
/** When the customers were imported: some were children then and are no more. */
export const BEFORE = '2026-02-15T00:00:00Z';
const BIRTHDAYS = { '2012-02-10': new Date('2026-03-01T00:00:00Z'), '2013-05-05': new Date('2027-06-01T00:00:00Z') };
export const NEW_TEXT = new Date(NOW.getTime() - 7 * DAY);
export const FIRST: PurposeText = { version: '1', number: 1, since: new Date(0), askAgain: false };
const TEXTS: readonly PurposeText[] = [FIRST, { version: '2', number: 2, since: NEW_TEXT, askAgain: true }];

export const random = seededRandom(11);
export const drawn = new Map<string, Drawn[]>();
export const birthdays = new Map<string, keyof typeof BIRTHDAYS>();
export const banned = new Set<string>();
export const restricted = new Set<string>();
/** Legal bases other than consent, of some people for research. */
export const bases = new Map<string, { basis: LegalBasis; until: Date | null }>();
/** On which everybody may be served, as a basis of the purpose. */
export const SERVICE_BASIS = 'PUBLIC_INTEREST';

/** Draws everybody's histories, birthdays and bans on contact, restrictions and legal bases. */
export function drawPeople(): void {
  const others = PURPOSES.filter((p) => p !== 'profiling');
  for (let n = 0; n < PEOPLE; n++) {
    const id = `p${String(n).padStart(4, '0')}`;
    if (random.next() < 0.3) birthdays.set(id, pick(random, ['2012-02-10', '2013-05-05'] as const));
    if (random.next() < 0.04) banned.add(id);
    if (random.next() < 0.04) restricted.add(id);
    if (random.next() < 0.2)
      bases.set(id, { basis: pick(random, LEGAL_BASES), until: random.next() < 0.3 ? BETWEEN : null });
    const birthday = birthdays.get(id);
    const guardianUntil = birthday ? BIRTHDAYS[birthday] : null;
    const purposes: PurposeId[] = ['profiling', random.next() < 0.6 ? 'marketing' : pick(random, others)];
    const histories = purposes.map((purpose) => {
      const texts = purpose === 'marketing' ? TEXTS : [FIRST];
      return { purpose, events: drawEvents(random, id, purpose), grounds: { texts, guardianUntil } };
    });
    drawn.set(id, histories);
  }
}

export const COLUMNS = [
  'id',
  'customerId',
  'purpose',
  'channel',
  'action',
  'at',
  'until',
  'textVersion',
  'via',
  'guardian',
];

/** An event as a row of consents.csv. */
export function cellsOf(e: ConsentEvent): string[] {
  const until = e.until ? written(e.until, random) : '';
  const first = [e.id, e.customerId, e.purposeId, e.channel, e.action, written(e.at, random)];
  return [...first, until, e.textVersion ?? '', e.via, String(e.guardian)];
}

type Reached = (typeof EVERY_CHANNEL)[number];

/** Whether a consent of theirs holds, by the oracle. */
export const may = (id: string, purpose: PurposeId, channel: Reached | 'ALL', at: Date) =>
  !restricted.has(id) && drawn.get(id)!.some((d) => d.purpose === purpose && oracle(d, channel, at));

/** Why they may or may not be contacted, by the oracle. */
export function reasonOf(id: string, purpose: PurposeId, channel: Reached, at: Date): string {
  const all = drawn.get(id)!;
  const own = all.find((d) => d.purpose === purpose) ?? { ...all[0]!, purpose, events: [] };
  const given = bases.get(id);
  const theirs = purpose === 'research' && given && !(given.until && given.until <= at) ? given.basis : null;
  const basis = purpose === 'service' ? SERVICE_BASIS : theirs;
  return contactReason(own, { banned: banned.has(id), restricted: restricted.has(id), basis }, channel, at);
}

export const ALLOWED: readonly string[] = ['CONSENTED', 'LEGAL_BASIS'];
export const expected = (purpose: PurposeId, channel: Reached, at: Date) =>
  [...drawn.keys()].filter((id) => ALLOWED.includes(reasonOf(id, purpose, channel, at)));
