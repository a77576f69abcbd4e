/** What could be an id or alias inside a sentence, as in "closest to C-7KQ2M4X" or "与c12最近". */
const WORD = /[A-Za-z0-9](?:[\w.:|-]*\w)?/g;

/** Every text anywhere in a value, and every word inside a longer text: what could name a customer, each once. */
export function wordsOf(value: unknown): string[] {
  const found = new Set<string>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length <= 200) found.add(value);
    for (const [word] of value.matchAll(WORD)) found.add(word);
  } else if (Array.isArray(value)) for (const inner of value) collect(inner, found);
  else if (isRecord(value)) for (const inner of Object.values(value)) collect(inner, found);
}

/**
 * The value without whoever is hidden: a record that names one goes, so does a text in a list, and a record whose lists run side by side
 * when one of them would get shorter; a word inside a sentence becomes ***. Null where the whole goes.
 */
export function pruned(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (hidden.size === 0) return value;
  if (typeof value === 'string') return hidden.has(value) ? null : withoutWords(value, hidden);
  if (Array.isArray(value)) return listWithout(value, hidden);
  return isRecord(value) ? recordWithout(value, hidden) : value;
}

function listWithout(list: readonly unknown[], hidden: ReadonlySet<string>): unknown[] {
  return list
    .map((inner) => [inner, pruned(inner, hidden)] as const)
    .filter(([before, after]) => after !== null || before === null)
    .map(([, after]) => after);
}

function recordWithout(record: object, hidden: ReadonlySet<string>): object | null {
  const entries = Object.entries(record);
  if (entries.some(([, value]) => typeof value === 'string' && hidden.has(value))) return null;
  const left = entries.map(([key, value]) => [key, pruned(value, hidden)] as const);
  const lists = entries.map(([, value]) => value).filter(Array.isArray);
  const shorter = left.some(([key, value]) => Array.isArray(value) && value.length < lengthOf(record, key));
  return shorter && sideBySide(lists) ? null : Object.fromEntries(left);
}

function lengthOf(record: object, key: string): number {
  return (record as Record<string, readonly unknown[]>)[key]!.length;
}

/** Lists of texts and numbers of one length, or of the steps between: people and the closeness from one to the next. */
function sideBySide(lists: readonly (readonly unknown[])[]): boolean {
  const plain = lists.filter((list) => list.length > 0 && list.every((inner) => typeof inner !== 'object'));
  return plain.some((a, at) => plain.slice(at + 1).some((b) => Math.abs(a.length - b.length) <= 1));
}

function withoutWords(text: string, hidden: ReadonlySet<string>): string {
  return text.replaceAll(WORD, (word) => (hidden.has(word) ? '***' : word));
}

function isRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
