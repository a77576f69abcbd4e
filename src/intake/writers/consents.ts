import { applyConsents, type ConsentEvent } from '../../consent/index.js';
import { hopefully } from '../../graph/attempts.js';
import { isRefusal } from '../rows/join.js';
import { type Io, type Outcome, type RowReject, settle } from '../rows/outcome.js';
import { unknownReferences } from '../rows/references.js';
import type { Row } from '../rows/row.js';
import { spokenIn } from '../rows/spoken.js';

/**
 * Appends consent events to the ledger; the consent area brings edges and the label Profiled in step in the same
 * transaction. A withdrawal by an address that nobody known has is counted and changes nothing.
 */
export function writeConsents(io: Io, rows: readonly Row[]): Promise<Outcome> {
  return hopefully(() => writeKnowing(io, rows));
}

async function writeKnowing(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const unknown = await unknownReferences(io, 'consents', rows);
  const spoken = await spokenIn(io, rows);
  const { events, ledger } = await withOwnIds(
    io,
    spoken.map(({ event }) => event),
  );
  const settled = settle(events as unknown as Row[], ledger, (row) => row.id as string);
  const rowOf = (place: number) => spoken[place]!.at;
  const rejected = [...unknown, ...taken(events, settled.changed).map((one) => ({ ...one, at: rowOf(one.at) }))];
  const out = new Set(rejected.map(({ at }) => at));
  const isNew = new Set(settled.fresh.map((row) => row.id as string));
  const places = events.map((_, place) => place).filter((place) => !out.has(rowOf(place)));
  const fresh = places.filter((place) => isNew.has(events[place]!.id));
  if (fresh.length > 0)
    await applyConsents(
      io.services,
      fresh.map((place) => events[place]!),
    );
  const [heard, created] = [new Set(places.map(rowOf)), new Set(fresh.map(rowOf)).size];
  const nobody = rows.length - heard.size - out.size;
  return { created, updated: 0, unchanged: heard.size - created, nobody, rejected };
}

/**
 * A refusal is never lost: where its id is that of another event, in the ledger or among these rows, it goes in under
 * an id of its own, the same whenever it comes again. With what the ledger holds of all of them.
 */
async function withOwnIds(io: Io, given: readonly ConsentEvent[]) {
  const ledger = await ledgerOf(io, given);
  const times = new Map<string, number>();
  for (const { id } of given) times.set(id, (times.get(id) ?? 0) + 1);
  const events = given.map((event) => {
    if (!isRefusal(event.action)) return event;
    const { id, action, purposeId, channel, customerId } = event;
    const other = ledger.has(id) ? isOther(event, ledger) : times.get(id)! > 1;
    return other ? { ...event, id: [id, action, purposeId, channel, customerId].join('|') } : event;
  });
  const renamed = events.filter(({ id }, at) => id !== given[at]!.id);
  const more = renamed.length === 0 ? [] : await ledgerOf(io, renamed);
  return { events, ledger: new Map([...ledger, ...more]) };
}

function isOther(event: ConsentEvent, ledger: ReadonlyMap<string, Row>): boolean {
  return settle([event as unknown as Row], ledger, (row) => row.id as string).changed.length > 0;
}

async function ledgerOf({ graph }: Io, events: readonly ConsentEvent[]): Promise<Map<string, Row>> {
  const rows = [...new Set(events.map(({ id }) => id))].map((id) => ({ id }));
  const known = await graph.read('intake/steps/consents-known', { rows });
  return new Map(known.map((row) => [row.id, row as Row]));
}

function taken(events: readonly ConsentEvent[], altered: readonly Row[]): RowReject[] {
  const ids = new Set(altered.map((row) => row.id));
  const reason = 'the ledger holds another event of this id, and is never changed; give it an id of its own';
  return events.flatMap(({ id }, at) => (ids.has(id) ? [{ at, column: 'id', reason }] : []));
}
