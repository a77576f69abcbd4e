/** The names that statements give to what they keep. */
export interface Names {
  readonly labels: readonly string[];
  readonly types: readonly string[];
  /** Of properties of nodes and ties; not the fields of rows and parameters. */
  readonly keys: readonly string[];
}

const TYPES = /\[\s*\w*\s*:\s*([A-Z]\w*(?:\|[A-Z]\w*)*)/g;
const LABELS = /:([A-Z]\w*(?:[|&:][A-Z]\w*)*)/g;
const BOUND = /[([]\s*(\w+)\s*:[A-Z]/g;
const OF_PATTERN = /:[A-Z][\w|&:]*\s*\{([^{}]*)\}/g;
const SET_AS_MAP = /(\w+)\s*\+?=\s*\{([^{}]*)\}/g;
const PROPERTY = /\b(\w+)\.(\w+)/g;

/** Labels, types of ties and properties that Cypher names, each once, sorted. */
export function namesIn(texts: Iterable<string>): Names {
  const [labels, types, keys] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const text of texts) {
    const code = text.replaceAll(/\/\/.*$/gm, '').replaceAll(/'[^']*'|"[^"]*"/g, "''");
    for (const [, some] of code.matchAll(TYPES)) add(types, some!);
    for (const [, some] of code.matchAll(LABELS)) add(labels, some!);
    for (const key of keysIn(code)) keys.add(key);
  }
  for (const type of types) labels.delete(type);
  return { labels: [...labels].sort(), types: [...types].sort(), keys: [...keys].sort() };
}

function add(to: Set<string>, some: string): void {
  for (const [name] of some.matchAll(/\w+/g)) to.add(name);
}

function keysIn(code: string): string[] {
  const bound = new Set([...code.matchAll(BOUND)].map(([, name]) => name!));
  const maps = [...code.matchAll(OF_PATTERN)].map(([, inner]) => inner!);
  for (const [, name, inner] of code.matchAll(SET_AS_MAP)) if (bound.has(name!)) maps.push(inner!);
  const ofMaps = maps.flatMap((inner) => [...inner.matchAll(/(?:^|,)\s*(\w+)\s*:/g)].map(([, key]) => key!));
  const ofProperties = [...code.matchAll(PROPERTY)].flatMap(([, name, key]) => (bound.has(name!) ? [key!] : []));
  return [...ofMaps, ...ofProperties];
}
