import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Rows of a CSV file with a header, by column name. */
export function readCsv(...path: string[]): Record<string, string>[] {
  return parseCsv(readFileSync(join(...path), 'utf8'));
}

/** Rows of CSV text with a header, by column name. */
export function parseCsv(text: string): Record<string, string>[] {
  return parse(text, { columns: true });
}

/** Items by key, in the order they come. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
