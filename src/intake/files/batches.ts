import { standTogether } from '../rows/join.js';
import type { BadRow, Chunk, Item } from '../rows/row.js';
import type { RawRow } from './csv.js';
import { makeReader, type Reader, type ReaderSetting } from './reader.js';
import { rowsUnder } from './rows-under.js';
import type { Source } from './source.js';
import type { Step } from './step.js';

export interface Batch extends Chunk<RawRow> {
  /** Rows read for this batch, whatever became of them. */
  readonly read: number;
}

/**
 * The rows of a step in batches of `size`, or more where some must be taken at once; no more than one batch is in
 * memory.
 */
export async function* batchesOf(
  step: Step,
  source: Source,
  {
    size,
    onReader,
    ...setting
  }: ReaderSetting & { readonly size: number; readonly onReader: (reader: Reader) => void },
): AsyncGenerator<Batch> {
  const open = async (header: readonly string[]): Promise<Reader> => {
    const made = await makeReader(
      step,
      header.map((name) => name.trim()),
      setting,
    );
    onReader(made);
    return made;
  };
  const found = await rowsUnder(step, source);
  const reader = await open(found.header);
  let batch = emptyBatch();
  for await (const hand of found.hands)
    for (const raw of hand) {
      const reading = reader.read(raw);
      if (batch.items.length + batch.bad.length >= size && !(reading && goesOn(step, batch, reading.row))) {
        yield batch;
        batch = emptyBatch();
      }
      batch.read++;
      if (reading === null) continue;
      const { row, faults, leftOut } = reading;
      if (faults.length === 0) batch.items.push({ place: raw, row, leftOut });
      else batch.bad.push({ place: raw, row, faults, texts: raw.cells });
    }
  if (batch.read > 0) yield batch;
}

function emptyBatch(): { items: Item<RawRow>[]; bad: BadRow<RawRow>[]; read: number } {
  return { items: [], bad: [], read: 0 };
}

function goesOn({ kind }: Step, { items }: Batch, row: Item['row']): boolean {
  const last = items.at(-1);
  return last !== undefined && standTogether(kind, last.row, row);
}
