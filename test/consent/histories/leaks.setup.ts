import { type ConsentEvent, PURPOSES, type PurposeId, type PurposeText } from '../../../src/consent/consent.js';
import { seededRandom } from '../../../src/kernel/random.js';
import { type Drawn, drawEvents, type EVERY_CHANNEL, NOW, oracle, pick, written } from './histories.js';

const DAY = 86_400_000;
export const PEOPLE = 1000;
export const DURING = NOW.toISOString();
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

/** Draws everybody's histories, birthdays and bans on contact. */
export function drawPeople(): void {
  const others = PURPOSES.filter((p) => p !== 'profiling');
  for (let n = 0; n < PEOPLE; n++) {
    const id = `p${String(n).padStart(4, '0')}`;
    if (random.next() < 0.3) birthdays.set(id, pick(random, ['2012-02-10', '2013-05-05'] as const));
    if (random.next() < 0.04) banned.add(id);
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

export const may = (id: string, purpose: PurposeId, channel: (typeof EVERY_CHANNEL)[number] | 'ALL', at: Date) =>
  drawn.get(id)!.some((d) => d.purpose === purpose && oracle(d, channel, at));
export const expected = (purpose: PurposeId, channel: (typeof EVERY_CHANNEL)[number], at: Date) =>
  [...drawn.keys()].filter((id) => !banned.has(id) && may(id, purpose, channel, at));
