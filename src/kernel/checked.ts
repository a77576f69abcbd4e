import type { z } from 'zod';
import { AppError } from './error.js';

/** The value as the schema wants it. Throws INPUT that names every wrong field; never repeats the value, which could be personal. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`);
  throw new AppError('INPUT', `${where}: ${problems.join('; ')}`, 'correct the named fields and send it again', {
    fields: parsed.error.issues.map((issue) => issue.path.join('.')),
  });
}
