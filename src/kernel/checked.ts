import type { z } from 'zod';
import { AppError } from './error.js';
import { ILL_FORMED, ILL_FORMED_ZH, illFormedIn } from './text.js';
import { type Fault, faultOf, faultWith, type Words } from './words/issues.js';

/**
 * The value as the schema wants it. Throws INPUT that names every wrong field, and for text that is not well-formed
 * whatever the schema says; never repeats the value, which could be personal.
 */
export function checked<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const illFormed = illFormedIn(value);
  if (illFormed) throw notText(where, illFormed);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw wrongInput(where, parsed.error.issues.map(faultOf));
}

/** The error that names every wrong field, once each, and carries what is wrong with it for who shows it to a reader. */
export function wrongInput(where: string, faults: readonly Fault[], hint = CORRECT): AppError {
  const problems = new Set(faults.map(({ path, text }) => `${path || 'value'}: ${text}`));
  return new AppError('INPUT', `${where}: ${[...problems].join('; ')}`, hint, { faults });
}

const CORRECT = 'correct the named fields and send it again';

/** The error for an id that is taken by something else than what was sent. */
export function idTaken(message: string, hint = 'choose another id'): AppError {
  return new AppError('CONFLICT', message, hint, { faults: [faultWith('id', TAKEN)] });
}

const TAKEN: Words = { en: 'is taken: choose another', zh: '已被使用，请另取一个' };

function notText(where: string, path: readonly string[]): AppError {
  const fault = faultWith(path.join('.'), { en: ILL_FORMED, zh: ILL_FORMED_ZH });
  return wrongInput(where, [fault], 'send the text in whole characters, as UTF-8');
}
