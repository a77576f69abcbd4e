import { createHash } from 'node:crypto';
import { groupBy } from '../../kernel/group-by.js';

/**
 * Rings: connected components of two accounts or more, by union-find (Galler, Fischer 1964) over links. A link's end
 * may be a thing that accounts share; only `accounts` become members. Ring by account; its id follows from the members,
 * so the same ring keeps it.
 */
export function ringsOf(
  accounts: readonly string[],
  links: readonly { readonly a: string; readonly b: string }[],
): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const { a, b } of links) parents.set(rootOf(parents, a), rootOf(parents, b));
  const groups = groupBy([...new Set(accounts)], (account) => rootOf(parents, account));
  const rings = [...groups.values()].filter((members) => members.length > 1);
  return new Map(rings.flatMap((members) => members.map((member) => [member, idOf(members)] as const)));
}

function rootOf(parents: Map<string, string>, start: string): string {
  let root = start;
  for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
    root = parent;
  for (let at = start; at !== root; ) {
    const next = parents.get(at)!;
    parents.set(at, root); // the way is walked once
    at = next;
  }
  return root;
}

function idOf(members: readonly string[]): string {
  return `ring-${createHash('sha256')
    .update([...members].sort().join('|'))
    .digest('hex')
    .slice(0, 10)}`;
}
