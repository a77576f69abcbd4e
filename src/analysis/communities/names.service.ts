import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { wordFor } from '../../kernel/vocabulary.js';
import type { Services } from '../../security/index.js';
import type { RunContext } from '../run/run-context.js';
import { type KnownName, LEAST_LIFT, nameCommunities, type Topic } from './community-names.js';

export interface KnownCommunity extends Omit<KnownName, 'name' | 'nameZh'> {
  readonly size: number;
  readonly name: string | null;
  readonly nameZh: string | null;
}

/**
 * Names every community of the run by what its members have in common; `sizes` orders them. Returns how many have a
 * name.
 */
export async function saveNames(
  { graph, runId }: RunContext,
  known: readonly KnownCommunity[],
  sizes: ReadonlyMap<string, number>,
): Promise<number> {
  const topics = new Map<string, Topic[]>([...sizes.keys()].map((id) => [id, []]));
  const asked = { run: runId, apart: LEAST_LIFT };
  for (const row of await graph.read('analysis/steps/communities/community-topics', asked))
    topics.get(row.id)?.push(...row.topics.map((topic) => inBoth({ ...topic, kind: row.kind as Topic['kind'] })));
  const largestFirst = [...sizes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const names = nameCommunities(
    largestFirst.map(([id, size]) => ({ id, size, topics: topics.get(id)! })),
    new Map(known.flatMap((k) => (k.name === null ? [] : [[k.id, named(k, k.name)]]))),
  );
  const rows = names.map(({ id, name, nameZh, basis }) => ({
    ...{ id, name, nameZh, basis: [...basis] },
    kinds: topics.get(id)!.map(({ kind }) => kind),
    topics: topics.get(id)!.map((topic) => topic.name),
    topicsZh: topics.get(id)!.map((topic) => topic.nameZh),
    shares: topics.get(id)!.map(({ share }) => share),
    lifts: topics.get(id)!.map(({ lift }) => lift),
  }));
  return (await graph.writeBatches('analysis/steps/communities/communities-name', rows, {})).named;
}

/** Customers have their city in one language; a community is called by it in both. */
function inBoth(topic: Topic): Topic {
  if (topic.kind !== 'city') return topic;
  return { ...topic, name: wordFor('city', topic.name, 'en'), nameZh: wordFor('city', topic.name, 'zh') };
}

function named(known: KnownCommunity, name: string): KnownName {
  return { ...known, name, nameZh: known.nameZh ?? name };
}

const word = z.string().trim().min(1).max(60);
/** What `nameCommunity` takes. */
export const nameInput = z.strictObject({ id: z.string().min(1).max(100), name: word, nameZh: word.nullish() });

/** Calls a community by a name that runs leave alone. Throws NOT_FOUND when there is no such community (any more). */
export async function nameCommunity({ graph, viewer, clock }: Services, input: z.output<typeof nameInput>) {
  const { id, name, nameZh } = input;
  const given = { id, name, nameZh: nameZh ?? name, by: viewer.id, now: clock.now() };
  return graph.write('analysis/steps/communities/community-name-given', given).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.kind !== 'NOT_FOUND') throw error;
    throw new AppError(
      'NOT_FOUND',
      `no community ${id}`,
      'topCommunities lists them; communityChanges tells what became of it',
    );
  });
}
