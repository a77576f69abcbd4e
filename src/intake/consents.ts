import { applyConsents, type ConsentEvent, problemOf } from '../consent/index.js';
import { unknownEnds } from './ends.js';
import type { Row } from './field.js';
import { countsOf, type Io, type Outcome, type RowReject, settle } from './outcome.js';

/** Appends consent events to the ledger; privacy brings edges and the label Profiled in step in the same transaction. */
export async function writeConsents(io: Io, rows: readonly Row[]): Promise<Outcome> {
  const events = rows.map(eventOf);
  const unknown = await unknownEnds(io, rows, { customerId: 'customers' });
  const known = await io.graph.read('intake/steps/campaigns/consents-known', { rows: events });
  const byId = new Map(known.map((row) => [row.id, row as Row]));
  const settled = settle(events as unknown as Row[], byId, (row) => row.id as string);
  const rejected = onePerRow([...wrong(events, io.clock.now()), ...unknown, ...refused(events, settled.changed)]);
  const out = new Set(rejected.map(({ at }) => events[at]!.id));
  const fresh = settled.fresh.filter((row) => !out.has(row.id as string));
  if (fresh.length > 0) await applyConsents(io.services, fresh as unknown as ConsentEvent[]);
  return { ...countsOf({ ...settled, fresh, changed: [] }), rejected };
}

function eventOf(row: Row): ConsentEvent {
  const { purpose, channel, until, textVersion, via, proof, guardian, ...rest } = row;
  const said = { purposeId: purpose, channel: channel ?? 'ALL', until: until ?? null, via: via ?? 'import' };
  const shown = { textVersion: textVersion ?? null, proof: proof ?? null, guardian: guardian ?? false };
  return { ...rest, ...said, ...shown } as unknown as ConsentEvent;
}

function wrong(events: readonly ConsentEvent[], now: Date): RowReject[] {
  return events.flatMap((event, at) => {
    const problem = problemOf(event, now);
    return problem === null ? [] : [{ at, column: problem.split(' ')[0]!, reason: problem }];
  });
}

function refused(events: readonly ConsentEvent[], altered: readonly Row[]): RowReject[] {
  const ids = new Set(altered.map((row) => row.id));
  const reason = 'the ledger holds another event of this id, and is never changed';
  return events.flatMap(({ id }, at) => (ids.has(id) ? [{ at, column: 'id', reason }] : []));
}

function onePerRow(rejects: readonly RowReject[]): RowReject[] {
  return [...new Map(rejects.map((reject) => [reject.at, reject])).values()];
}
