import { z } from 'zod';
import { own } from '../../kernel/words/issues.js';

/** A reason in plain words, kept for good: so it may not hold what reads like a number or an address of a person. */
export function reasonOf(least: number) {
  return z
    .string()
    .trim()
    .min(least)
    .max(500)
    .refine(
      (text) => !/\d{5,}|@/.test(text),
      own('must not name the person: no phone, mail or other number', '不能指明本人：不得含电话、邮箱等号码'),
    );
}
