import type { RowOf } from '../../graph/queries.gen.js';
import { sideBySide } from '../../kernel/side-by-side.js';
import type { Services } from '../../security/index.js';
import { decisionsFor } from './decisions.js';
import { type Definition, definitionOf } from './definition.js';
import { type Place, placeAt } from './move.js';
import { notSince, type Occurrence, runIdOf } from './occurrence.js';
import { occurrencesOf, zoneOf } from './sources.service.js';

/** Occurrences that begin in one transaction, over all journeys. */
const AT_ONCE = 1000;
/** Journeys whose triggers are looked at at the same time. */
const LOOKS_AT_ONCE = 2;

/** A running journey, with the definition of the version that begins now. */
interface Journey extends Omit<RowOf<'campaigns/steps/journeys/journeys-running'>, 'definition'> {
  readonly definition: Definition;
}

/** An occurrence, with the journey that it may begin. */
interface Found extends Occurrence {
  readonly journey: Journey;
  /** Of what begins by it. */
  readonly id: string;
}

/**
 * Begins running journeys for all to whom happened what begins them, each occurrence once; those who may not be
 * contacted for the journey's purpose are left out, and no trace of them is kept. Returns how many began.
 */
export async function beginJourneys(services: Services): Promise<number> {
  const { graph, clock } = services;
  const rows = await graph.read('campaigns/steps/journeys/journeys-running', {});
  if (rows.length === 0) return 0;
  const now = clock.now();
  let [began, found, turn]: [number, Found[], Promise<void>] = [0, [], Promise.resolve()];
  // one after the other: of two occurrences of a customer the later one must see the earlier
  const beginFound = () => {
    const batch = found;
    found = [];
    turn = turn.then(async () => {
      const begun = await beginAll(services, batch);
      began += begun;
    });
    return turn;
  };
  await sideBySide(rows, LOOKS_AT_ONCE, async (row) => {
    const journey = { ...row, definition: definitionOf.parse(JSON.parse(row.definition)) };
    for await (const page of occurrencesOf(services, journey.definition.trigger, { ...row, now })) {
      found.push(...page.map((one) => ({ ...one, journey, id: runIdOf(row.id, one) })));
      if (found.length >= AT_ONCE) await beginFound();
    }
  });
  await beginFound();
  await graph.write('campaigns/steps/journeys/journey-seen', { ids: rows.map(({ id }) => id), until: now });
  return began;
}

/** What began before is told again at each look, within how late it may be told: it is left out here. */
async function beginAll(services: Services, found: readonly Found[]): Promise<number> {
  if (found.length === 0) return 0;
  const asked = { ids: found.map(({ id }) => id) };
  const known = new Set(
    (await services.graph.read('campaigns/steps/journeys/runs/runs-known', asked)).map((r) => r.id),
  );
  let began = 0;
  for (const round of roundsOf(found.filter(({ id }) => !known.has(id)))) began += await begin(services, round);
  return began;
}

/**
 * In batches of at most one occurrence of each customer in a journey, the earlier first, so that the rule of re-entry
 * sees the one before.
 */
function roundsOf(found: readonly Found[]): Found[][] {
  const rounds: Found[][] = [];
  const seen = new Map<string, number>();
  for (const one of [...found].sort((a, b) => +a.at - +b.at)) {
    const key = `${one.journey.id}|${one.customerId}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    rounds[nth] ??= [];
    rounds[nth].push(one);
  }
  return rounds.flatMap((round) =>
    Array.from({ length: Math.ceil(round.length / AT_ONCE) }, (_, at) => round.slice(at * AT_ONCE, (at + 1) * AT_ONCE)),
  );
}

function begin(services: Services, found: readonly Found[]): Promise<number> {
  return services.graph.transaction(async (tx) => {
    const now = services.clock.now();
    const wanted = found.map(({ customerId, journey }) => ({ customerId, purpose: journey.definition.purpose }));
    const decisions = await decisionsFor(tx, wanted, now);
    const moment = { now, timeZone: zoneOf(services) };
    const rows = found.filter((_, at) => decisions.of(wanted[at]!)?.allowed).map((one) => runOf(one, moment));
    if (rows.length === 0) return 0;
    return (await tx.write('campaigns/steps/journeys/runs/runs-begin', { rows, now })).began;
  });
}

function runOf({ id, customerId, at, journey }: Found, moment: Parameters<typeof placeAt>[2]) {
  const { steps, reentry } = journey.definition;
  const { step, dueAt, ...waits } = placeAt({ steps }, steps[0]!.id, moment) as Required<Place>;
  return {
    ...{ id, customerId, at, journeyId: journey.id, versionId: `${journey.id}@${journey.version}` },
    ...{ notSince: notSince(reentry, at), once: reentry === 'once', always: reentry === 'always' },
    ...{ step: step!, dueAt: dueAt!, ...waits },
  };
}
