/**
 * Where in an answer customers are, by its declared types: ids, lists of ids, and records with such fields. Null where
 * there are none. From a question's header or an operation's type in the schema.
 */
export type People =
  | 'customer'
  | { readonly each: People }
  | { readonly fields: Readonly<Record<string, People>> }
  | null;

/** A record's places by field, without those that hold nobody. */
export function peopleOfFields(fields: readonly (readonly [string, People])[]): People {
  const held = fields.filter(([, people]) => people !== null);
  return held.length === 0 ? null : { fields: Object.fromEntries(held) };
}

/** A list's places. */
export function peopleOfList(of: People): People {
  return of === null ? null : { each: of };
}

/** The ids of the customers in an answer, each once. */
export function idsOf(people: People, answer: unknown): string[] {
  const found = new Set<string>();
  collect(people, answer, found);
  return [...found];
}

function collect(people: People, value: unknown, found: Set<string>): void {
  if (people === null || value === null || value === undefined) return;
  if (people === 'customer') found.add(String(value));
  else if ('each' in people) for (const inner of value as readonly unknown[]) collect(people.each, inner, found);
  else
    for (const [name, inner] of Object.entries(people.fields))
      collect(inner, (value as Record<string, unknown>)[name], found);
}

/**
 * The answer without whoever is hidden. A record that names one goes as a whole, also where it names them in a list of
 * ids: a path without a step is no path. Of a list of records those go; null where the whole goes.
 */
export function withoutHidden<T>(people: People, answer: T, hidden: ReadonlySet<string>): T | null {
  return hidden.size === 0 ? answer : (without(people, answer, hidden) as T | null);
}

function without(people: People, value: unknown, hidden: ReadonlySet<string>): unknown {
  if (people === null || value === null || value === undefined) return value;
  if (people === 'customer') return hidden.has(String(value)) ? null : value;
  if ('each' in people) return listWithout(people.each, value as readonly unknown[], hidden);
  return recordWithout(people.fields, value as Record<string, unknown>, hidden);
}

function listWithout(of: People, list: readonly unknown[], hidden: ReadonlySet<string>): unknown[] | null {
  const left = list.map((inner) => without(of, inner, hidden));
  const gone = left.some((inner, at) => inner === null && list[at] !== null);
  if (gone && of === 'customer') return null;
  return left.filter((inner, at) => inner !== null || list[at] === null);
}

function recordWithout(
  fields: Readonly<Record<string, People>>,
  record: Record<string, unknown>,
  hidden: ReadonlySet<string>,
): Record<string, unknown> | null {
  const left = { ...record };
  for (const [name, people] of Object.entries(fields)) {
    left[name] = without(people, record[name], hidden);
    const ids = people === 'customer' || (people !== null && 'each' in people && people.each === 'customer');
    if (ids && left[name] === null && record[name] != null) return null;
  }
  return left;
}
