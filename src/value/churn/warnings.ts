/** The three churn warnings (definitions: spend, silence, touchpoints), each told with what it was told by. */
import { DAY_MS } from '../../kernel/clock.js';

export const WARNING_RULES = ['SPEND', 'SILENCE', 'TOUCHPOINTS'] as const;
export type WarningRule = (typeof WARNING_RULES)[number];

export interface WarningKnobs {
  /** Length of a month, days. */
  readonly monthDays: number;
  /** Months before the last two whose mean spend is the own mean, at most and at least. */
  readonly usualMonths: readonly [least: number, most: number];
  /** Orders in those months below which nothing is usual. */
  readonly leastOrders: number;
  /** Share of the own mean that two months in a row stay under. */
  readonly spendShare: number;
  readonly loginsAWeek: number;
  /** Months without a login, or that a basket is taken over. */
  readonly silentMonths: number;
  /** Share by which a basket shrank. */
  readonly basketFall: number;
  /** Messages without one opened that mean somebody stopped opening them. */
  readonly leastSent: number;
}

export const WARNING_KNOBS: WarningKnobs = {
  monthDays: 30,
  usualMonths: [3, 12],
  leastOrders: 3,
  spendShare: 0.5,
  loginsAWeek: 1,
  silentMonths: 3,
  basketFall: 0.2,
  leastSent: 3,
};

/** Types of events: who goes away from a touchpoint, who comes back to it, and who opens a message. */
export const LOGIN = 'login';
export const AWAY = { unfollowed: 'UNFOLLOWED', left_group: 'LEFT', unsubscribed: 'UNFOLLOWED' } as const;
export const BACK = { followed: 'UNFOLLOWED', joined_group: 'LEFT', subscribed: 'UNFOLLOWED' } as const;
export const OPENED = ['push_opened', 'mail_opened'] as const;

export interface Bought {
  readonly id: string;
  readonly at: Date;
  readonly amountMinor: number;
}

export interface WarningFacts {
  /** Oldest first, those that count. */
  readonly orders: readonly Bought[];
  readonly firstOrderAt: Date | null;
  /** In the last two months; null where logins are not kept that long. */
  readonly logins: number | null;
  /** The last that is known. */
  readonly lastLoginAt: Date | null;
  /** Who unfollowed or left in the last months, or came back; oldest first. */
  readonly moves: readonly { readonly key: string; readonly type: string; readonly at: Date }[];
  readonly sent: number;
  readonly opened: number;
  readonly openedBefore: boolean;
}

/** A warning with its evidence; what does not belong to its rule is null or empty. */
export interface Warning {
  readonly rule: WarningRule;
  readonly because: readonly string[];
  readonly usualMinor: number | null;
  readonly beforeMinor: number | null;
  readonly latelyMinor: number | null;
  readonly logins: number | null;
  readonly lastLoginAt: Date | null;
  readonly sent: number | null;
  /** Ids of orders. */
  readonly orders: readonly string[];
  /** Keys of events. */
  readonly events: readonly string[];
}

const NOTHING = {
  ...{ usualMinor: null, beforeMinor: null, latelyMinor: null, logins: null, lastLoginAt: null, sent: null },
  ...{ orders: [], events: [] },
};

/** The warnings that hold for a customer now. */
export function warningsOf(facts: WarningFacts, now: Date, knobs: WarningKnobs = WARNING_KNOBS): Warning[] {
  return [spendWarning(facts, now, knobs), silenceWarning(facts, now, knobs), touchpointWarning(facts, knobs)].filter(
    (warning) => warning !== null,
  );
}

/** Two months in a row under half of the own mean monthly spend, and less than one login a week. */
function spendWarning(facts: WarningFacts, now: Date, knobs: WarningKnobs): Warning | null {
  const { monthDays, usualMonths, leastOrders, spendShare, loginsAWeek } = knobs;
  if (facts.firstOrderAt === null) return null;
  const monthOf = (at: Date) => Math.floor((now.getTime() - at.getTime()) / DAY_MS / monthDays);
  const months = Math.min(usualMonths[1], monthOf(facts.firstOrderAt) - 2);
  const usual = facts.orders.filter(({ at }) => monthOf(at) >= 2 && monthOf(at) < 2 + months);
  if (months < usualMonths[0] || usual.length < leastOrders) return null;
  const usualMinor = sum(usual) / months;
  const latest = facts.orders.filter(({ at }) => monthOf(at) < 2);
  const [latelyMinor, beforeMinor] = [0, 1].map((month) => sum(latest.filter(({ at }) => monthOf(at) === month)));
  const few = facts.logins === null || facts.logins < (loginsAWeek * 2 * monthDays) / 7;
  if (Math.max(latelyMinor!, beforeMinor!) >= spendShare * usualMinor || !few) return null;
  const spent = { usualMinor, beforeMinor: beforeMinor!, latelyMinor: latelyMinor! };
  const orders = (latest.length > 0 ? latest : usual.slice(-1)).map(({ id }) => id);
  return { ...NOTHING, rule: 'SPEND', because: ['SPEND'], ...spent, logins: facts.logins, orders };
}

/** Three months without a login, of who logged in before; or a basket a fifth smaller than before. */
function silenceWarning(facts: WarningFacts, now: Date, knobs: WarningKnobs): Warning | null {
  const from = now.getTime() - knobs.silentMonths * knobs.monthDays * DAY_MS;
  const { lastLoginAt } = facts;
  const silent = lastLoginAt !== null && lastLoginAt.getTime() < from;
  const lately = facts.orders.filter(({ at }) => at.getTime() >= from);
  const before = facts.orders.filter(({ at }) => at.getTime() < from);
  const enough = Math.min(lately.length, before.length) >= knobs.leastOrders;
  const [latelyMinor, usualMinor] = [sum(lately) / lately.length, sum(before) / before.length];
  const smaller = enough && latelyMinor <= (1 - knobs.basketFall) * usualMinor;
  if (!silent && !smaller) return null;
  return {
    ...NOTHING,
    rule: 'SILENCE',
    because: [...(silent ? ['LOGIN'] : []), ...(smaller ? ['BASKET'] : [])],
    lastLoginAt: silent ? lastLoginAt : null,
    ...(smaller ? { latelyMinor, usualMinor, orders: lately.map(({ id }) => id) } : {}),
  };
}

/** Unfollowed, left the group and did not come back, or stopped opening what is sent. */
function touchpointWarning({ moves, sent, opened, openedBefore }: WarningFacts, knobs: WarningKnobs): Warning | null {
  const last = new Map<string, (typeof moves)[number]>();
  for (const move of moves) {
    const place = AWAY[move.type as keyof typeof AWAY] ?? BACK[move.type as keyof typeof BACK];
    if (place) last.set(place, move);
  }
  const away = [...last].filter(([, { type }]) => Object.hasOwn(AWAY, type));
  const unopened = sent >= knobs.leastSent && opened === 0 && openedBefore;
  if (away.length === 0 && !unopened) return null;
  return {
    ...NOTHING,
    rule: 'TOUCHPOINTS',
    because: [...away.map(([place]) => place), ...(unopened ? ['UNOPENED'] : [])],
    sent: unopened ? sent : null,
    events: away.map(([, { key }]) => key),
  };
}

function sum(orders: readonly Bought[]): number {
  return orders.reduce((total, { amountMinor }) => total + amountMinor, 0);
}
