import { shortId } from '../kernel/random.js';
import type { Services } from '../kernel/services.js';
import { type CommunityEvent, communityEvents } from './communities/community-events.js';
import type { KnownCommunity } from './communities/names.service.js';
import { innerTies } from './community-figures.js';
import { matchCommunities } from './match-communities.js';
import type { Figures, RunContext } from './steps.service.js';

export interface CommunityChanges {
  readonly communities: number;
  readonly born: number;
  readonly closed: number;
  readonly moved: number;
  readonly merged: number;
  readonly split: number;
}

export interface SavedCommunities {
  readonly changes: CommunityChanges;
  /** The communities of the run before. */
  readonly known: readonly KnownCommunity[];
  /** Members of each community of this run, by id. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Gives the communities of this run their lasting ids and moves only the customers whose community changed. */
export async function saveCommunities(
  services: Services,
  context: RunContext,
  figures: Figures,
): Promise<SavedCommunities> {
  const { graph, runId, options } = context;
  const known = await graph.read('analysis/communities-known', {});
  const overlaps = await graph.read('analysis/overlap', {});
  const newId = () => `k-${shortId(services.random)}`;
  const ids = matchCommunities(overlaps, { minOverlap: options.minOverlap, newId });
  const rows = rowsOf(overlaps, ids, figures).map((row, at) => ({ ...row, number: context.communityNumber + at }));
  const { born } = await graph.writeBatches('analysis/communities-save', rows, {
    run: runId,
    number: context.number,
  });
  const homes = Object.fromEntries([...ids].map(([raw, id]) => [String(raw), id]));
  const { changed } = await graph.write('analysis/membership', { homes });
  const { closed } = await graph.write('analysis/communities-close', { run: runId });
  await graph.write('analysis/community-cities', { run: runId });
  const knownSizes = new Map(known.map(({ id, size }) => [id, size]));
  const events = communityEvents(overlaps, ids, { known: knownSizes, share: options.eventShare });
  await saveEvents(context, events, known);
  const count = (kind: CommunityEvent['kind']) => events.filter((event) => event.kind === kind).length;
  const changes = {
    communities: ids.size,
    born,
    closed,
    moved: changed,
    merged: count('MERGED'),
    split: count('SPLIT'),
  };
  return { changes, known, sizes: new Map(rows.map(({ id, size }) => [id, size])) };
}

function saveEvents(
  { graph, runId }: RunContext,
  events: readonly CommunityEvent[],
  known: readonly KnownCommunity[],
): Promise<unknown> {
  const names = new Map(known.map(({ id, name }) => [id, name ?? id]));
  const rows = events.map(({ kind, from, into, members }, at) => {
    const fromNames = from.map((id) => names.get(id) ?? id);
    return { id: `${runId}|${at}`, kind, from: [...from], into: [...into], fromNames, members };
  });
  return graph.writeBatches('analysis/community-events-save', rows, { run: runId });
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
