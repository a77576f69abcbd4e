import { yearlyDatesOn } from '../../kernel/calendar/lunar.js';
import { momentIn } from '../../kernel/calendar/zone.js';
import { HOUR_MS } from '../../kernel/clock.js';
import { accessSettings, type Services } from '../../security/index.js';
import { segmentMoves, warningsSince } from '../../value/index.js';
import { birthdaysOn } from './birthdays.service.js';
import { daysIn, type Occurrence, type Span } from './occurrence.js';
import type { Trigger, TriggerOf, TriggerType } from './trigger.js';

const PAGE = 5000;

/** What a look at a trigger goes by: since when the journey is active, until when it looked before, and now. */
export interface Look {
  readonly activeFrom: Date;
  readonly seenUntil: Date | null;
  readonly now: Date;
}

type Source<T extends Trigger = Trigger> = (services: Services, trigger: T, look: Look) => AsyncGenerator<Occurrence[]>;

/**
 * What happened that may begin a journey, a page at a time. What was looked at before comes again, within how late it
 * may be told.
 */
export function occurrencesOf(services: Services, trigger: Trigger, look: Look): AsyncGenerator<Occurrence[]> {
  return (SOURCES[trigger.type] as Source)(services, trigger, look);
}

/** The time zone of the product's people. */
export function zoneOf({ settings }: Pick<Services, 'settings'>): string {
  return accessSettings(settings).TIME_ZONE;
}

/** From as long ago as something may be told late, up to now. */
function spanOf({ late }: { readonly late: number }, { activeFrom, now }: Look): Span {
  return { from: latest(activeFrom, new Date(now.getTime() - late)), until: new Date(now.getTime() + 1) };
}

const latest = (a: Date, b: Date) => (a > b ? a : b);

interface Found {
  readonly key: string;
  readonly customerId: string;
  readonly at: Date;
}

async function* paged(read: (after: string) => Promise<readonly Found[]>): AsyncGenerator<Occurrence[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    yield [...rows];
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.key;
  }
}

/** The days whose hour came since; those of before again once an hour, for who was imported meanwhile. */
function daysOf(trigger: TriggerOf<'birthday' | 'anniversary'>, look: Look, zone: string) {
  const again = look.seenUntil === null || +look.now - (+look.now % HOUR_MS) > +look.seenUntil;
  return daysIn(spanOf(trigger, look), trigger.at, zone).filter(({ at }) => again || at > look.seenUntil!);
}

function birthdays(services: Services, trigger: TriggerOf<'birthday'>, look: Look) {
  return birthdaysOn(services, trigger, daysOf(trigger, look, zoneOf(services)));
}

/** First orders of the same day in a former year; 29 February as for birthdays. */
async function* anniversaries(services: Services, trigger: TriggerOf<'anniversary'>, look: Look) {
  const zone = zoneOf(services);
  for (const { day, at } of daysOf(trigger, look, zone)) {
    const kept = yearlyDatesOn(day, trigger);
    const year = Number(day.slice(0, 4));
    const former = Array.from({ length: 60 }, (_, back) => kept.map((date) => `${year - 1 - back}-${date}`)).flat();
    const spans = former.filter(isDay).map((one) => ({ from: begins(one, 0, zone), until: begins(one, 1, zone) }));
    for await (const rows of firstOrders(services, spans))
      yield rows.map(({ customerId }) => ({ customerId, key: `anniversary ${year}`, at }));
  }
}

/** JavaScript takes 2027-02-29 for the 1st of March. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function begins(day: string, later: number, zone: string): Date {
  const shown = new Date(`${day}T00:00:00Z`);
  shown.setUTCDate(shown.getUTCDate() + later);
  return momentIn(shown, zone);
}

function firstOrders({ graph }: Services, spans: { from: Date; until: Date }[]): AsyncGenerator<Occurrence[]> {
  return paged(async (after) => {
    const rows = await graph.read('campaigns/steps/journeys/begin/first-orders', { spans, after, limit: PAGE });
    return rows.map((row) => ({ ...row, key: row.customerId }));
  });
}

async function* firstOrdersSince(services: Services, trigger: TriggerOf<'firstOrder'>, look: Look) {
  for await (const rows of firstOrders(services, [spanOf(trigger, look)]))
    yield rows.map((row) => ({ ...row, key: 'first order' }));
}

interface Events extends Span {
  readonly type: string;
  /** That nothing came after it, in seconds; null where it does not matter. */
  readonly idleSeconds: number | null;
}

