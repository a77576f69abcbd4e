import { basename } from 'node:path';
import { contactsIn } from '../../security/index.js';
import { DEEPEST_HEADER, indexOf, isHeaderOfLookup } from './header.js';
import { openSource } from './source.js';
import type { Lookup, Step } from './step.js';

/** From the cells of a row to those that a lookup brings. */
type Find = (cells: readonly string[]) => string[];

/** One after the other: a column that a lookup brings may be what the next one asks by. */
export async function openLookups(step: Step, header: readonly string[]) {
  let all = header;
  const lookups: Find[] = [];
  for (const lookup of step.lookups) {
    lookups.push(await openLookup(step, lookup, all));
    all = [...all, ...Object.keys(lookup.take)];
  }
  return { all, lookups };
}

/**
 * The other file in memory, by key; its cells are empty where it does not know the key. Of several rows the first
 * counts.
 */
async function openLookup(step: Step, lookup: Lookup, header: readonly string[]): Promise<Find> {
  const by = indexOf(step, header, lookup.by);
  const keysOf = keysIn(lookup);
  const found = new Map<string, string[]>();
  const name = `${step.name} (${basename(lookup.path)})`;
  for await (const { key, take } of rowsOf(lookup, name))
    for (const one of keysOf(key)) if (!found.has(one)) found.set(one, take);
  const none = Object.keys(lookup.take).map(() => '');
  return (cells) => {
    const known = keysOf(cells[by]!).find((key) => found.has(key));
    return known === undefined ? none : found.get(known)!;
  };
}

/** What rows are brought together by: the text, or every contact in it in its normal form. */
function keysIn({ as, country }: Lookup): (text: string) => readonly string[] {
  if (as === null) return (text) => [text];
  return (text) => contactsIn(as, text, country).contacts.map(({ normal }) => normal);
}

async function* rowsOf(lookup: Lookup, name: string) {
  const settle = (columns: readonly string[]) => ({
    key: indexOf({ name }, columns, lookup.key),
    take: Object.values(lookup.take).map((column) => indexOf({ name }, columns, column)),
  });
  let places = lookup.columns && settle(lookup.columns);
  let skip = lookup.skip ?? 0;
  let header = lookup.header;
  let first: readonly string[] | null = null;
  let read = 0;
  for await (const hand of openSource(lookup.path, lookup.format).hands)
    for (const { cells } of hand) {
      if (skip-- > 0) continue;
      if (!places) {
        first ??= cells;
        const isHeader = lookup.skip !== null || isHeaderOfLookup(lookup, cells);
        if (isHeader) places = settle(cells.map((cell) => cell.trim()));
        else if (++read >= DEEPEST_HEADER) settle(first);
        continue;
      }
      if (header && lookup.columns) header = false;
      else yield { key: cells[places.key] ?? '', take: places.take.map((at) => cells[at] ?? '') };
    }
  if (!places) settle(first ?? []);
}
