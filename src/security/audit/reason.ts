import { z } from 'zod';

/** A reason in plain words, kept for good: so it may not hold what reads like a number or an address of a person. */
export function reasonOf(least: number) {
  return z
    .string()
    .trim()
    .min(least)
    .max(500)
    .refine((text) => !/\d{5,}|@/.test(text), 'must not name the person: no phone, mail or other number');
}