function events({ graph }: Services, asked: Events): AsyncGenerator<Occurrence[]> {
  return paged((after) => graph.read('campaigns/steps/journeys/begin/events', { ...asked, after, limit: PAGE }));
}

function ofType(services: Services, trigger: TriggerOf<'event' | 'groupLeft'>, look: Look) {
  return events(services, { type: trigger.event, idleSeconds: null, ...spanOf(trigger, look) });
}

/** Looked at once the time is over in which the customer might have come back. */
function carts(services: Services, trigger: TriggerOf<'cartAbandoned'>, look: Look) {
  const { from, until } = spanOf({ late: trigger.late + trigger.after }, look);
  const span = { from, until: new Date(until.getTime() - trigger.after) };
  return events(services, { type: trigger.event, idleSeconds: trigger.after / 1000, ...span });
}

function referrals({ graph }: Services, trigger: TriggerOf<'referralMade'>, look: Look) {
  const span = spanOf(trigger, look);
  return paged((after) => graph.read('campaigns/steps/journeys/begin/referrals', { ...span, after, limit: PAGE }));
}

function closeTies({ graph }: Services, trigger: TriggerOf<'closeTieBought'>, look: Look) {
  const { product = null, category = null, closenessAtLeast: closeness } = trigger;
  const asked = { ...spanOf(trigger, look), closeness, product, category };
  return paged((after) => graph.read('campaigns/steps/journeys/begin/close-ties', { ...asked, after, limit: PAGE }));
}

function leaderPosts({ graph }: Services, trigger: TriggerOf<'leaderPosted'>, look: Look) {
  const asked = { ...spanOf(trigger, look), roles: [...trigger.roles] };
  return paged((after) => graph.read('campaigns/steps/journeys/begin/leader-posts', { ...asked, after, limit: PAGE }));
}

/** Pages by time here: the next one begins at the last row's. */
async function* churnWarnings(services: Services, trigger: TriggerOf<'churnWarning'>, look: Look) {
  const span = spanOf(trigger, look);
  for (let since = span.from, after = ''; ; ) {
    const rows = await warningsSince(services, since, { after, rules: trigger.rules, limit: PAGE });
    yield rows.map(({ key, customerId, since: at }) => ({ key, customerId, at })).filter(({ at }) => at < span.until);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE || last.since >= span.until) return;
    [since, after] = [last.since, last.key];
  }
}

/**
 * Exclusive of the first moment, as moves are asked for; a refresh that wrote its moves under an earlier time is met by
 * looking back.
 */
function moves(services: Services, trigger: TriggerOf<'segmentEntered' | 'segmentLeft'>, look: Look) {
  const { from, until } = spanOf(trigger, look);
  const wanted = trigger.type === 'segmentEntered' ? 'ENTERED' : 'LEFT';
  const asked = { segments: [trigger.segment], since: new Date(+from - 1), until };
  return moved((after) => segmentMoves(services, { ...asked, after, limit: PAGE }), wanted);
}

async function* moved(
  read: (after: string) => ReturnType<typeof segmentMoves>,
  wanted: 'ENTERED' | 'LEFT',
): AsyncGenerator<Occurrence[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    yield rows.filter(({ move }) => move === wanted).map(({ key, customerId, at }) => ({ key, customerId, at }));
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.key;
  }
}

const SOURCES: { readonly [T in TriggerType]: Source<never> } = {
  birthday: birthdays,
  anniversary: anniversaries,
  firstOrder: firstOrdersSince,
  cartAbandoned: carts,
  groupLeft: ofType,
  event: ofType,
  churnWarning: churnWarnings,
  segmentEntered: moves,
  segmentLeft: moves,
  referralMade: referrals,
  closeTieBought: closeTies,
  leaderPosted: leaderPosts,
} as never;
