/**
 * What is wrong with a text that no database keeps as it is: half of a surrogate pair would be stored as U+FFFD, and a
 * NUL ends texts for other programs. Null where it is well-formed.
 */
export function textProblem(text: string): string | null {
  if (/\p{Surrogate}/u.test(text)) return 'holds half of a character (a lone surrogate)';
  return text.includes('\0') ? 'holds a NUL character' : null;
}

/** Whether the database keeps a text as it is. */
export function isWellFormed(text: string): boolean {
  return textProblem(text) === null;
}

/** What is said of a text that is not, where what exactly does not matter. */
export const ILL_FORMED = 'holds half of a character (a lone surrogate) or a NUL character';

/**
 * The path of the first text that is not well-formed in a value, keys included; null where every one is. Looks into
 * plain objects and lists only.
 */
export function illFormedIn(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return isWellFormed(value) ? null : path;
  if (Array.isArray(value)) return firstOf(value.entries(), path);
  return isPlain(value) ? firstOf(Object.entries(value), path) : null;
}

function firstOf(
  entries: Iterable<readonly [string | number, unknown]>,
  path: readonly string[],
): readonly string[] | null {
  for (const [key, inner] of entries) {
    if (typeof key === 'string' && !isWellFormed(key)) return path;
    const found = illFormedIn(inner, [...path, String(key)]);
    if (found) return found;
  }
  return null;
}

/** Whether a value is an object written as one, as JSON is: no date, no time of the driver, no instance of a class. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
