import { z } from 'zod';
import { wrongInput } from '../../kernel/checked.js';
import { idOf, timeOf } from '../../kernel/input.js';
import { faultWith, own, type Words } from '../../kernel/words/issues.js';

const page = z.coerce.number().int().min(1).max(1000).default(100);

export const segmentAsked = z.object({ id: idOf });
export const membersAsked = z.object({ id: idOf, after: z.string().max(200).default(''), limit: page });
export const historyAsked = z.object({ id: idOf, customer: idOf.nullish(), limit: page });
/** When, where, who and whither, as `segment-moves` orders them; empty for the first page. */
const MOVE_KEY = /^$|^-?\d{1,15}\|.+\|.+\|(ENTERED|LEFT)$/s;

export const movesAsked = z.object({
  segments: z.array(idOf).max(100).default([]),
  since: timeOf,
  after: z
    .string()
    .max(500)
    .regex(MOVE_KEY, own('must be the key of the last row of the page before', '须为上一页最后一行的键'))
    .default(''),
  limit: page,
});
export const previewAsked = z.object({ rule: z.unknown(), sample: z.int().min(0).max(100).default(10) });

const NO_JSON: Words = { en: 'is not JSON of at most 20,000 characters', zh: '须为 20,000 字以内的 JSON' };

/** The value of a JSON text of at most 20,000 characters. Throws INPUT. */
export function jsonOf(text: unknown): unknown {
  try {
    if (typeof text === 'string' && text.length <= 20_000) return JSON.parse(text);
  } catch {}
  throw wrongInput('segment', [faultWith('rule', NO_JSON)], 'like {"lifecycle": {"in": ["dormant"]}}');
}
