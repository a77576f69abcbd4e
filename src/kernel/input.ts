import { z } from 'zod';
import './words/issues.js';
import { ILL_FORMED, isWellFormed } from './text.js';

/** A text that the database keeps as it is. */
export const wellFormed = z.string().refine(isWellFormed, ILL_FORMED);

/** An id as callers send it. */
export const idOf = wellFormed.min(1).max(200);

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
