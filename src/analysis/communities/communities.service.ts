import { AppError } from '../../kernel/error.js';
import { shortId } from '../../kernel/random.js';
import type { Services } from '../../security/index.js';
import type { RunContext } from '../run/run-context.js';
import type { Figures } from '../run/steps.service.js';
import { type CommunityEvent, communityEvents } from './community-events.js';
import { innerTies } from './community-figures.js';
import { matchCommunities } from './match-communities.js';
import type { KnownCommunity } from './names.service.js';

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

/**
 * Gives the communities of this run their lasting ids and moves only the customers whose community changed. Without a
 * graph in memory nobody has one.
 */
export async function saveCommunities(
  services: Services,
  context: RunContext,
  name: string | null,
  figures: Figures,
): Promise<SavedCommunities> {
  const { graph, runId, options } = context;
  const known = await graph.read('analysis/steps/communities/communities-known', {});
  const overlaps = name === null ? [] : await graph.read('analysis/steps/groups/overlap', { graph: name });
  const newId = () => `k-${shortId(services.random)}`;
  const ids = matchCommunities(overlaps, { minOverlap: options.minOverlap, newId });
  const rows = rowsOf(overlaps, ids, figures).map((row, at) => ({ ...row, number: context.communityNumber + at }));
  const { born } = await graph.writeBatches('analysis/steps/communities/communities-save', rows, {
    run: runId,
    number: context.number,
  });
  const moved = name === null ? 0 : await move(context, name, Object.fromEntries(ids));
  const { closed } = await graph.write('analysis/steps/communities/communities-close', { run: runId });
  await graph.write('analysis/steps/communities/community-cities', { run: runId });
  const knownSizes = new Map(known.map(({ id, size }) => [id, size]));
  const events = communityEvents(overlaps, ids, { known: knownSizes, share: options.eventShare });
  await saveEvents(context, events, known);
  const count = (kind: CommunityEvent['kind']) => events.filter((event) => event.kind === kind).length;
  const changes = {
    communities: ids.size,
    born,
    closed,
    moved,
    merged: count('MERGED'),
    split: count('SPLIT'),
  };
  return { changes, known, sizes: new Map(rows.map(({ id, size }) => [id, size])) };
}

/**
 * Several writers first; where two of them wanted the same community and one had to give way, one alone does what is
 * left.
 */
async function move({ graph }: RunContext, name: string, homes: Readonly<Record<string, string>>): Promise<number> {
  const first = await graph.write('analysis/steps/communities/membership', { graph: name, homes, writers: 2 });
  if (first.failed === 0) return first.changed;
  const { changed, failed, problem } = await graph.write('analysis/steps/communities/membership', {
    graph: name,
    homes,
  });
  if (failed === 0) return first.changed + changed;
  throw new AppError(
    'UNAVAILABLE',
    `${failed} customers could not be moved to their community: ${problem}`,
    'look into the log of the database, then `guanxi analyze` again',
  );
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
  return graph.writeBatches('analysis/steps/communities/community-events-save', rows, { run: runId });
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
