import { contactDecisions } from '../../consent/index.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { choose, MOST_SEEDS } from './choose.js';
import { compare } from './compare.js';
import type { Pick } from './lazy-greedy.js';
import { refuseUnpaidFloors, type SeedNetwork, seedNetwork } from './seed-network.js';
import { type SeedInput, type SeedQuestion, seedQuestion } from './seed-question.js';
import { type SeedSet, seedsOf, unmetOf } from './seed-report.js';

/** Larger networks are asked community by community. */
const MOST_PEOPLE = 200_000;
const MOST_TIES = 2_000_000;

/**
 * Whom to ask to pass word on, so that most people hear of it for the budget: CELF under the independent cascade over
 * closeness × response (definitions.md). Seeds consent to the purpose on the channel; word passes only through people
 * who consent to profiling. What is reached is estimated by simulations of its own, not those it was chosen by. The
 * same question and network always give the same answer. Throws INPUT, and TOO_MUCH above 200,000 people or 2,000,000
 * ties.
 */
export async function seedSet(services: Services, given: SeedInput): Promise<SeedSet> {
  const question = checked(seedQuestion, given, 'seedSet');
  const network = seedNetwork(await peopleOf(services, question), question);
  refuseUnpaidFloors(network, question.budget);
  const { picks, by, shortlisted, snapshots } = await choose(network, question);
  const { reach, ...alternatives } = await compare(network, picks, question);
  return {
    seeds: seedsOf(picks, network),
    reach,
    ...alternatives,
    spent: picks.reduce((sum, { cost }) => sum + cost, 0),
    budget: question.budget,
    by,
    people: network.rows.length,
    ties: network.graph.chances.length,
    candidates: network.candidates.length,
    shortlisted,
    snapshots,
    unmetFloors: unmetOf(network, picks),
    notes: notesOf(network, picks, question, reach.runs),
  };
}

async function peopleOf({ graph, clock }: Services, { within, purpose, channel, unknownCloseness }: SeedQuestion) {
  const [size] = await graph.read('analysis/steps/run/size', {});
  if (!within && (size!.profiled > MOST_PEOPLE || size!.ties > MOST_TIES)) throw tooMany(size!.profiled, size!.ties);
  const rows = await graph.read('analysis/steps/spread/seed-people', {
    communities: within ?? null,
    unknown: unknownCloseness,
    limit: MOST_PEOPLE + 1,
  });
  const ties = rows.reduce((sum, { others }) => sum + others.length, 0);
  if (rows.length > MOST_PEOPLE || ties > MOST_TIES) throw tooMany(rows.length, ties);
  const moment = { purpose, channel, now: clock.now() };
  const ids = rows.map(({ customerId }) => customerId);
  const decided = await contactDecisions(graph, moment, ids);
  const mayAsk = new Set(decided.filter(({ allowed }) => allowed).map(({ customerId }) => customerId));
  return rows.map((row) => ({ ...row, mayAsk: mayAsk.has(row.customerId) }));
}

function tooMany(people: number, ties: number): AppError {
  return new AppError(
    'TOO_MUCH',
    `seedSet: ${people} people with ${ties} ties, more than ${MOST_PEOPLE} or ${MOST_TIES}`,
    'ask within some communities: within: ["k-…"], from topCommunities',
    { people, ties },
  );
}

function notesOf({ candidates }: SeedNetwork, picks: readonly Pick[], question: SeedQuestion, runs: number): string[] {
  const { purpose, channel, budget } = question;
  return [
    ...(candidates.length === 0
      ? [`nobody who consents to profiling may be contacted for ${purpose} on ${channel}`]
      : []),
    ...(candidates.length > 0 && picks.length === 0 ? [`nobody costs ${budget} or less`] : []),
    ...(picks.length === MOST_SEEDS ? [`ended after ${MOST_SEEDS} seeds`] : []),
    ...(runs < question.runs ? [`estimated by ${runs} simulations, so that it ends in time`] : []),
  ];
}
