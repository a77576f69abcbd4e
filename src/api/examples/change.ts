/** An operation to try, under the name of what it is for. */
export interface Example {
  readonly name: string;
  readonly query: string;
  /** JSON, where there are. */
  readonly variables?: string;
}

/** Values by their names: arguments, fields, columns. */
export type Values = Readonly<Record<string, unknown>>;

/** An id that only the product knows: a read that shows it, in the first record that is as `where` says. */
export interface Found {
  /** Name of the variable that carries it. */
  readonly variable: string;
  readonly query: string;
  /** Field that holds it. */
  readonly take: string;
  readonly where: Values;
}

/** One mutation to try: its arguments, and those that carry an id to be looked up first. */
export interface Change {
  readonly mutation: string;
  readonly given: Values;
  readonly ids: Readonly<Record<string, Found>>;
}

/** Changes of one tab of GraphiQL. */
export interface ChangesOf {
  readonly topic: string;
  readonly changes: readonly Change[];
}

export function change(mutation: string, given: Values = {}, ids: Readonly<Record<string, Found>> = {}): Change {
  return { mutation, given, ids };
}

export function found(variable: string, query: string, take = 'id', where: Values = {}): Found {
  return { variable, query, take, where };
}

/** The id in an answer to the read that shows it; undefined where nothing is as it should be. */
export function idIn(answer: unknown, { take, where }: Found): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const record = answer as Values;
  const fits = Object.entries(where).every(([name, value]) => record[name] === value);
  if (fits && typeof record[take] === 'string') return record[take];
  for (const part of Object.values(record)) {
    const id = idIn(part, { take, where } as Found);
    if (id !== undefined) return id;
  }
  return undefined;
}
