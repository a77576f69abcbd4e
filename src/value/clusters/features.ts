import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import type { Viewer } from '../../kernel/services.js';
import { SCORES, scoreOf } from '../../scores/index.js';

/** Numbers of a customer that are given, not worked out. */
const PLAIN = ['orders', 'spendMinor'] as const;
const NUMBERS = ['number', 'integer', 'money'];

/** What customers can be told apart by: plain numbers, and scores that are numbers. */
const FEATURES: readonly string[] = [
  ...PLAIN,
  ...SCORES.filter(({ kind }) => NUMBERS.includes(kind)).map(({ property }) => property),
];
/** What they are told apart by where nothing is chosen. */
const USUAL = ['rfmDays', 'rfmOrders', 'rfmSpendMinor', 'influence', 'degree'];

export const featureNames = z
  .array(z.enum(FEATURES as [string, ...string[]]))
  .min(1)
  .max(20)
  .default(USUAL);

/** Throws FORBIDDEN for a score that the viewer's role may not see. */
export function requireFeatures({ role }: Viewer, names: readonly string[]): void {
  const hidden = names.find((name) => scoreOf(name)?.roles && !scoreOf(name)!.roles!.includes(role));
  if (hidden === undefined) return;
  throw new AppError(
    'FORBIDDEN',
    `role ${role} may not use ${hidden}`,
    `it is for ${scoreOf(hidden)!.roles!.join(', ')}`,
  );
}

/** Short names of what is often chosen. */
const NAMES: Readonly<Record<string, readonly [english: string, chinese: string]>> = {
  orders: ['orders', '订单数'],
  spendMinor: ['spend', '消费额'],
  rfmDays: ['days since the last order', '距上次下单天数'],
  rfmOrders: ['orders', '订单数'],
  rfmSpendMinor: ['spend', '消费额'],
  influence: ['influence', '影响力'],
  degree: ['acquaintances', '联系人数'],
  betweenness: ['brokerage between groups', '跨圈层连接度'],
  pageRank: ['reach', '触达力'],
  clvMinor: ['lifetime value', '终身价值'],
  clvAlive: ['chance of still buying', '仍在购买的概率'],
  networkValueMinor: ['network value', '网络价值'],
};

/** A feature as people call it, in both languages. */
export function featureName(name: string): readonly [english: string, chinese: string] {
  const score = scoreOf(name);
  return NAMES[name] ?? (score ? [score.meaning, score.meaningZh] : [name, name]);
}
