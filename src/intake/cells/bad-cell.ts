/**
 * Why a cell cannot be taken, and how to mend it. Says the sort of what the cell holds, never what it holds, which may
 * be personal.
 */
export class BadCell extends Error {}

/** The reason, and the sort of text that it is about. */
export function bad(cell: string, reason: string): BadCell {
  return new BadCell(`${reason} (here is ${sortOf(cell)})`);
}

/** What sort of text a cell holds, which tells what is wrong with it and nothing about anybody. */
function sortOf(cell: string): string {
  if (/^[+-]?\d+$/.test(cell)) return 'a whole number';
  if (/^[+-]?[\d.,]+(e[+-]?\d+)?$/i.test(cell)) return 'a number';
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(cell)) return 'a date';
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]/.test(cell)) return 'a date with a time';
  return `a text of ${cell.length} ${cell.length === 1 ? 'character' : 'characters'}`;
}
