import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { idOf, timeOf } from '../../kernel/input.js';

const page = z.coerce.number().int().min(1).max(1000).default(100);

export const segmentAsked = z.object({ id: idOf });
export const membersAsked = z.object({ id: idOf, after: z.string().max(200).default(''), limit: page });
export const historyAsked = z.object({ id: idOf, customer: idOf.nullish(), limit: page });
/** When, where, who and whither, as `segment-moves` orders them; empty for the first page. */
const MOVE_KEY = /^$|^-?\d{1,15}\|.+\|.+\|(ENTERED|LEFT)$/s;

export const movesAsked = z.object({
  segments: z.array(idOf).max(100).default([]),
  since: timeOf,
  after: z.string().max(500).regex(MOVE_KEY, 'must be the key of the last row of the page before').default(''),
  limit: page,
});
export const previewAsked = z.object({ rule: z.unknown(), sample: z.int().min(0).max(100).default(10) });

/** The value of a JSON text of at most 20,000 characters. Throws INPUT. */
export function jsonOf(text: unknown): unknown {
  try {
    if (typeof text === 'string' && text.length <= 20_000) return JSON.parse(text);
  } catch {}
  throw new AppError('INPUT', 'rule: not JSON of at most 20,000 characters', 'like {"lifecycle": {"in": ["dormant"]}}');
}
