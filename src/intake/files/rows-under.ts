import type { RawRow } from './csv.js';
import { DEEPEST_HEADER, isHeaderOf } from './header.js';
import type { Source } from './source.js';
import type { Step } from './step.js';

interface Found {
  readonly header: readonly string[];
  /** The rows below the header, by the handful. */
  readonly hands: AsyncIterable<readonly RawRow[]>;
}

/**
 * The header of a file and what stands below it. The header is the row after those to skip, or else the first that
 * names all columns that are taken: exports put titles and notes above it. Where none does it is the first row.
 */
export async function rowsUnder(step: Step, { hands }: Source): Promise<Found> {
  const rest = hands[Symbol.asyncIterator]();
  const seen: RawRow[] = [];
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    seen.push(...next.value);
    if (seen.length >= DEEPEST_HEADER + (step.skip ?? 0)) break;
  }
  const { header, below } = partedAt(step, seen);
  return { header, hands: joined(seen.slice(below), rest) };
}

function partedAt(step: Step, seen: readonly RawRow[]): { header: readonly string[]; below: number } {
  const { columns, skip } = step;
  if (columns) return { header: columns, below: (skip ?? 0) + (step.header ? 1 : 0) };
  const found = skip ?? seen.slice(0, DEEPEST_HEADER).findIndex(({ cells }) => isHeaderOf(step, cells));
  const at = Math.max(0, found);
  return { header: seen[at]?.cells ?? [], below: at + 1 };
}

async function* joined(first: readonly RawRow[], rest: AsyncIterator<readonly RawRow[]>) {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
