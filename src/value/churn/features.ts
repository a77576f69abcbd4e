/** What a probability of churn is told by: own behaviour before a cut-off, and that of close neighbours. */
import { DAY_MS } from '../../kernel/clock.js';

export interface Behaviour {
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly orders: number;
  readonly ordersLately: number;
  readonly ordersYear: number;
  readonly spendLately: number;
  readonly spendBefore: number;
  readonly spendYear: number;
  readonly logins: number;
  readonly acts: number;
  readonly away: number;
}

/** How the buyers fare whom a customer is close to. */
export interface Neighbours {
  /** Share of their closeness that is with those gone or on the way out, 0..1; 0 without any. */
  readonly goneShare: number;
  readonly count: number;
}

interface Feature {
  readonly name: string;
  readonly en: string;
  readonly zh: string;
  /** Of the network: left out when asked what the network adds. */
  readonly network?: true;
  /** The type of event without which, at the cut-off, it says nothing. */
  readonly needs?: 'login';
  readonly of: (behaviour: Behaviour, neighbours: Neighbours, cutOff: Date) => number;
}

const days = (from: Date, to: Date) => Math.max(0, (to.getTime() - from.getTime()) / DAY_MS);

/** Days since the last order against the own mean days between orders; 1 with one order. */
function lateness({ orders, firstAt, lastAt }: Behaviour, cutOff: Date): number {
  if (orders < 2) return Math.log(2);
  const interval = Math.max(1, days(firstAt, lastAt) / (orders - 1));
  return Math.log1p(days(lastAt, cutOff) / interval);
}

const FEATURES: readonly Feature[] = [
  {
    ...{ name: 'recency', en: 'days since the last order', zh: '距上次下单天数' },
    of: ({ lastAt }, _, cutOff) => Math.log1p(days(lastAt, cutOff)),
  },
  {
    ...{ name: 'lateness', en: 'silence against the own rhythm', zh: '沉默时长与自身节奏之比' },
    of: (behaviour, _, cutOff) => lateness(behaviour, cutOff),
  },
  { name: 'frequency', en: 'orders in a year', zh: '一年订单数', of: ({ ordersYear }) => Math.log1p(ordersYear) },
  {
    ...{ name: 'frequencyLately', en: 'orders in 90 days', zh: '近 90 天订单数' },
    of: ({ ordersLately }) => Math.log1p(ordersLately),
  },
  {
    ...{ name: 'spendTrend', en: 'spend of 90 days against the 90 before', zh: '近 90 天消费与前 90 天之比' },
    of: ({ spendLately, spendBefore, spendYear, ordersYear }) => {
      const order = Math.max(1, spendYear / Math.max(1, ordersYear));
      return Math.log((spendLately + order) / (spendBefore + order));
    },
  },
  {
    ...{ name: 'basket', en: 'mean order in minor units', zh: '客单价（最小货币单位）' },
    of: ({ spendYear, ordersYear }) => Math.log1p(spendYear / Math.max(1, ordersYear)),
  },
  {
    ...{ name: 'tenure', en: 'days since the first order', zh: '首单至今天数' },
    of: ({ firstAt }, _, cutOff) => Math.log1p(days(firstAt, cutOff)),
  },
  {
    ...{ name: 'logins', en: 'logins in 60 days', zh: '近 60 天登录次数', needs: 'login' as const },
    of: ({ logins }) => Math.log1p(logins),
  },
  {
    ...{ name: 'interactions', en: 'posts and reactions in 90 days', zh: '近 90 天发帖与互动' },
    of: ({ acts }) => Math.log1p(acts),
  },
  {
    ...{ name: 'away', en: 'unfollowed or left the group', zh: '取消关注或退群' },
    of: ({ away }) => Math.min(1, away),
  },
  {
    ...{
      name: 'neighboursShare',
      en: 'close neighbours gone or on the way out',
      zh: '亲近好友流失或即将流失占比',
      network: true,
    },
    of: (_, { goneShare }) => goneShare,
  },
  {
    ...{ name: 'neighbours', en: 'neighbours who buy', zh: '有购买的好友数', network: true },
    of: (_, { count }) => Math.log1p(count),
  },
];

