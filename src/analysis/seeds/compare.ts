import { seededRandom } from '../../kernel/random.js';
import { breather } from '../run/breathe.js';
import { byLot, topDegree } from './baselines.js';
import { cascade, type Estimate, estimateOf } from './cascade.js';
import { MOST_SEEDS } from './choose.js';
import type { Pick } from './lazy-greedy.js';
import type { SeedNetwork } from './seed-network.js';
import type { SeedQuestion } from './seed-question.js';

/** Estimates end early after so many people heard, and say so; never before 100 worlds. */
const MOST_HEARD = 30_000_000;
const FEWEST_RUNS = 100;
/** Sets the worlds of the estimate apart from those the seeds were chosen in. */
const APART = 0x5eed5;

/** Another way to spend the same budget. */
export interface Alternative {
  readonly seeds: number;
  readonly reach: Estimate;
  /** How many people more the chosen seeds reach, in the same worlds. */
  readonly advantage: Estimate;
}

export interface Comparison {
  readonly reach: Estimate;
  readonly topDegree: Alternative;
  readonly random: Alternative;
}

/**
 * How far word gets from the picks, from those who know most and from people drawn at random, in worlds the choice did
 * not see.
 */
export async function compare(
  network: SeedNetwork,
  picks: readonly Pick[],
  question: SeedQuestion,
): Promise<Comparison> {
  const { candidates, costs, degrees, graph } = network;
  const purse = { candidates, costs, budget: question.budget };
  const chosen = picks.map(({ person }) => person);
  const known = topDegree(purse, degrees).slice(0, MOST_SEEDS);
  const lot = byLot(purse, seededRandom(question.seed + APART));
  const reachedFrom = cascade(graph, question.seed + APART);
  const [ours, theirs, drawn]: [number[], number[], number[]] = [[], [], []];
  let seedsDrawn = 0;
  const breathe = breather();
  for (let world = 0, heard = 0; world < question.runs && (world < FEWEST_RUNS || heard < MOST_HEARD); world++) {
    const people = lot().slice(0, MOST_SEEDS);
    seedsDrawn = people.length;
    ours.push(reachedFrom(world, chosen));
    theirs.push(reachedFrom(world, known));
    drawn.push(reachedFrom(world, people));
    heard += ours[world]! + theirs[world]! + drawn[world]!;
    await breathe();
  }
  const against = (seeds: number, others: readonly number[]): Alternative => ({
    seeds,
    reach: estimateOf(others),
    advantage: estimateOf(ours.map((reached, world) => reached - others[world]!)),
  });
  return { reach: estimateOf(ours), topDegree: against(known.length, theirs), random: against(seedsDrawn, drawn) };
}
