import { z } from 'zod';

/**
 * What is wrong with a text that no database keeps as it is: half of a surrogate pair would be stored as U+FFFD, and a NUL
 * ends texts for other programs. Null where it is well formed.
 */
export function textProblem(text: string): string | null {
  if (/\p{Surrogate}/u.test(text)) return 'holds half of a character (a lone surrogate)';
  return text.includes('\0') ? 'holds a NUL character' : null;
}

/** An id as callers send it. */
export const idOf = z
  .string()
  .min(1)
  .max(200)
  .refine((id) => textProblem(id) === null, 'must be well-formed text');

/** A time as ISO 8601 with its offset; GraphQL hands in one that it has read already. */
export const timeOf = z.preprocess(
  asText,
  z.iso
    .datetime({ offset: true, error: 'must be a time like 2026-03-01T00:00:00Z' })
    .transform((text) => new Date(text)),
);

/** GraphQL's DateTime is the driver's own, which writes itself as ISO 8601 like a Date does as JSON. */
function asText(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
  return typeof value === 'object' && value !== null && 'toStandardDate' in value ? value.toString() : value;
}
