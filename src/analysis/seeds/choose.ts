import { seededRandom } from '../../kernel/random.js';
import { breather } from '../run/breathe.js';
import { topDegree } from './baselines.js';
import { exchange } from './exchange.js';
import { type GreedyQuestion, lazyGreedy, type Pick } from './lazy-greedy.js';
import { type LiveGroups, liveGroups } from './live-groups.js';
import { drawLiveTies } from './live-ties.js';
import type { SeedNetwork } from './seed-network.js';
import type { SeedQuestion } from './seed-question.js';
import { shortlist } from './shortlist.js';

/** Seeds of one answer. */
export const MOST_SEEDS = 1_000;
/** Candidates that are looked at closely. */
const MOST_CANDIDATES = 2_000;
/** Worlds by which the others are left out. */
const SCREENING = 40;
/**
 * Rounds in which seeds may be exchanged, and the most seeds for which they are: each costs a look at all candidates.
 */
const ROUNDS = 5;
const MOST_EXCHANGED = 100;
/** People and ties drawn over all kept worlds together: some seconds. */
const MOST_DRAWN = 250_000_000;
/** With few worlds the choice follows luck: on the made world 200 chose a first seed of a tenth less reach. */
const WORLDS = { fewest: 100, most: 2_000 };

/** What a choice began from: greedy by gain, greedy by gain for its cost, or those who know most. */
export type Start = GreedyQuestion['by'] | 'DEGREE';

export interface Choice {
  readonly picks: readonly Pick[];
  readonly by: Start;
  /** Candidates looked at closely, and the worlds they were compared in. */
  readonly shortlisted: number;
  readonly snapshots: number;
}

/**
 * The best of several starts, each mended by exchanges, in the same kept worlds: CELF by gain; CELF by gain for its
 * cost where costs differ (Leskovec et al. 2007); those who know most where there is no floor, so that it is never
 * worse than them by greedy's short sight.
 */
export async function choose(all: SeedNetwork, question: SeedQuestion): Promise<Choice> {
  const breathe = breather();
  const random = seededRandom(question.seed);
  const network = await screened(all, random, breathe);
  const { candidates, costs, floors, graph, degrees } = network;
  const groups = liveGroups(graph.people, candidates);
  const snapshots = question.snapshots ?? worldsFor(graph.people + graph.chances.length);
  for (let at = 0; at < snapshots; at++, await breathe()) groups.keep(drawLiveTies(graph, random));
  const spend = { people: graph.people, candidates, costs, floors, budget: question.budget };
  const attempt = async (by: Start, only = candidates) => ({
    by,
    picks: await attempted(groups, { ...spend, by: by === 'DEGREE' ? 'GAIN' : by }, only, breathe),
  });
  let best = await attempt('GAIN');
  const better = (other: typeof best) => (totalOf(other.picks) > totalOf(best.picks) + 1e-6 ? other : best);
  if (new Set(candidates.map((person) => costs[person])).size > 1) best = better(await attempt('RATIO'));
  if (floors.length === 0) best = better(await attempt('DEGREE', topDegree(spend, degrees)));
  return { ...best, shortlisted: candidates.length, snapshots };
}

function worldsFor(drawn: number): number {
  return Math.max(WORLDS.fewest, Math.min(WORLDS.most, Math.floor(MOST_DRAWN / Math.max(1, drawn))));
}

async function screened(network: SeedNetwork, random: ReturnType<typeof seededRandom>, breathe: () => Promise<void>) {
  if (network.candidates.length <= MOST_CANDIDATES) return network;
  const reach = new Float64Array(network.graph.people);
  for (let at = 0; at < SCREENING; at++, await breathe()) {
    const { groupOf, sizes } = drawLiveTies(network.graph, random);
    for (const person of network.candidates) reach[person]! += sizes[groupOf(person)]!;
  }
  return shortlist(network, reach, MOST_CANDIDATES);
}

/** Greedy among `only`, then exchanges among all candidates. */
async function attempted(
  groups: LiveGroups,
  question: GreedyQuestion,
  only: readonly number[],
  breathe: () => Promise<void>,
): Promise<Pick[]> {
  groups.clear();
  const picks: Pick[] = [];
  for (const pick of lazyGreedy(groups, { ...question, candidates: only })) {
    if (picks.push(pick) === MOST_SEEDS) break;
    await breathe();
  }
  const mended = exchange(groups, question, picks, picks.length <= MOST_EXCHANGED ? ROUNDS : 0);
  for (let step = mended.next(); ; step = mended.next()) {
    if (step.done) return step.value;
    await breathe();
  }
}

function totalOf(picks: readonly Pick[]): number {
  return picks.reduce((sum, { gain }) => sum + gain, 0);
}
