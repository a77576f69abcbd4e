import type { z } from 'zod';
import { AppError } from './error.js';
import './input.js';
import { ILL_FORMED, illFormedIn } from './text.js';

/**
 * The value as the schema wants it. Throws INPUT that names every wrong field, and for text that is not well-formed
 * whatever the schema says; never repeats the value, which could be personal.
 */
export function checked<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const illFormed = illFormedIn(value);
  if (illFormed) throw notText(where, illFormed);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`);
  throw new AppError('INPUT', `${where}: ${problems.join('; ')}`, 'correct the named fields and send it again', {
    fields: parsed.error.issues.map((issue) => issue.path.join('.')),
  });
}

function notText(where: string, path: readonly string[]): AppError {
  const field = path.join('.') || 'value';
  return new AppError('INPUT', `${where}: ${field}: ${ILL_FORMED}`, 'send the text in whole characters, as UTF-8', {
    fields: [field],
  });
}
