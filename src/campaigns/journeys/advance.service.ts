import type { GraphTransaction } from '../../graph/graph.js';
import { groupBy } from '../../kernel/group-by.js';
import type { Services } from '../../security/index.js';
import { fittingOf, inSegmentOf } from '../../value/index.js';
import { type Decisions, decisionsFor } from './decisions.js';
import { type Definition, definitionOf } from './definition.js';
import { writeEffects } from './effects.js';
import { moveOf } from './move.js';
import { zoneOf } from './sources.service.js';
import type { Due, Moved, Standing } from './standing.js';

/** People who go on in one transaction. */
const AT_ONCE = 200;

/**
 * Lets everybody go on whose step is due: a step's effect and where they are next are written together, so that a
 * server that dies did a step whole or not at all. Safe beside other servers. Returns how many steps were done.
 */
export async function advanceJourneys(services: Services): Promise<number> {
  const definitions = new Map<string, Definition>();
  for (let steps = 0; ; ) {
    const now = services.clock.now();
    const due = await services.graph.read('campaigns/steps/journeys/runs/runs-due', { now, limit: AT_ONCE });
    if (due.length === 0) return steps;
    await learn(services, definitions, due);
    const standing = due.map((one) => standingOf(one, definitions.get(one.versionId)!));
    const holding = await holdingOf(services, standing);
    const done = await services.graph.transaction((tx) => advance(services, tx, { standing, holding, now }));
    steps += done.steps;
    if (due.length < AT_ONCE && !done.more) return steps;
  }
}

async function learn({ graph }: Services, known: Map<string, Definition>, due: readonly Due[]): Promise<void> {
  const ids = [...new Set(due.map(({ versionId }) => versionId))].filter((id) => !known.has(id));
  if (ids.length === 0) return;
  const rows = await graph.read('campaigns/steps/journeys/journey-versions', { ids });
  for (const { id, definition } of rows) known.set(id, definitionOf.parse(JSON.parse(definition)));
}

function standingOf(due: Due, definition: Definition): Standing {
  return { ...due, definition, at: definition.steps.find(({ id }) => id === due.step)! };
}

/** For whom what they wait for has happened, or the condition of their branch holds. */
async function holdingOf(services: Services, standing: readonly Standing[]): Promise<Set<string>> {
  const waiting = standing.filter(({ at }) => at.waitFor);
  const rows = waiting.map(({ id, since, at }) => {
    return { id, since, event: at.waitFor!.event as string, type: at.waitFor!.type ?? null };
  });
  const happened = rows.length === 0 ? [] : await services.graph.read(HAPPENED, { rows });
  const holding = new Set(happened.map(({ id }) => id));
  const branching = standing.filter(({ at }) => at.branch);
  for (const group of groupBy(branching, ({ versionId, step }) => `${versionId}|${step}`).values()) {
    const { if: rule, segment } = group[0]!.at.branch!;
    const ids = group.map(({ customerId }) => customerId);
    const fits = rule ? await fittingOf(services, rule, ids) : await inSegmentOf(services, segment!, ids);
    for (const { id, customerId } of group) if (fits.has(customerId)) holding.add(id);
  }
  return holding;
}

const HAPPENED = 'campaigns/steps/journeys/runs/runs-happened';

interface Batch {
  readonly standing: readonly Standing[];
  readonly holding: ReadonlySet<string>;
  readonly now: Date;
}

/**
 * Customers are locked before their runs, as everywhere; who went on meanwhile by another hand is left out. What
 * follows at once and needs no look of its own is done in the same transaction; `more` says that some need one.
 */
async function advance(services: Services, tx: GraphTransaction, { standing, holding, now }: Batch) {
  const decisions = await decisionsFor(tx, standing.map(wantedOf), now);
  const rows = standing.map(({ id, step }) => ({ id, step }));
  const still = new Set((await tx.write('campaigns/steps/journeys/runs/runs-lock', { rows, now })).still);
  const moment = { now, timeZone: zoneOf(services) };
  let [steps, more] = [0, false];
  for (let left = standing.filter(({ id }) => still.has(id)); left.length > 0; ) {
    await decisions.learn(left);
    const moved = left.map((one) => movedFrom(one, decisions, holding.has(one.id), moment));
    await writeEffects(tx, moved, now);
    steps += moved.length;
    const next = moved.flatMap((one) => nextOf(one, now));
    left = next.filter(({ at }) => !at.branch && !at.waitFor);
    more ||= left.length < next.length;
  }
  return { steps, more };
}

const wantedOf = ({ definition: { purpose }, customerId }: Standing) => ({ purpose, customerId });

function movedFrom(one: Standing, decisions: Decisions, holds: boolean, moment: Parameters<typeof moveOf>[3]): Moved {
  const send = decisions.reached(one) ?? null;
  const decision = decisions.of(wantedOf(one));
  const refused = decision?.allowed ? null : (decision?.reason ?? 'UNKNOWN_CUSTOMER');
  const move = moveOf(one.definition, one.step, { refused, maySend: send?.allowed, holds }, moment);
  return { ...one, send, move };
}

/** Where they stand next, of those who go on at once. */
function nextOf({ move, send: _send, ...before }: Moved, now: Date): Standing[] {
  if (move.step === null || move.dueAt === null || move.dueAt > now) return [];
  return [standingOf({ ...before, step: move.step, since: now }, before.definition)];
}

/** Runs that wait, a page at a time. */
const WAITING_PAGE = 2000;

/** Lets those go on for whom what they wait for has happened. Returns how many. */
export async function wakeJourneys({ graph, clock }: Services): Promise<number> {
  let woken = 0;
  for (let after = ''; ; ) {
    const rows = await graph.read('campaigns/steps/journeys/runs/runs-awaiting', { after, limit: WAITING_PAGE });
    const ids =
      rows.length === 0
        ? []
        : (await graph.read('campaigns/steps/journeys/runs/runs-happened', { rows })).map(({ id }) => id);
    if (ids.length > 0)
      woken += (await graph.write('campaigns/steps/journeys/runs/runs-wake', { ids, now: clock.now() })).woken;
    if (rows.length < WAITING_PAGE) return woken;
    after = rows.at(-1)!.id;
  }
}
