/** The world of 2,000 customers that ends on a day of record, made once per test file and read back. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTruth, type Truth, writeWorld } from '../../seed/world/index.js';
import { groupBy, parseCsv } from './read-csv.js';

export type Row = Record<string, string>;
export const DAY = 86_400_000;
/** Exact figures of tests are of worlds that end on this day. */
export const UNTIL = '2026-10-31';
/** The first moment after it in the world. */
export const END = '2026-10-31T16:00:00Z';
export const HOUR = 3_600_000;

const texts = new Map<string, string>();
const parsed = new Map<string, Row[]>(); // a file is parsed when a test first asks for it

/** Makes the world and reads every file of it. */
export async function loadWorld(): Promise<Truth> {
  const out = mkdtempSync(join(tmpdir(), 'guanxi-truth-'));
  try {
    const { counts } = await writeWorld({ out, until: UNTIL });
    for (const name of Object.keys(counts)) texts.set(name.replace('.csv', ''), readFileSync(join(out, name), 'utf8'));
    return await readTruth(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

export function rows(name: string): Row[] {
  const known = parsed.get(name) ?? parseCsv(texts.get(name)!);
  parsed.set(name, known);
  return known;
}

export const column = (name: string, key: string) => new Set(rows(name).map((row) => row[key]!));
export const byCustomer = (name: string) => groupBy(rows(name), (row) => row.customerId!);
export const ofKind = (kind: string) => rows('ties').filter((tie) => tie.kind === kind);
