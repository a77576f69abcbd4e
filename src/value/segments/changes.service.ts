import type { Graph } from '../../graph/graph.js';
import { MINUTE_MS } from '../../kernel/clock.js';
import { communitiesMoved } from './communities.js';
import type { Passing, Watch } from './watch.js';

/** What changed since the last refresh of all segments. */
export interface Changes {
  /** Too much, or something that many customers are seen through: everybody is looked at. */
  readonly everybody: boolean;
  /** When each score run last ended, in ms. */
  readonly runs: ReadonlyMap<string, number>;
  /** Customers that changed, and whoever is within so many steps of them. */
  within(reach: number): Promise<ReadonlySet<string>>;
  /** How many are worth looking at one by one. */
  readonly most: number;
}

/** Above this share of the customers, looking at everybody is quicker. */
const SHARE = 0.25;
const AT_LEAST = 1000;
/** Customers whose surroundings are read, or who are looked at, in one statement. */
export const CHUNK = 2000;

/**
 * Takes what changed into this refresh; what changes from now on waits for the next. Safe to repeat after one that
 * died.
 */
export async function takeChanges(graph: Graph): Promise<Changes> {
  await graph.write('value/steps/changes/changes-take', {});
  const [state] = await graph.read('value/steps/changes/changes-count', {});
  const { changed, shared, customers, runs } = state!;
  const most = Math.max(AT_LEAST, SHARE * customers);
  const known = new Map<number, Promise<ReadonlySet<string>>>();
  const marked = async () => idsOf(await graph.read('value/steps/changes/changed', {}));
  const read = async (reach: number) => {
    const from: ReadonlySet<string> = reach === 0 ? await marked() : await within(0);
    return around(graph, from, reach, most);
  };
  function within(reach: number) {
    if (!known.has(reach)) known.set(reach, read(reach));
    return known.get(reach)!;
  }
  return {
    ...{ most, within, everybody: shared > 0 || changed > most },
    runs: new Map(runs.map(({ id, finishedAt }) => [String(id), (finishedAt as Date).getTime()])),
  };
}

/**
 * Whether a score run that a rule rests on ended since, or may have: a run notes its end a moment after the time it
 * notes.
 */
export function ranSince({ runs }: Changes, watched: readonly string[], since: Date): boolean {
  return watched.some((run) => (runs.get(run) ?? Number.NEGATIVE_INFINITY) >= since.getTime() - MINUTE_MS);
}

/**
 * Customers whose answer to a rule may have changed: those that changed and whoever is asked about them, those of whom
 * time alone changed the answer, and the members of communities that came to fit or no longer do. Null where that is
 * too many to be worth it.
 */
export async function toLookAt(
  graph: Graph,
  changes: Changes,
  { reach, passing }: Watch,
  communities: { readonly before: readonly string[]; readonly after: readonly string[] },
): Promise<string[] | null> {
  const found = new Set(await changes.within(reach));
  const add = (ids: Iterable<string>) => {
    for (const id of ids) found.add(id);
    return found.size <= changes.most;
  };
  for (const one of passing) {
    const passed = idsOf(await graph.read(STATEMENTS[one.statement], one.params as never));
    if (!add(await around(graph, passed, one.reach, changes.most))) return null;
  }
  const moved = communitiesMoved(communities.before, communities.after);
  if (moved.length > 0) add(idsOf(await graph.read('value/steps/changes/community-members', { communityIds: moved })));
  return found.size <= changes.most ? [...found] : null;
}

const STATEMENTS = {
  orders: 'value/steps/changes/orders-between',
  events: 'value/steps/changes/events-between',
  said: 'value/steps/changes/said-between',
  times: 'value/steps/changes/times-between',
  'score-times': 'value/steps/changes/score-times-between',
  consents: 'value/steps/changes/consents-between',
} as const satisfies Readonly<Record<Passing['statement'], string>>;

const AROUND = [
  'value/steps/changes/around-1',
  'value/steps/changes/around-2',
  'value/steps/changes/around-3',
] as const;

/** The customers and whoever is within so many steps of them, 0..3; no further once there are more than `most`. */
async function around(graph: Graph, ids: ReadonlySet<string>, reach: number, most: number) {
  if (reach === 0) return ids;
  const found = new Set(ids);
  const from = [...ids];
  for (let at = 0; at < from.length && found.size <= most; at += CHUNK) {
    const customerIds = from.slice(at, at + CHUNK);
    for (const { customerId } of await graph.read(AROUND[reach - 1]!, { given: { customerIds } }))
      found.add(customerId);
  }
  return found;
}

function idsOf(rows: readonly { readonly customerId: string }[]): Set<string> {
  return new Set(rows.map(({ customerId }) => customerId));
}
