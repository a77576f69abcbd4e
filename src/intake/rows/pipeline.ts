import { groupBy } from '../../kernel/group-by.js';
import { KINDS } from '../kinds/index.js';
import type { KindName } from '../kinds/names.js';
import { WRITERS } from '../writers/writers.js';
import { joined } from './join.js';
import { roundsOf } from './lanes.js';
import type { Io } from './outcome.js';
import { unknownReferences } from './references.js';
import type { BadRow, Chunk, Fault, Item } from './row.js';
import { dropSuppressed } from './suppress.js';

/**
 * Rows in one transaction. What a transaction of 5,000 holds outlives young collections of the server's heap, which
 * then stop it for longer.
 */
const BATCH = 1_000;

/**
 * What became of rows. Rows given = created + updated + unchanged + repeated + added + suppressed + nobody + rejected.
 */
export interface Tally {
  created: number;
  updated: number;
  unchanged: number;
  /** Rows followed by another about the same thing that says otherwise: of each column the last given value counts. */
  repeated: number;
  /** Rows added to another one, as lines of one product in an order. */
  added: number;
  /** Rows about people who were erased: dropped, and kept nowhere. */
  suppressed: number;
  /** Withdrawals by an address that nobody known has: there is nothing to withdraw. */
  nobody: number;
  /** Contacts that were damaged, as 1.38E+10 or N/A, and left out of rows that went in. */
  damaged: number;
}

interface Pipeline<P> {
  readonly tally: Readonly<Tally>;
  /**
   * Takes validated rows: suppresses, joins, seals and writes them. What is written stays, whatever becomes of later
   * rows.
   */
  take(chunk: Chunk<P>): Promise<void>;
  /** Tries those again that named a row which was still to come. */
  end(): Promise<void>;
}

interface Run<P> {
  readonly io: Io;
  readonly kind: KindName;
  readonly tally: Tally;
  readonly reject: (place: P, faults: readonly Fault[]) => void;
}

/**
 * One run of rows of a kind, wherever they come from; `reject` is told every row that does not go in, with all its
 * faults. Safe to repeat.
 */
export function openPipeline<P>(io: Io, kind: KindName, reject: Run<P>['reject']): Pipeline<P> {
  const tally = { created: 0, updated: 0, unchanged: 0, repeated: 0, added: 0, suppressed: 0, nobody: 0, damaged: 0 };
  const run = { io, kind, tally, reject };
  const waiting: Waiting<P>[] = [];
  return {
    tally,
    take: async (chunk) => {
      const { kept, dropped } = await dropSuppressed(io, kind, chunk);
      tally.suppressed += dropped;
      for (const { leftOut = 0 } of kept.items) tally.damaged += leftOut;
      for (const { place, faults } of await withUnknown(run, kept.bad)) reject(place, faults);
      waiting.push(...(await write(run, kept.items)));
    },
    end: async () => {
      for (let left = waiting; left.length > 0; ) {
        const still = await write(
          run,
          left.map(({ item }) => item),
        );
        if (still.length === left.length) {
          for (const { item, faults } of still) reject(item.place, faults);
          return;
        }
        left = still;
      }
    },
  };
}

/** What is wrong with bad rows, and what they name that nobody knows: all of it at once. */
async function withUnknown<P>({ io, kind }: Run<P>, bad: readonly BadRow<P>[]): Promise<readonly BadRow<P>[]> {
  if (bad.length === 0) return bad;
  const unknown = await unknownReferences(
    io,
    kind,
    bad.map(({ row }) => row),
  );
  return bad.map((one, at) => ({ ...one, faults: [...one.faults, ...unknown.filter((u) => u.at === at && !u.later)] }));
}

/** A row that named one of its own kind, which may be further down. */
interface Waiting<P> {
  readonly item: Item<P>;
  readonly faults: readonly Fault[];
}

/** Writes rows lane beside lane. Gives back those to try again. */
async function write<P>(run: Run<P>, given: readonly Item<P>[]): Promise<Waiting<P>[]> {
  const { items, same, repeated, added } = joined(run.kind, given);
  run.tally.unchanged += same;
  run.tally.repeated += repeated;
  run.tally.added += added;
  const again: Waiting<P>[] = [];
  for (const round of roundsOf(items, KINDS[run.kind].lanes))
    await Promise.all(round.map(async (lane) => void again.push(...(await writeLane(run, lane)))));
  return again;
}

async function writeLane<P>(run: Run<P>, items: readonly Item<P>[]): Promise<Waiting<P>[]> {
  const again: Waiting<P>[] = [];
  // of even size: a last one of a few rows would keep the other lane waiting for little
  const size = Math.ceil(items.length / Math.max(1, Math.round(items.length / BATCH)));
  for (let from = 0; from < items.length; from += size)
    again.push(...(await writeBatch(run, items.slice(from, from + size))));
  return again;
}

async function writeBatch<P>({ io, kind, tally, reject }: Run<P>, items: readonly Item<P>[]): Promise<Waiting<P>[]> {
  const {
    rejected,
    nobody = 0,
    ...counts
  } = await WRITERS[kind](
    io,
    items.map(({ row }) => row),
  );
  for (const name of ['created', 'updated', 'unchanged'] as const) tally[name] += counts[name];
  tally.nobody += nobody;
  const waiting: Waiting<P>[] = [];
  for (const [at, rejects] of groupBy(rejected, ({ at }) => at)) {
    const final = rejects.filter(({ later }) => !later);
    if (final.length > 0) reject(items[at]!.place, final);
    else waiting.push({ item: items[at]!, faults: rejects });
  }
  return waiting;
}
