import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/kernel/root.js';
import type { History } from '../../../src/value/clv/bg-nbd.js';
import type { Spender } from '../../../src/value/clv/gamma-gamma.js';

/**
 * The CDNOW sample of Fader & Hardie as the papers use it: weeks, purchases of a day as one, observed to 1997-09-30.
 */
export function cdnow(): { histories: History[]; spenders: Spender[] } {
  const days = new Map<string, Map<number, number>>();
  for (const line of readFileSync(join(packageRoot, 'seed', 'cdnow', 'CDNOW_sample.txt'), 'utf8').split('\n')) {
    const [, customer, date, , dollars] = line.trim().split(/\s+/);
    if (!customer || !date) continue;
    const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000;
    if (day > END) continue;
    const own = days.get(customer) ?? new Map<number, number>();
    own.set(day, (own.get(day) ?? 0) + Number(dollars));
    days.set(customer, own);
  }
  const people = [...days.values()].map((own) => [...own].sort(([a], [b]) => a - b));
  return { histories: people.map(historyOf), spenders: people.flatMap(spenderOf) };
}

const END = Date.UTC(1997, 8, 30) / 86_400_000;

function historyOf(own: readonly (readonly [number, number])[]): History {
  const first = own[0]![0];
  return { repeats: own.length - 1, recency: (own.at(-1)![0] - first) / 7, age: (END - first) / 7 };
}

function spenderOf(own: readonly (readonly [number, number])[]): Spender[] {
  const repeats = own.slice(1);
  const mean = repeats.reduce((sum, [, dollars]) => sum + dollars, 0) / repeats.length;
  return mean > 0 ? [{ purchases: repeats.length, mean }] : [];
}
