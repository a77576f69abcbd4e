import type { Io } from '../rows/outcome.js';
import { openPipeline } from '../rows/pipeline.js';
import { batchesOf } from './batches.js';
import type { RawRow } from './csv.js';
import { openRejects } from './rejects.js';
import type { FileReport } from './report.js';
import { openSource } from './source.js';
import type { Step } from './step.js';

/** Rows that are parted into lanes at once. */
const WINDOW = 20_000;

export interface StepProgress {
  readonly step: string;
  readonly rows: number;
  /** Milliseconds since the file was begun. */
  readonly ms: number;
  /** Share of the file that was read, 0..1. */
  readonly share: number;
}

interface StepOptions {
  readonly rejectsFolder: string;
  readonly startedAt: Date;
  /** In which a day without a time begins. */
  readonly zone: string;
  readonly onProgress?: ((progress: StepProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Imports one file. What is written stays written when a later row fails or the process dies; running it again
 * completes it.
 */
export async function runStep(io: Io, step: Step, options: StepOptions): Promise<FileReport> {
  const began = performance.now();
  const source = openSource(step.path, step.format);
  const read = { rows: 0, leftOut: 0, header: [] as readonly string[], extraColumns: [] as readonly string[] };
  const rejects = openRejects(options.rejectsFolder, options.startedAt, step, () => read.header);
  const pipeline = openPipeline<RawRow>(io, step.kind, rejects.add);
  const onReader = (reader: { header: readonly string[]; extra: readonly string[] }) =>
    Object.assign(read, { header: reader.header, extraColumns: reader.extra });
  try {
    const { startedAt: now, zone } = options;
    const hash = (kind: string, text: string) => io.vault.mark(`ID ${kind}`, text).slice(0, 16);
    const batches = batchesOf(step, source, { size: WINDOW, onReader, now, zone, hash });
    for await (const batch of oneAhead(batches)) {
      options.signal?.throwIfAborted();
      read.rows += batch.read;
      read.leftOut += batch.read - batch.items.length - batch.bad.length;
      await pipeline.take(batch);
      options.onProgress?.({ step: step.name, rows: read.rows, ms: performance.now() - began, share: source.share() });
    }
    await pipeline.end();
  } finally {
    await rejects.close();
  }
  const { header: _, ...counts } = read;
  const seconds = (performance.now() - began) / 1000;
  return { name: step.name, ...counts, ...pipeline.tally, rejected: rejects.count, seconds, rejects: rejects.path };
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
