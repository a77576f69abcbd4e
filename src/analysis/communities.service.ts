import type { Services } from '../kernel/services.js';
import { innerTies } from './community-figures.js';
import { matchCommunities } from './match-communities.js';
import type { Figures, RunContext } from './steps.service.js';

export interface CommunityChanges {
  readonly communities: number;
  readonly born: number;
  readonly closed: number;
  readonly moved: number;
}

/** Gives the communities of this run their lasting ids and moves only the customers whose community changed. */
export async function saveCommunities(
  services: Services,
  context: RunContext,
  figures: Figures,
): Promise<CommunityChanges> {
  const { graph, runId, options } = context;
  const overlaps = await graph.read('analysis/overlap', {});
  const newId = () => `k-${services.random.id().replaceAll('-', '').slice(0, 10)}`;
  const ids = matchCommunities(overlaps, { minOverlap: options.minOverlap, newId });
  const rows = rowsOf(overlaps, ids, figures);
  const { born } = await graph.writeBatches('analysis/communities-save', rows, { run: runId });
  const { changed } = await graph.write('analysis/membership', { run: runId });
  const { closed } = await graph.write('analysis/communities-close', { run: runId });
  await graph.write('analysis/community-cities', { run: runId });
  return { communities: ids.size, born, closed, moved: changed };
}

type OverlapRow = { raw: number; members: number; degrees: number };

function rowsOf(overlaps: readonly OverlapRow[], ids: ReadonlyMap<number, string>, { inner, ties }: Figures) {
  const sums = new Map<number, { size: number; degrees: number }>();
  for (const { raw, members, degrees } of overlaps) {
    const before = sums.get(raw) ?? { size: 0, degrees: 0 };
    sums.set(raw, { size: before.size + members, degrees: before.degrees + degrees });
  }
  return [...ids].map(([raw, id]) => {
    const counts = { ...sums.get(raw)!, modularity: inner.get(raw) ?? 0 };
    return { id, raw, size: counts.size, ...innerTies(counts, ties) };
  });
}
