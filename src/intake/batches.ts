import type { RawRow } from './csv.js';
import type { Row } from './field.js';
import { makeReader, type Reader, type Reading } from './reader.js';
import type { Source } from './source.js';
import type { Step } from './step.js';

export interface Item {
  readonly raw: RawRow;
  readonly row: Row;
}

export interface Batch {
  readonly items: readonly Item[];
  readonly bad: readonly { raw: RawRow; column: string; reason: string }[];
  /** Rows read for this batch, whatever became of them. */
  readonly read: number;
}

/** The rows of a step in batches of `size`; never more than one batch and one hand of rows in memory. */
export async function* batchesOf(
  step: Step,
  source: Source,
  size: number,
  onReader: (reader: Reader) => void,
): AsyncGenerator<Batch> {
  let reader: Reader | null = null;
  const ready = async (header: readonly string[]): Promise<Reader> => {
    const made = await makeReader(
      step,
      header.map((name) => name.trim()),
    );
    onReader(made);
    return made;
  };
  if (step.columns) reader = await ready(step.columns);
  let skip = step.header;
  let batch = empty();
  for await (const hand of source.hands)
    for (const raw of hand) {
      reader ??= await ready(raw.cells);
      if (skip) {
        skip = false;
        continue;
      }
      place(batch, raw, reader.read(raw));
      if (batch.items.length + batch.bad.length < size) continue;
      yield batch;
      batch = empty();
    }
  if (!reader) await ready([]);
  if (batch.read > 0) yield batch;
}

function empty(): { items: Item[]; bad: { raw: RawRow; column: string; reason: string }[]; read: number } {
  return { items: [], bad: [], read: 0 };
}

function place(batch: ReturnType<typeof empty>, raw: RawRow, reading: Reading): void {
  batch.read++;
  if (reading === null) return;
  if ('row' in reading) batch.items.push({ raw, row: reading.row });
  else batch.bad.push({ raw, ...reading });
}
