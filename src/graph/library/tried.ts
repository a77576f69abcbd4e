/** The entries of a `try` line, `:params {a: 1, b: ['x', 'y']}`, each as it is written in Cypher. */
export function triedValues(example: string): ReadonlyMap<string, string> {
  const inner = /^:params \{(.*)\}$/.exec(example)?.[1] ?? '';
  const entries = inner.matchAll(/(\w+): ((?:'[^']*'|\[[^\]]*\]|\{[^}]*\}|\w+\([^)]*\)|[^,])+)/g);
  return new Map([...entries].map(([, name, value]) => [name!, value!.trim()]));
}

/** The same as values, without those that are null or no literal of JSON, like a time. */
export function triedExamples(example: string): Record<string, unknown> {
  const values = [...triedValues(example)].map(([name, literal]) => [name, parsed(literal)] as const);
  return Object.fromEntries(values.filter(([, value]) => value != null));
}

function parsed(literal: string): unknown {
  try {
    return JSON.parse(literal.replaceAll("'", '"'));
  } catch {
    return undefined;
  }
}
