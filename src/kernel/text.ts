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
export const ILL_FORMED_ZH = '含有半个字符（孤立的代理项）或 NUL 字符';

/** A value on the way through another, and where it stands. */
interface Place {
  readonly value: unknown;
  readonly key: string | null;
  readonly above: Place | null;
}

/**
 * The path of the first text that is not well-formed in a value, keys included; null where every one is. Looks into
 * plain objects and lists only. Keeps its own list of what is left: what comes in may be nested deeper than calls can be.
 */
export function illFormedIn(value: unknown): readonly string[] | null {
  const left: Place[] = [{ value, key: null, above: null }];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    const { value: inner } = place;
    if (typeof inner === 'string' && !isWellFormed(inner)) return pathTo(place);
    const keys = Array.isArray(inner) || isPlain(inner) ? Object.keys(inner) : [];
    if (!keys.every(isWellFormed)) return pathTo(place);
    for (const key of keys.reverse())
      left.push({ value: (inner as Readonly<Record<string, unknown>>)[key], key, above: place });
  }
  return null;
}

function pathTo(place: Place): string[] {
  const path: string[] = [];
  for (let at: Place | null = place; at?.key != null; at = at.above) path.unshift(at.key);
  return path;
}

/** Whether a value is an object written as one, as JSON is: no date, no time of the driver, no instance of a class. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