export const FEATURE_NAMES: readonly string[] = FEATURES.map(({ name }) => name);
const BY_NAME = new Map(FEATURES.map((feature) => [feature.name, feature]));

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What is told of a category besides; its close neighbours are those who bought of it. */
const OF_CATEGORY: Readonly<Record<string, Words>> = {
  neighboursShare: { en: 'close neighbours who bought of it lately', zh: '近期购买过该品类的亲近好友占比' },
  categoryYear: { en: 'orders with it in a year', zh: '一年内含该品类的订单数' },
  categoryLately: { en: 'orders with it in 90 days', zh: '近 90 天含该品类的订单数' },
  categoryRecency: { en: 'days since the last order with it', zh: '距上次购买该品类天数' },
};
/** The features that only a category has. */
export const CATEGORY_NAMES = ['categoryYear', 'categoryLately', 'categoryRecency'] as const;

/** What a feature of a kind of model is called in English and Chinese. */
export function wordsOf(name: string, kind = 'churn'): Words {
  const own = kind === 'churn' ? undefined : OF_CATEGORY[name];
  return own ?? BY_NAME.get(name) ?? { en: name, zh: name };
}

/** The features without those of the network. */
export function ownNames(names: readonly string[]): string[] {
  return names.filter((name) => !BY_NAME.get(name)?.network);
}

/** The features that events kept since then can tell as of the cut-off, and those left out with the reason. */
export function tellable(loginsSince: Date | null, cutOff: Date) {
  const from = new Date(cutOff.getTime() - 60 * DAY_MS);
  const kept = loginsSince !== null && loginsSince <= from;
  const leftOut = FEATURES.filter(({ needs }) => needs !== undefined && !kept).map(({ name }) => name);
  return { names: FEATURE_NAMES.filter((name) => !leftOut.includes(name)), leftOut };
}

/** A value of a feature as people read it: days, orders, a ratio or a share. */
export function shownOf(name: string, value: number): number {
  if (name === 'spendTrend') return Math.exp(value);
  return name === 'neighboursShare' || name === 'away' ? value : Math.expm1(value);
}

export function rowOf(names: readonly string[], behaviour: Behaviour, neighbours: Neighbours, cutOff: Date): number[] {
  return names.map((name) => BY_NAME.get(name)!.of(behaviour, neighbours, cutOff));
}

/** Days without an order after which a customer is gone: nothing is left to predict. */
export const ACTIVE_DAYS = 180;

export function isActive({ lastAt }: Pick<Behaviour, 'lastAt'>, cutOff: Date): boolean {
  return days(lastAt, cutOff) < ACTIVE_DAYS;
}

/** Days of silence, and orders before it, from which a rhythm is known to be broken. */
const SILENT = { days: 30, orders: 3 } as const;

/** Gone or on the way out: unfollowed or left the group; or silent for 30 days, and later than twice the own interval. */
export function isFading(behaviour: Behaviour, cutOff: Date): boolean {
  const { lastAt, orders, away } = behaviour;
  const silent = orders >= SILENT.orders && days(lastAt, cutOff) >= SILENT.days;
  return away > 0 || (silent && lateness(behaviour, cutOff) > Math.log(3));
}

/** Neighbours by whether each fades; those of whom nothing is known do not count. */
export function neighboursOf(
  others: readonly string[],
  closeness: readonly number[],
  fading: ReadonlyMap<string, boolean>,
): Neighbours {
  let [all, gone, count] = [0, 0, 0];
  others.forEach((other, at) => {
    const state = fading.get(other);
    if (state === undefined) return;
    count += 1;
    all += closeness[at]!;
    if (state) gone += closeness[at]!;
  });
  return { goneShare: all > 0 ? gone / all : 0, count };
}
