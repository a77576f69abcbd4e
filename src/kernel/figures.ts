import { plural } from './plural.js';

/** Numbers as people read them, in sentences of both languages: rounded to what they mean, never with an exponent. */

/** A count with its word, thousands separated: `1 person`, `1,194 people`. */
export function counted(count: number, one: string, many?: string): string {
  return `${whole(count)} ${plural(count, one, many)}`;
}

/** A whole number, thousands separated. */
export function whole(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}

/** A number with at most `digits` decimals: 9.5. */
export function decimal(value: number, digits = 1): string {
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/**
 * A share 0..1 in percent without the sign: whole from 10 on, two digits below (0.44), `under 0.0001` for the least.
 */
export function percent(share: number): string {
  return percentOf(share, 'under 0.0001');
}

/** The same for a Chinese sentence. */
export function percentZh(share: number): string {
  return percentOf(share, '不到 0.0001');
}

function percentOf(share: number, least: string): string {
  const value = 100 * share;
  if (value > 0 && value < 0.0001) return least;
  return value >= 10 ? whole(value) : String(Number(value.toPrecision(2)));
}
