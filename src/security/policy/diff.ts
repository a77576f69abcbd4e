import type { Policy } from './format.js';

/** One difference of two policies: where, and what was and is. */
export interface PolicyChange {
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

/** What a policy changes against another, each key on a line. */
export function policyDiff(before: Policy, after: Policy): PolicyChange[] {
  const [was, is] = [flat(before), flat(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  return keys
    .filter((where) => was.get(where) !== is.get(where))
    .map((where) => ({ where, before: was.get(where) ?? '', after: is.get(where) ?? '' }));
}

/** Lists are one value: their order says nothing. */
function flat(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) into.set(path, [...value].sort().join(' '));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) flat(inner, path ? `${path}.${key}` : key, into);
  else into.set(path, String(value));
  return into;
}
