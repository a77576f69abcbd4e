import type { CommunityChangesQuery } from '../operations.gen.js';

export type Change = CommunityChangesQuery['communityChanges'][number];

/** Changes of one kind, the largest first, and how many are left out. */
export interface Grouped {
  readonly kind: string;
  readonly shown: readonly Change[];
  readonly more: number;
}

/** What was rarer tells more: merges and splits come before births and ends. */
const ORDER = ['MERGED', 'SPLIT', 'BORN', 'GONE'];

/** How many of a kind are listed. */
export const SHOWN_OF_KIND = 6;

/** Changes by kind; a first run makes every community anew, so that long lists are cut. */
export function grouped(changes: readonly Change[]): Grouped[] {
  return ORDER.map((kind) => {
    const own = changes.filter((change) => change.kind === kind).sort((a, b) => b.members - a.members);
    return { kind, shown: own.slice(0, SHOWN_OF_KIND), more: Math.max(0, own.length - SHOWN_OF_KIND) };
  }).filter(({ shown }) => shown.length > 0);
}
