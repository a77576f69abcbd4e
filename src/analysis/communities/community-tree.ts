import { groupBy } from '../../kernel/group-by.js';
/** A place in the tree: 2 and 1 above the community, 0 itself, -1 and -2 its parts. */
export interface TreeNode {
  readonly level: number;
  readonly id: string;
  readonly parent: string | null;
  readonly name: string | null;
  readonly nameZh: string | null;
  /** People. */
  readonly size: number;
  readonly leaders: readonly string[];
}

export interface Part {
  readonly upper: number;
  readonly lower: number;
  readonly size: number;
  readonly leaders: readonly string[];
}

/**
 * The parts of a community as nodes of its tree, the largest first: `k-1/1` and in it `k-1/1/1`. Parts have no lasting
 * ids; they are numbered by size at the time of asking. Sizes of each level add up to the members who know another
 * member.
 */
export function partsOf(community: string, parts: readonly Part[]): TreeNode[] {
  const uppers = groupBy(parts, ({ upper }) => upper);
  const sizeOf = (group: readonly Part[]) => group.reduce((sum, { size }) => sum + size, 0);
  const ordered = [...uppers.values()].sort((a, b) => sizeOf(b) - sizeOf(a));
  return ordered.flatMap((group, at) => {
    const id = `${community}/${at + 1}`;
    const plain = { name: null, nameZh: null };
    const inner = [...group].sort((a, b) => b.size - a.size);
    return [
      { level: -1, id, parent: community, ...plain, size: sizeOf(group), leaders: inner[0]!.leaders },
      ...inner.map(({ size, leaders }, n) => ({
        level: -2,
        id: `${id}/${n + 1}`,
        parent: id,
        ...plain,
        size,
        leaders,
      })),
    ];
  });
}
