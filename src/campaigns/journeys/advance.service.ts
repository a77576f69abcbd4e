import { contactDecisions, type DecidedCustomer, lockedDecisions, type PurposeId } from '../../consent/index.js';
import type { GraphTransaction } from '../../graph/graph.js';
import type { Services } from '../../security/index.js';
import { fittingOf, inSegmentOf } from '../../value/index.js';
import { type Definition, definitionOf } from './definition.js';
import { writeEffects } from './effects.js';
import { moveOf } from './move.js';
import { zoneOf } from './sources.service.js';
import type { Due, Moved, Standing } from './standing.js';

/** People who go on in one transaction. */
const AT_ONCE = 200;

/**
 * Lets everybody go on whose step is due, one step in a transaction: the step's effect and where they are next are written together, so that a
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
    steps += await services.graph.transaction((tx) => advance(services, tx, { standing, holding, now }));
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
  for (const group of byStep(standing.filter(({ at }) => at.branch))) {
    const { if: rule, segment } = group[0]!.at.branch!;
    const ids = group.map(({ customerId }) => customerId);
    const fits = rule ? await fittingOf(services, rule, ids) : await inSegmentOf(services, segment!, ids);
    for (const { id, customerId } of group) if (fits.has(customerId)) holding.add(id);
  }
  return holding;
}

const HAPPENED = 'campaigns/steps/journeys/runs/runs-happened';

function byStep(standing: readonly Standing[]): Standing[][] {
  const groups = new Map<string, Standing[]>();
  for (const one of standing) {
    const key = `${one.versionId}|${one.step}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

interface Batch {
  readonly standing: readonly Standing[];
  readonly holding: ReadonlySet<string>;
  readonly now: Date;
}

/** Customers are locked before their runs, as everywhere; who went on meanwhile by another hand is left out. */
async function advance(services: Services, tx: GraphTransaction, { standing, holding, now }: Batch): Promise<number> {
  const decided = await decisionsFor(tx, standing, now);
  await tx.write('campaigns/steps/journeys/runs/runs-lock', { ids: standing.map(({ id }) => id) });
  const rows = standing.map(({ id, step }) => ({ id, step }));
  const still = await tx.read('campaigns/steps/journeys/runs/runs-still', { rows, now });
  const ids = new Set(still.map(({ id }) => id));
  const moment = { now, timeZone: zoneOf(services) };
  const moved = standing
    .filter(({ id }) => ids.has(id))
    .map((one): Moved => {
      const send = one.at.send ? (decided(one, one.at.send.channel) ?? null) : null;
      const refused = decided(one, 'ANY');
      const facts = { refused: refused?.allowed ? null : (refused?.reason ?? 'UNKNOWN_CUSTOMER') };
      const more = { maySend: send?.allowed, holds: holding.has(one.id) };
      return { ...one, send, move: moveOf(one.definition, one.step, { ...facts, ...more }, moment) };
    });
  await writeEffects(tx, moved, now);
  return moved.length;
}

type Decided = (one: Standing, channel: Channel) => DecidedCustomer | undefined;
type Channel = Parameters<typeof lockedDecisions>[1]['channel'];

/** Decides for each purpose and channel that is needed; all are locked by the first. */
async function decisionsFor(tx: GraphTransaction, standing: readonly Standing[], now: Date): Promise<Decided> {
  const asked = new Map<string, { purpose: PurposeId; channel: Channel; ids: string[] }>();
  const ask = ({ customerId, definition: { purpose } }: Standing, channel: Channel) => {
    const key = `${purpose}|${channel}`;
    const one = asked.get(key) ?? { purpose, channel, ids: [] };
    asked.set(key, one);
    one.ids.push(customerId);
  };
  for (const one of standing) {
    ask(one, 'ANY');
    if (one.at.send) ask(one, one.at.send.channel);
  }
  const [first] = asked.values();
  const everybody = standing.map(({ customerId }) => customerId);
  const found = new Map<string, DecidedCustomer>();
  for (const [key, one] of asked) {
    const moment = { purpose: one.purpose, channel: one.channel, now };
    const rows =
      one === first ? await lockedDecisions(tx, moment, everybody) : await contactDecisions(tx, moment, one.ids);
    for (const row of rows) found.set(`${key}|${row.customerId}`, row);
  }
  return ({ customerId, definition }, channel) => found.get(`${definition.purpose}|${channel}|${customerId}`);
}
