import { type Batch, batchesOf, type Item } from './batches.js';
import type { Row } from './field.js';
import { KINDS } from './kinds.js';
import { roundsOf } from './lanes.js';
import type { Io } from './outcome.js';
import { openRejects, type Rejects } from './rejects.js';
import type { FileReport } from './report.js';
import { openSource } from './source.js';
import type { Step } from './step.js';
import { dropSuppressed } from './suppressed.js';

/** Rows in one transaction. What a transaction of 5,000 holds outlives young collections of the server's heap, which then stop it for longer. */
const BATCH = 1_000;
/** Rows that are parted into lanes at once. */
const WINDOW = 20 * BATCH;

export interface StepProgress {
  readonly step: string;
  readonly rows: number;
  /** Milliseconds since the file was begun. */
  readonly ms: number;
  /** Share of the file that was read, 0..1. */
  readonly share: number;
}

export interface StepOptions {
  readonly rejectsFolder: string;
  readonly startedAt: Date;
  readonly onProgress?: ((progress: StepProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface Tally {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  repeated: number;
  leftOut: number;
  suppressed: number;
}

/** Imports one file. What is written stays written when a later row fails or the process dies; running it again completes it. */
export async function runStep(io: Io, step: Step, options: StepOptions): Promise<FileReport> {
  const began = performance.now();
  const tally: Tally = { rows: 0, created: 0, updated: 0, unchanged: 0, repeated: 0, leftOut: 0, suppressed: 0 };
  const source = openSource(step.path, step.format);
  let header: readonly string[] = [];
  let extraColumns: readonly string[] = [];
  const rejects = openRejects(options.rejectsFolder, options.startedAt, step, () => header);
  const waiting: Item[] = [];
  try {
    const batches = batchesOf(step, source, WINDOW, (reader) => {
      header = reader.header;
      extraColumns = reader.extra;
    });
    for await (const batch of oneAhead(batches)) {
      options.signal?.throwIfAborted();
      waiting.push(...(await writeBatch(io, step, batch, tally, rejects)));
      options.onProgress?.({ step: step.name, rows: tally.rows, ms: performance.now() - began, share: source.share() });
    }
    await writeWaiting(io, step, waiting, tally, rejects);
  } finally {
    await rejects.close();
  }
  const seconds = (performance.now() - began) / 1000;
  return { name: step.name, ...tally, rejected: rejects.count, seconds, rejects: rejects.path, extraColumns };
}

/** Reads the next batch while the one before is written: files are read by this process, written by the database's. */
async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  for (let next = source.next(); ; ) {
    const { done, value } = await next;
    if (done) return;
    next = source.next();
    next.catch(() => undefined); // thrown again where it is awaited
    yield value;
  }
}

async function writeBatch(io: Io, step: Step, read: Batch, tally: Tally, rejects: Rejects): Promise<Item[]> {
  tally.rows += read.read;
  tally.leftOut += read.read - read.items.length - read.bad.length;
  const { batch, dropped } = await dropSuppressed(io, step.kind, read);
  tally.suppressed += dropped;
  for (const { raw, column, reason } of batch.bad) rejects.add(raw, column, reason);
  return writeItems(io, step, lastOfEach(step, batch.items, tally), tally, (item, { column, reason, later }) => {
    if (!later) rejects.add(item.raw, column, reason);
    return later === true;
  });
}

/** Rows that name a row further down: tried again until nothing more goes in. */
async function writeWaiting(
  io: Io,
  step: Step,
  waiting: readonly Item[],
  tally: Tally,
  rejects: Rejects,
): Promise<void> {
  let left = waiting;
  while (left.length > 0) {
    const reasons = new Map<Item, { column: string; reason: string }>();
    const still: Item[] = [];
    still.push(
      ...(await writeItems(io, step, lastOfEach(step, left, tally), tally, (item, reject) => {
        reasons.set(item, reject);
        return true;
      })),
    );
    if (still.length === left.length) {
      for (const item of still) rejects.add(item.raw, reasons.get(item)!.column, reasons.get(item)!.reason);
      return;
    }
    left = still;
  }
}

type Sort = (item: Item, reject: { column: string; reason: string; later?: boolean }) => boolean;

/** Writes rows lane beside lane and gives back those that `keep` wants to try again. */
async function writeItems(io: Io, step: Step, items: readonly Item[], tally: Tally, keep: Sort): Promise<Item[]> {
  const again: Item[] = [];
  for (const round of roundsOf(items, KINDS[step.kind].lanes))
    await Promise.all(round.map(async (lane) => void again.push(...(await writeLane(io, step, lane, tally, keep)))));
  return again;
}

async function writeLane(io: Io, step: Step, items: readonly Item[], tally: Tally, keep: Sort): Promise<Item[]> {
  const again: Item[] = [];
  // of even size: a last one of a few rows would keep the other lane waiting for little
  const size = Math.ceil(items.length / Math.max(1, Math.round(items.length / BATCH)));
  for (let from = 0; from < items.length; from += size) {
    const part = items.slice(from, from + size);
    const outcome = await KINDS[step.kind].write(
      io,
      part.map(({ row }) => row),
    );
    tally.created += outcome.created;
    tally.updated += outcome.updated;
    tally.unchanged += outcome.unchanged;
    again.push(...outcome.rejected.filter((reject) => keep(part[reject.at]!, reject)).map(({ at }) => part[at]!));
  }
  return again;
}

/** One row for each key: of several the last, the others counted as unchanged when they say the same. */
function lastOfEach(step: Step, items: readonly Item[], tally: Tally): Item[] {
  const byKey = new Map<string, Item>();
  const { key } = KINDS[step.kind];
  for (const item of items) {
    const name = key(item.row);
    const before = byKey.get(name);
    byKey.set(name, item);
    if (!before) continue;
    if (equal(before.row, item.row)) tally.unchanged++;
    else tally.repeated++;
  }
  return byKey.size === items.length ? [...items] : [...byKey.values()];
}

function equal(a: Row, b: Row): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
