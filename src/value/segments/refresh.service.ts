import type { Graph } from '../../graph/graph.js';
import { withLease } from '../../graph/lease.js';
import type { Services } from '../../security/index.js';
import { CHUNK, type Changes, ranSince, takeChanges, toLookAt } from './changes.service.js';
import { communitiesKept, located } from './communities.js';
import { compiled, type Located, profiles } from './compile.js';
import { type SegmentRule, segmentRule, segmentRules } from './stored.service.js';
import { watchOf } from './watch.js';

export interface Refreshed {
  readonly segment: string;
  readonly entered: number;
  readonly left: number;
  /** Customers who were looked at; null for everybody. */
  readonly looked: number | null;
}

/** A refresh of everybody may take long at millions of customers. */
const LONGEST_MS = 600_000;

/**
 * Brings the members of a segment in line with its rule as of now by a look at everybody, writing differences only.
 * Throws BUSY while another does.
 */
export async function refreshSegment(services: Services, id: string): Promise<Refreshed> {
  return leased(services, id, async () => refreshed(services, await segmentRule(services, id), null));
}

/**
 * Brings every segment that is not archived in line with its rule. Looks at those customers alone who changed since the
 * last time, those who are asked about them, and those of whom time changed the answer; at everybody for a new rule, or
 * after a score run that the rule rests on. Safe to repeat: what a refresh that died had taken is looked at again.
 * Throws BUSY while another does.
 */
export async function refreshSegments(services: Services): Promise<Refreshed[]> {
  const { graph } = services;
  return withLease(graph, { id: 'segments', seconds: 120, waitMs: 5_000 }, async () => {
    const changes = await takeChanges(graph.withTimeout(LONGEST_MS));
    const done: Refreshed[] = [];
    // listed after the changes were taken: a segment made since was filled after they were written
    for (const { id, archivedAt } of await segmentRules(services))
      if (!archivedAt)
        done.push(
          await leased(services, id, async () => refreshed(services, await segmentRule(services, id), changes)),
        );
    await graph.write('value/steps/changes/changes-done', {});
    return done;
  });
}

/** Runs `work` while no other changes the members of the segment. Throws BUSY. */
export function leased<T>({ graph }: Services, id: string, work: () => Promise<T>): Promise<T> {
  return withLease(graph, { id: `segment:${id}`, seconds: 60, waitMs: 5_000 }, work);
}

async function refreshed(services: Services, segment: SegmentRule, changes: Changes | null): Promise<Refreshed> {
  const { id, rule, version, archivedAt } = segment;
  if (archivedAt) return { segment: id, entered: 0, left: 0, looked: 0 };
  const at = services.clock.now();
  const graph = services.graph.withTimeout(LONGEST_MS);
  const found = await located(graph, rule, at);
  const communities = communitiesKept(found);
  const ids = changes && (await changedFor(graph, segment, changes, { at, communities }));
  const moved = await (ids ? some(graph, segment, found, { at, ids }) : everybody(graph, segment, found, at));
  await graph.write('value/steps/segments/segment-refreshed', {
    ...{ segmentId: id, at, version, profiles: profiles(rule), communities },
  });
  return { segment: id, ...moved, looked: ids?.length ?? null };
}

/** Whom to look at; null for everybody. */
async function changedFor(
  graph: Graph,
  segment: SegmentRule,
  changes: Changes,
  { at, communities }: { readonly at: Date; readonly communities: readonly string[] },
): Promise<string[] | null> {
  const { rule, version, refreshedAt, refreshedVersion } = segment;
  if (changes.everybody || refreshedAt === null || refreshedVersion !== version) return null;
  const watch = watchOf(rule, refreshedAt, at);
  if (ranSince(changes, watch.runs, refreshedAt)) return null;
  return toLookAt(graph, changes, watch, { before: segment.communities, after: communities });
}

/**
 * The rule looks at parts of many customers side by side, and again at those it finds, as each is put in. A few are
 * looked at one page after another: a rule is planned once instead of three times.
 */
async function everybody(graph: Graph, segment: SegmentRule, found: Located, at: Date) {
  const [state] = await graph.read('value/steps/changes/changes-count', {});
  const { customers } = state!;
  if (customers < MANY) {
    const all = await graph.read('intake/steps/customer-ids', { limit: MANY });
    return some(graph, segment, found, { at, ids: all.map(({ id }) => id) });
  }
  const { id: segmentId, version } = segment;
  const condition = compiled(found, at);
  const [gone] = await graph.where('value/steps/segments/segment-leave', condition, { segmentId, version, at });
  const parts = await Promise.all(
    (await partsOf(graph, customers)).map((part) =>
      graph.where('value/steps/segments/segment-come', condition, { segmentId, ...part }),
    ),
  );
  const come = await some(graph, segment, found, { at, ids: parts.flat().map(({ customerId }) => customerId) });
  return { entered: come.entered, left: gone!.left + come.left };
}

/** Below so many customers, a look at them one after another is quick enough; from there on three go side by side. */
const MANY = 20_000;
const LAST_ID = '\uffff';

/** Ranges of ids that hold as many customers each. */
async function partsOf(graph: Graph, customers: number): Promise<{ from: string; to: string }[]> {
  const places = [1, 2].map((part) => Math.floor((customers * part) / 3));
  const cuts = await Promise.all(places.map((place) => graph.read('value/steps/segments/customer-at', { place })));
  const ids = cuts.flatMap(([row]) => row?.customerId ?? []);
  return [...ids, LAST_ID].map((to, at) => ({ from: ids[at - 1] ?? '', to }));
}

async function some(
  graph: Graph,
  { id: segmentId, version }: SegmentRule,
  found: Located,
  { at, ids }: { readonly at: Date; readonly ids: readonly string[] },
) {
  const condition = compiled(found, at);
  let [entered, left] = [0, 0];
  for (let from = 0; from < ids.length; from += CHUNK) {
    const asked = { segmentId, version, given: { customerIds: ids.slice(from, from + CHUNK) }, at };
    const [moved] = await graph.where('value/steps/segments/segment-move', condition, asked);
    entered += moved!.entered;
    left += moved!.left;
  }
  return { entered, left };
}
