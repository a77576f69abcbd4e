import { z } from 'zod';
import { ILL_FORMED, ILL_FORMED_ZH, isWellFormed } from './text.js';
import { own } from './words/issues.js';

/** A text that the database keeps as it is. */
export const wellFormed = z.string().refine(isWellFormed, own(ILL_FORMED, ILL_FORMED_ZH));

/** An id as callers send it. */
export const idOf = wellFormed.min(1).max(200);

/** An id that goes into addresses and files. */
export const plainId = idOf.regex(
  /^[\w.:-]+$/,
  own('may have letters, digits and . : - _ only', '只能含字母、数字和 . : - _'),
);

/** Yes or no, also as the text that the query of an address can only hold. */
export const flagOf = z.preprocess((given) => FLAGS[String(given)] ?? given, z.boolean());
const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** A currency by ISO 4217. */
export const currencyOf = z
  .string()
  .regex(/^[A-Z]{3}$/, own('must be three capital letters, such as CNY', '须为三个大写字母，如 CNY'));

/** A time as ISO 8601 with its offset; GraphQL hands in one that it has read already. */
export const timeOf = z.preprocess(
  asText,
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
);

/** GraphQL's DateTime is the driver's own, which writes itself as ISO 8601 like a Date does as JSON. */
function asText(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
  return typeof value === 'object' && value !== null && 'toStandardDate' in value ? value.toString() : value;
}
