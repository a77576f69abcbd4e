import { lockedDecisions } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import type { Services } from '../../security/index.js';
import { type Definition, definitionOf } from './definition.js';
import { type Place, placeAt } from './move.js';
import { notSince, type Occurrence, runIdOf } from './occurrence.js';
import { occurrencesOf, zoneOf } from './sources.service.js';

/** Occurrences that begin in one transaction. */
const AT_ONCE = 1000;

type Journey = RowOf<'campaigns/steps/journeys/journeys-running'>;

/**
 * Begins running journeys for all to whom happened what begins them, each occurrence once; those who may not be
 * contacted for the journey's purpose are left out, and no trace of them is kept. Returns how many began.
 */
export async function beginJourneys(services: Services): Promise<number> {
  const { graph, clock } = services;
  const journeys = await graph.read('campaigns/steps/journeys/journeys-running', {});
  if (journeys.length === 0) return 0;
  const now = clock.now();
  let began = 0;
  for (const journey of journeys) began += await beginOne(services, journey, now);
  await graph.write('campaigns/steps/journeys/journey-seen', { ids: journeys.map(({ id }) => id), until: now });
  return began;
}

async function beginOne(services: Services, journey: Journey, now: Date): Promise<number> {
  const definition = definitionOf.parse(JSON.parse(journey.definition));
  const { activeFrom, seenUntil } = journey;
  let began = 0;
  for await (const found of occurrencesOf(services, definition.trigger, { activeFrom, seenUntil, now }))
    for (const round of roundsOf(await unknownOf(services, journey.id, found)))
      began += await begin(services, journey, definition, round);
  return began;
}

async function unknownOf({ graph }: Services, journeyId: string, found: readonly Occurrence[]): Promise<Occurrence[]> {
  if (found.length === 0) return [];
  const ids = found.map((one) => runIdOf(journeyId, one));
  const known = new Set((await graph.read('campaigns/steps/journeys/runs/runs-known', { ids })).map(({ id }) => id));
  return found.filter((_, at) => !known.has(ids[at]!));
}

/**
 * In batches of at most one occurrence of each customer, the earlier first, so that the rule of re-entry sees the one
 * before.
 */
function roundsOf(found: readonly Occurrence[]): Occurrence[][] {
  const rounds: Occurrence[][] = [];
  const seen = new Map<string, number>();
  for (const one of [...found].sort((a, b) => +a.at - +b.at)) {
    const nth = seen.get(one.customerId) ?? 0;
    seen.set(one.customerId, nth + 1);
    rounds[nth] ??= [];
    rounds[nth].push(one);
  }
  return rounds.flatMap((round) =>
    Array.from({ length: Math.ceil(round.length / AT_ONCE) }, (_, at) => round.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
  );
}

function begin(services: Services, journey: Journey, definition: Definition, found: readonly Occurrence[]) {
  const { graph, clock } = services;
  return graph.transaction(async (tx) => {
    const now = clock.now();
    const moment = { purpose: definition.purpose, channel: 'ANY', now } as const;
    const decided = await lockedDecisions(
      tx,
      moment,
      found.map(({ customerId }) => customerId),
    );
    const allowed = new Set(decided.filter((one) => one.allowed).map(({ customerId }) => customerId));
    const rows = found
      .filter(({ customerId }) => allowed.has(customerId))
      .map((one) => {
        const { customerId, at } = one;
        return { id: runIdOf(journey.id, one), customerId, at, notSince: notSince(definition.reentry, at) };
      });
    if (rows.length === 0) return 0;
    const { began } = await tx.write('campaigns/steps/journeys/runs/runs-begin', {
      ...{ rows, journeyId: journey.id, versionId: `${journey.id}@${journey.version}`, now },
      ...{ once: definition.reentry === 'once', always: definition.reentry === 'always' },
      ...firstPlace(definition, { now, timeZone: zoneOf(services) }),
    });
    return began;
  });
}

function firstPlace(definition: Definition, moment: Parameters<typeof placeAt>[2]) {
  const { step, dueAt, ...waits } = placeAt(definition, definition.steps[0]!.id, moment) as Required<Place>;
  return { step: step!, dueAt: dueAt!, ...waits };
}
