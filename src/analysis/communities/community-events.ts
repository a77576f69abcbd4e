import { groupBy } from '../../kernel/group-by.js';
import type { Overlap } from './match-communities.js';

/** What happened to communities between two runs. `from` are ids of the run before, `into` of this one. */
export interface CommunityEvent {
  readonly kind: 'BORN' | 'GONE' | 'MERGED' | 'SPLIT';
  readonly from: readonly string[];
  readonly into: readonly string[];
  /** Members of the community that the event is about: of this run, or of the run before for GONE and SPLIT. */
  readonly members: number;
}

interface Flow {
  readonly old: string;
  readonly into: string;
  readonly members: number;
}

/**
 * Births, ends, mergers and splits (Greene, Doyle, Cunningham 2010; Palla, Barabási, Vicsek 2007). A part of an old
 * community counts as having gone somewhere when it is at least `share` of its members (0..0.5]. `known` are all ids of
 * the run before.
 */
export function communityEvents(
  overlaps: readonly Overlap[],
  ids: ReadonlyMap<number, string>,
  { known, share }: { readonly known: ReadonlyMap<string, number>; readonly share: number },
): CommunityEvent[] {
  const oldSizes = sizesBy(overlaps, ({ old }) => old ?? undefined);
  const newSizes = sizesBy(overlaps, ({ raw }) => ids.get(raw));
  const flows = overlaps.flatMap(({ raw, old, members }): Flow[] => {
    const into = ids.get(raw);
    return old !== null && into !== undefined && members >= share * oldSizes.get(old)! ? [{ old, into, members }] : [];
  });
  const splits = several(flows, 'old').map(([old, into]): CommunityEvent => {
    return { kind: 'SPLIT', from: [old], into, members: oldSizes.get(old)! };
  });
  const mergers = several(flows, 'into').map(([into, from]): CommunityEvent => {
    return { kind: 'MERGED', from, into: [into], members: newSizes.get(into)! };
  });
  const told = [...mergers, ...splits];
  const explained = new Set(told.flatMap(({ from, into }) => [...from, ...into]));
  const born = [...newSizes].filter(([id]) => !known.has(id) && !explained.has(id));
  const gone = [...known].filter(([id]) => !newSizes.has(id) && !explained.has(id));
  return [
    ...told,
    ...born.sort(byId).map(([id, members]): CommunityEvent => ({ kind: 'BORN', from: [], into: [id], members })),
    ...gone.sort(byId).map(([id, members]): CommunityEvent => ({ kind: 'GONE', from: [id], into: [], members })),
  ];
}

/** Ends of flows that have two or more other ends, with those, the largest flow first. */
function several(flows: readonly Flow[], end: 'old' | 'into'): [string, string[]][] {
  const other = end === 'old' ? 'into' : 'old';
  return [...groupBy(flows, (flow) => flow[end])]
    .filter(([, group]) => group.length > 1)
    .sort(byId)
    .map(([id, group]) => [id, group.sort(largestFirst(other)).map((flow) => flow[other])]);
}

function largestFirst(end: 'old' | 'into') {
  return (a: Flow, b: Flow) => b.members - a.members || (a[end] < b[end] ? -1 : 1);
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function sizesBy(overlaps: readonly Overlap[], keyOf: (overlap: Overlap) => string | undefined): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const overlap of overlaps) {
    const key = keyOf(overlap);
    if (key !== undefined) sizes.set(key, (sizes.get(key) ?? 0) + overlap.members);
  }
  return sizes;
}
