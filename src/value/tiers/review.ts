/** Which loyalty tier a customer is in, and when they will fall out of it. Pure; days are 24 hours. */
import { DAY_MS } from '../../kernel/clock.js';
import type { Need, TierRules } from './rules.js';

/** An order that was not refunded, in the currency of the rules. */
export interface TierOrder {
  readonly at: Date;
  /** Minor units; below 0 for a refund that came as an order of its own. */
  readonly amountMinor: number;
}

/** What is known of a customer besides the orders. */
export interface Held {
  /** Id of the tier of the last review; null at the first, or where the rules have it no more. */
  readonly tier: string | null;
  readonly since: Date | null;
  readonly noticedAt: Date | null;
  readonly clvMinor: number | null;
}

export interface Notice {
  readonly noticedAt: Date;
  readonly fallsAt: Date;
  readonly fallsTo: string;
  /** What, bought before the fall, keeps the tier: minor units, and purchases. */
  readonly keepMinor: number;
  readonly keepOrders: number;
}

export interface Review {
  readonly tier: string;
  readonly since: Date;
  readonly notice: Notice | null;
}

interface Figures {
  readonly spendMinor: number;
  readonly orders: number;
  readonly clvMinor: number;
}

interface Known {
  readonly orders: readonly TierOrder[];
  readonly held: Held;
  readonly rules: TierRules;
}

/**
 * The tier as of `now`: up at once, down only after a notice of `noticeDays`, and not before `keepDays` in the tier.
 * The notice is given as soon as it is certain that, without a further purchase, the tier's needs will not be met
 * within `noticeDays`; a purchase that meets them takes it back.
 */
export function reviewed(known: Known, now: Date): Review {
  const { rules, held } = known;
  const { tiers, noticeDays } = rules;
  const reached = placeAt(known, now);
  const place = tiers.findIndex(({ id }) => id === held.tier);
  if (place < 0 || held.since === null || reached < place)
    return withNotice(known, now, { place: reached, since: now, noticedAt: null });
  const due = dueAt(known, place, held.since, now);
  const fallsAt = due && latest(due, plus(held.noticedAt ?? now, noticeDays));
  if (fallsAt && fallsAt <= now) return withNotice(known, now, { place: reached, since: now, noticedAt: null });
  return withNotice(known, now, { place, since: held.since, noticedAt: held.noticedAt });
}

interface Standing {
  readonly place: number;
  readonly since: Date;
  readonly noticedAt: Date | null;
}

function withNotice(known: Known, now: Date, { place, since, noticedAt }: Standing): Review {
  const { tiers, noticeDays } = known.rules;
  const standing = { tier: tiers[place]!.id, since };
  const due = dueAt(known, place, since, now);
  if (due === null) return { ...standing, notice: null };
  const told = noticedAt ?? now;
  const fallsAt = latest(due, plus(told, noticeDays));
  const fallsTo = tiers[Math.max(place, placeAt(known, fallsAt))]!.id;
  // Orders that leave the window meanwhile may be refunds: by then the tier is met again.
  if (fallsTo === standing.tier) return { ...standing, notice: null };
  return { ...standing, notice: { noticedAt: told, fallsAt, fallsTo, ...missing(known, place, fallsAt) } };
}

/**
 * When the needs of a tier are not met any more without a further purchase, and it need not be kept: by `noticeDays`
 * ahead, else null.
 */
function dueAt(known: Known, place: number, since: Date, now: Date): Date | null {
  const { windowDays, noticeDays, keepDays } = known.rules;
  const until = plus(now, noticeDays);
  const kept = plus(since, keepDays);
  const leave = known.orders.map(({ at }) => plus(at, windowDays));
  const moments = [now, kept, ...leave].filter((at) => at >= now && at >= kept && at <= until);
  moments.sort((a, b) => a.getTime() - b.getTime());
  return moments.find((at) => placeAt(known, at) > place) ?? null;
}

/** Place of the highest tier whose needs are met, by the purchases that still count then. */
function placeAt({ orders, held, rules }: Known, at: Date): number {
  const figures = figuresAt(orders, held.clvMinor, at, rules.windowDays);
  return rules.tiers.findIndex(({ needs }) => needs.length === 0 || needs.some((need) => isMet(need, figures)));
}

function figuresAt(orders: readonly TierOrder[], clvMinor: number | null, at: Date, windowDays: number): Figures {
  const inside = orders.filter((order) => order.at <= at && plus(order.at, windowDays) > at);
  return {
    spendMinor: inside.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    orders: inside.filter(({ amountMinor }) => amountMinor >= 0).length,
    clvMinor: clvMinor ?? 0,
  };
}

function isMet(need: Need, figures: Figures): boolean {
  return Object.values(lacking(need, figures)).every((lack) => lack === 0);
}

function lacking(need: Need, figures: Figures): Figures {
  const lack = (name: keyof Figures) => Math.max(0, (need[name] ?? -Infinity) - figures[name]);
  return { spendMinor: lack('spendMinor'), orders: lack('orders'), clvMinor: lack('clvMinor') };
}

/**
 * What is missing at the fall for the line of the tier's needs that asks for the least spend; lines that ask for more
 * CLV come last.
 */
function missing({ orders, held, rules }: Known, place: number, at: Date) {
  const figures = figuresAt(orders, held.clvMinor, at, rules.windowDays);
  const lines = rules.tiers[place]!.needs.map((need) => lacking(need, figures));
  lines.sort((a, b) => a.clvMinor - b.clvMinor || a.spendMinor - b.spendMinor || a.orders - b.orders);
  const { spendMinor = 0, orders: purchases = 0 } = lines[0] ?? {};
  return { keepMinor: spendMinor, keepOrders: Math.max(purchases, spendMinor > 0 ? 1 : 0) };
}

function plus(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
